import { html, nothing, type TemplateResult } from 'lit';
import type { ServiceProfile } from '../../../contract/service.js';
import type { LocalizedName } from '../../../contract/values.js';
import { field } from '../../../ui/field.js';
import type { FieldContext } from './field-context.js';
import { controlId } from './field-pointers.js';
import { labels } from './labels.js';

interface Choice {
  readonly id: string;
  readonly name: LocalizedName;
}

/** What the endpoint offers, and whether its answer is still to come. */
interface Offer {
  readonly service: ServiceProfile | undefined;
  readonly isLoading: boolean;
}

function chooser(
  fields: FieldContext,
  { service, isLoading }: Offer,
  name: 'product' | 'application',
  choices: readonly Choice[],
  choose: (id: string) => void,
): TemplateResult {
  const { msg, language } = fields;
  const chosen = fields.values[name];
  const texts = {
    id: controlId(`/${name}`),
    label: labels[name](fields),
    error: fields.messageOf(`/${name}`),
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
        <option value="" disabled hidden ?selected=${!known}>${service ? msg('Choose') : isLoading ? msg('Loading…') : '–'}</option>
        ${choices.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name[language] ?? name.fi}</option>`)}
      </select>
    `,
  );
}

/** Where it is: the product, where there are several, and the application. */
export function applicationFields(fields: FieldContext, offer: Offer): TemplateResult {
  const products = offer.service?.products ?? [];
  const product = products.find(({ id }) => id === fields.values.product);
  const chooseProduct = (id: string) => fields.change({ product: id, application: '' });
  const chooseApplication = (application: string) => fields.change({ application });
  return html`
    ${products.length > 1 ? chooser(fields, offer, 'product', products, chooseProduct) : nothing}
    ${chooser(fields, offer, 'application', product?.applications ?? [], chooseApplication)}
  `;
}

/** The application by its name; missing where the endpoint doesn't offer it. */
export function applicationText(
  { values, language }: FieldContext,
  service: ServiceProfile,
): string | undefined {
  const nameOf = ({ name }: Choice) => name[language] ?? name.fi;
  const product = service.products.find(({ id }) => id === values.product);
  const application = product?.applications.find(({ id }) => id === values.application);
  if (!product || !application) return undefined;
  return service.products.length > 1
    ? `${nameOf(product)} ${nameOf(application)}`
    : nameOf(application);
}
