/**
 * The one spelling of a JSON value (RFC 8785): no white space, members by the UTF-16 units of their names, numbers and texts as
 * ECMAScript writes them. What is signed is written like this, so that whoever reads it can write the same bytes again.
 *
 * Members that are `undefined` are left out. Written here since the contract imports nothing but zod.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
