import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { LocalizedName } from '../../../contract/values.js';
import { entryList } from '../../../ui/entry-list.js';
import { field } from '../../../ui/field.js';
import { companyNumbersIn, numberOfName, userIdsIn } from '../entries.js';
import { controlId } from '../fields.js';
import type { FormView } from '../form-view.js';
import { labels } from '../labels.js';

interface Choice {
  readonly id: string;
  readonly name: LocalizedName;
}

function chooser(
  view: FormView,
  name: 'product' | 'application',
  choices: readonly Choice[],
  choose: (id: string) => void,
): TemplateResult {
  const { msg, language } = view;
  const chosen = view.values[name];
  const texts = {
    id: controlId(`/${name}`),
    label: labels[name](view),
    error: view.messageOf(`/${name}`),
  };
  const onChange = ({ currentTarget }: Event) =>
    choose(currentTarget instanceof HTMLSelectElement ? currentTarget.value : '');
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
        <option value="" disabled hidden ?selected=${!known}>${view.service ? msg('Choose') : view.loading ? msg('Loading…') : '–'}</option>
        ${choices.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name[language] ?? name.fi}</option>`)}
      </select>
    `,
  );
}

const optionalHint = ({ values, msg }: FormView): string | undefined =>
  values.kind === 'problem' ? undefined : msg('optional');

const removeText = ({ msg }: FormView, entry: string): string => msg(str`Remove ${entry}`);

function companyNumbers(view: FormView): TemplateResult {
  const { msg, values, typed, companies, later } = view;
  const nameOf = (number: string) => companies.find((company) => company.number === number)?.name;
  const labelOf = (number: string) => [number, nameOf(number)].filter(Boolean).join(' ');
  return entryList({
    id: controlId('/companyNumbers'),
    label: labels.companyNumbers(view),
    hint: optionalHint(view),
    error: view.messageOf('/companyNumbers'),
    help: values.companyNumbers.length ? later?.companyHelp(view) : msg('Number or name'),
    entries: values.companyNumbers,
    wrong: [
      ...(view.problemOf('/companyNumbers')?.entries ?? []),
      ...(later?.unknownCompanies(view) ?? []),
    ],
    typed: typed.companyNumbers,
    labelOf,
    removeLabel: (number) => removeText(view, labelOf(number)),
    parse: (text) =>
      companyNumbersIn(text).map((entry) =>
        /^\d/.test(entry) ? entry : (numberOfName(entry, companies) ?? entry),
      ),
    spaceEnds: true,
    suggestions: companies
      .filter(({ number }) => !values.companyNumbers.includes(number))
      .map(({ number, name }) => ({ value: number, label: name })),
    onTyped: (text) => view.type({ companyNumbers: text }),
    onEntries: (companyNumbers) => {
      view.change({ companyNumbers });
      later?.tellEntries(view, '/companyNumbers', values.companyNumbers, labelOf);
    },
  });
}

export function userIds(view: FormView): TemplateResult {
  const { msg, values, typed, later } = view;
  const labelOf = (id: string) => id;
  return entryList({
    id: controlId('/userIds'),
    label: labels.userIds(view, values.kind),
    hint: optionalHint(view),
    error: view.messageOf('/userIds'),
    help: values.userIds.length ? undefined : msg('firm-user or e-mail address'),
    entries: values.userIds,
    wrong: view.problemOf('/userIds')?.entries ?? [],
    typed: typed.userIds,
    labelOf,
    removeLabel: (id) => removeText(view, id),
    parse: userIdsIn,
    onTyped: (text) => view.type({ userIds: text }),
    onEntries: (userIds) => {
      view.change({ userIds });
      later?.tellEntries(view, '/userIds', values.userIds, labelOf);
    },
  });
}

/** Where it is: product, application and companies. */
export function placeSection(view: FormView): TemplateResult {
  const { values, service } = view;
  if (values.relatedIncident) return companyNumbers(view);
  const products = service?.products ?? [];
  const product = products.find(({ id }) => id === values.product);
  const chooseProduct = (id: string) => view.change({ product: id, application: '' });
  return html`
    ${products.length > 1 ? chooser(view, 'product', products, chooseProduct) : nothing}
    <div class="two">
      ${chooser(view, 'application', product?.applications ?? [], (application) => view.change({ application }))}
      ${companyNumbers(view)}
    </div>
  `;
}
