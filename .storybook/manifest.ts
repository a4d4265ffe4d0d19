import type { ArgTypes } from '@storybook/web-components-vite';
import written from '../custom-elements.json?raw';

interface Described {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
}

interface Member extends Described {
  readonly kind: 'field' | 'method';
  readonly static?: boolean;
  /** The attribute that sets this property. */
  readonly attribute?: string;
  readonly parameters?: readonly Described[];
}

interface ElementDeclaration {
  readonly name: string;
  readonly tagName?: string;
  readonly description?: string;
  readonly members?: readonly Member[];
  readonly attributes?: readonly Described[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
}

/** What `npm run manifest` wrote, as far as it is read here. */
export const manifest = JSON.parse(written) as {
  readonly modules: readonly { readonly declarations: readonly ElementDeclaration[] }[];
};

export const elementOf = (tag: string): ElementDeclaration | undefined =>
  manifest.modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === tag);

type Row = ArgTypes[string];

const row = (
  category: string,
  { name, description, type, default: value }: Described,
  label = name,
): Row => ({
  name: label || '(default)',
  ...(description && { description }),
  control: category === 'attributes' ? { type: 'text' } : { disable: true },
  table: {
    category,
    ...(type && { type: { summary: type.text.replace(/ \| undefined$/, '') } }),
    ...(value && { defaultValue: { summary: value } }),
  },
});

const signature = ({ name, parameters = [] }: Member): string =>
  `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`;

/**
 * The rows of an element's table, from the manifest. An attribute and its property are one row; the name of a row is that
 * of its attribute, which is what the controls of a story set.
 */
export function argTypesOf(tag: string): ArgTypes {
  const {
    members = [],
    attributes = [],
    events = [],
    slots = [],
    cssParts = [],
    cssProperties = [],
  } = elementOf(tag) ?? { name: tag };
  const own = members.filter((member) => !member.attribute && !member.static);
  const rows: [string, Row][] = [
    ...attributes.map((one): [string, Row] => [one.name, row('attributes', one)]),
    ...own
      .filter(({ kind }) => kind === 'field')
      .map((one): [string, Row] => [`property ${one.name}`, row('properties', one)]),
    ...own
      .filter(({ kind }) => kind === 'method')
      .map((one): [string, Row] => [`method ${one.name}`, row('methods', one, signature(one))]),
    ...events.map((one): [string, Row] => [`event ${one.name}`, row('events', one)]),
    ...slots.map((one): [string, Row] => [`slot ${one.name}`, row('slots', one)]),
    ...cssParts.map((one): [string, Row] => [`part ${one.name}`, row('parts', one)]),
    ...cssProperties.map((one): [string, Row] => [one.name, row('custom properties', one)]),
  ];
  return Object.fromEntries(rows);
}

/** The events that the elements tell their host. */
export const eventNames: ReadonlySet<string> = new Set(
  manifest.modules
    .flatMap(({ declarations }) => declarations)
    .flatMap(({ events = [] }) => events.map(({ name }) => name)),
);
