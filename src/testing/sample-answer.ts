import type * as z from 'zod/mini';

const anId = '0b6e9f4c-6f4e-4b7e-9a52-0d5b7c3f8a11';

/** A text of each form that the contract knows, plain words first. */
const texts = [
  'Esimerkki',
  '2026-01-05T07:05:00Z',
  '2026-01-06',
  '09:00',
  'Europe/Helsinki',
  '1234',
  'ayras-maija',
  anId,
];

const firstThatFits = (schema: z.ZodMiniType, candidates: readonly unknown[]): unknown => {
  const fitting = candidates.find((candidate) => schema.safeParse(candidate).success);
  if (fitting === undefined) throw new Error('The samples hold nothing of this form: add one.');
  return fitting;
};

/** A list is whole: a sample that named a next page would be asked for it again and again. */
const isPage = (shape: object): boolean => 'items' in shape && 'next' in shape;

/**
 * A value that a schema of the contract takes: what the fake endpoint answers where nobody wrote an answer, so that a new
 * operation works as soon as it stands in the contract.
 *
 * @param name of the property that holds it
 */
export function sampleOf(schema: z.core.$ZodType, name = ''): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object': {
      const entries = Object.entries(def.shape).filter(
        ([key]) => !(key === 'next' && isPage(def.shape)),
      );
      return Object.fromEntries(entries.map(([key, of]) => [key, sampleOf(of, key)]));
    }
    case 'array':
      return [sampleOf(def.element)];
    case 'optional':
    case 'nullable':
    case 'catch':
      return sampleOf(def.innerType, name);
    case 'union':
      return sampleOf(def.options[0] ?? schema, name);
    case 'enum':
      return Object.values(def.entries)[0];
    case 'literal':
      return def.values[0];
    case 'boolean':
      return false;
    case 'number':
      return firstThatFits(schema as z.ZodMiniType, [1, 0]);
    case 'string':
      // What an answer calls an id can be asked for by it.
      return firstThatFits(schema as z.ZodMiniType, name === 'id' ? [anId, ...texts] : texts);
    default:
      throw new Error(`There is no sample of ${def.type}: say here what one looks like.`);
  }
}
