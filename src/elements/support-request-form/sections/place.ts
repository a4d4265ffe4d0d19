import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { composeSubject } from '../../../contract/subject.js';
import type { LocalizedName } from '../../../contract/values.js';
import { entryList } from '../../../ui/entry-list.js';
import { field } from '../../../ui/field.js';
import { companyNumbersIn, numberOfName, userIdsIn } from '../entries.js';
import { controlId, fieldLabel, type FieldPointer } from '../field-texts.js';
import type { FormView } from '../form-view.js';

interface Choice {
  readonly id: string;
  readonly name: LocalizedName;
}

function chooser(
  view: FormView,
  pointer: FieldPointer & ('/product' | '/application'),
  choices: readonly Choice[],
  chosen: string,
  choose: (id: string) => void,
): TemplateResult {
  const { msg, language } = view;
  const texts = { id: controlId(pointer), label: fieldLabel(view, pointer, view.values), error: view.messageOf(pointer) };
  const onChange = ({ currentTarget }: Event) => choose(currentTarget instanceof HTMLSelectElement ? currentTarget.value : '');
  const known = choices.some(({ id }) => id === chosen);
  return field(
    texts,
    ({ describedBy, invalid }) => html`
      <select
        id=${texts.id}
        class="control"
        part="control"
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        aria-required="true"
        @change=${onChange}
      >
        <option value="" disabled hidden ?selected=${!known}>${view.service ? msg('Choose') : msg('Loading…')}</option>
        ${choices.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name[language] ?? name.fi}</option>`)}
      </select>
    `,
  );
}

const optionalHint = ({ values, msg }: FormView): string | undefined => (values.kind === 'problem' ? undefined : msg('optional'));

const removeText = ({ msg }: FormView, entry: string): string => msg(str`Remove ${entry}`);

function companyNumbers(view: FormView): TemplateResult {
  const { msg, values, typed, companies, problems } = view;
  const nameOf = (number: string) => companies.find((company) => company.number === number)?.name;
  const labelOf = (number: string) => [number, nameOf(number)].filter(Boolean).join(' ');
  return entryList({
    id: controlId('/companyNumbers'),
    label: fieldLabel(view, '/companyNumbers', values),
    hint: optionalHint(view),
    error: view.messageOf('/companyNumbers'),
    help: values.companyNumbers.length ? undefined : msg('Type a number or a name, or paste a list.'),
    entries: values.companyNumbers,
    wrong: problems.get('/companyNumbers')?.entries ?? [],
    typed: typed.companyNumbers,
    labelOf,
    removeLabel: (number) => removeText(view, labelOf(number)),
    parse: (text) => companyNumbersIn(text).map((entry) => (/^\d/.test(entry) ? entry : (numberOfName(entry, companies) ?? entry))),
    spaceEnds: true,
    suggestions: companies.filter(({ number }) => !values.companyNumbers.includes(number)).map(({ number, name }) => ({ value: number, label: name })),
    onTyped: (text) => view.type({ companyNumbers: text }),
    onEntries: (entries) => view.change({ companyNumbers: entries }),
  });
}

export function userIds(view: FormView): TemplateResult {
  const { msg, values, typed, problems } = view;
  return entryList({
    id: controlId('/userIds'),
    label: fieldLabel(view, '/userIds', values),
    hint: optionalHint(view),
    error: view.messageOf('/userIds'),
    help: values.userIds.length ? undefined : msg('In the form firm-user, or an e-mail address. Separate several with commas.'),
    entries: values.userIds,
    wrong: problems.get('/userIds')?.entries ?? [],
    typed: typed.userIds,
    labelOf: (id) => id,
    removeLabel: (id) => removeText(view, id),
    parse: userIdsIn,
    onTyped: (text) => view.type({ userIds: text }),
    onEntries: (entries) => view.change({ userIds: entries }),
  });
}

/** Where it is: product, application and companies. */
export function placeSection(view: FormView): TemplateResult {
  const { values, service } = view;
  const products = service?.products ?? [];
  const product = products.find(({ id }) => id === values.product);
  const chooseProduct = (id: string) => view.change({ product: id, application: '' });
  return html`
    ${products.length > 1 ? chooser(view, '/product', products, values.product, chooseProduct) : nothing}
    <div class="two">
      ${chooser(view, '/application', product?.applications ?? [], values.application, (application) => view.change({ application }))}
      ${companyNumbers(view)}
    </div>
  `;
}

/** The subject as customer service will read it; composed, never typed [guide 1.2, step 3]. */
export function subjectPreview({ msg, values, service }: FormView): TemplateResult {
  const subject = service && values.summary.trim() ? composeSubject(values, service) : undefined;
  return html`<p class="preview small"><span class="quiet">${msg('Subject:')}</span> <output>${subject ? html`<b lang="fi">${subject}</b>` : '–'}</output></p>`;
}
