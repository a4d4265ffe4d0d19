/** What browsers keep from pages that came by plain http, by the prototype that has it. */
const hidden = [
  [Crypto.prototype, 'randomUUID'],
  [Crypto.prototype, 'subtle'],
  [Navigator.prototype, 'clipboard'],
  [Navigator.prototype, 'locks'],
] as const;

/** Lets the tests of a suite find the browser as a page does that came by plain http. */
export function asByPlainHttp(): void {
  const taken: (readonly [object, string, PropertyDescriptor])[] = [];
  before(() => {
    for (const [prototype, name] of hidden) {
      const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
      if (!descriptor) throw new Error(`There is no ${name}`);
      taken.push([prototype, name, descriptor]);
      Reflect.deleteProperty(prototype, name);
    }
  });
  after(() => {
    for (const [prototype, name, descriptor] of taken)
      Object.defineProperty(prototype, name, descriptor);
  });
}
