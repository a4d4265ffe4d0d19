import * as z from 'zod/mini';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The values that a reader would take for `unknown` since the contract doesn't name them: a widget shows them neutrally, and an
 * endpoint of this contract has none. Found by walking the schema, so that no enumeration is written again.
 */
export function* unknownValues(
  schema: z.core.$ZodType,
  value: unknown,
  at = '',
): Generator<string> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      if (!isRecord(value)) return;
      for (const [key, of] of Object.entries(def.shape))
        yield* unknownValues(of, value[key], `${at}/${key}`);
      return;
    case 'array':
      if (!Array.isArray(value)) return;
      for (const [index, item] of value.entries())
        yield* unknownValues(def.element, item, `${at}/${index}`);
      return;
    case 'optional':
    case 'nullable':
      if (value !== undefined && value !== null) yield* unknownValues(def.innerType, value, at);
      return;
    case 'catch':
      if (!z.safeParse(def.innerType, value).success)
        yield `${at} is ${JSON.stringify(value)}, which the contract doesn't know`;
      return;
    default:
  }
}
