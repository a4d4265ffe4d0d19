import { plain, type Surface } from './surface.js';

/** Milliseconds. */
const PATIENCE = 4_000;
const PAUSE = 10;

// Kept from before a test puts a fake clock in their place.
const { setTimeout: later } = globalThis;
const now = Date.now.bind(Date);

function* rootsIn(root: ParentNode): Generator<ParentNode> {
  yield root;
  for (const element of root.querySelectorAll('*'))
    if (element.shadowRoot) yield* rootsIn(element.shadowRoot);
}

/** An element on the page that runs the test: in a browser, jsdom or happy-dom. */
export function domSurface(element: Element): Surface {
  const all = (selector: string): HTMLElement[] =>
    [...rootsIn(element.shadowRoot ?? element)].flatMap((root) => [
      ...root.querySelectorAll<HTMLElement>(selector),
    ]);

  async function find(selector: string): Promise<HTMLElement> {
    for (const end = now() + PATIENCE; now() < end;) {
      const [found] = all(selector);
      if (found) return found;
      await new Promise((resolve) => later(resolve, PAUSE));
    }
    throw new Error(
      `<${element.localName}> never showed "${selector}". It shows: ${all('.root').map(readable).join(' ')}`,
    );
  }

  async function set(selector: string, change: (control: HTMLElement) => void): Promise<void> {
    const control = await find(selector);
    control.focus();
    change(control);
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }

  return {
    sees: async (selector) => void (await find(selector)),
    has: async (selector) => all(selector).length > 0,
    press: async (selector) => (await find(selector)).click(),
    write: (selector, text) => set(selector, (control) => Reflect.set(control, 'value', text)),
    async choose(selector, value) {
      await find(`${selector} option[value="${value}"]`);
      await set(selector, (control) => Reflect.set(control, 'value', value));
    },
    async check(selector, isChecked) {
      const box = await find(selector);
      if (Reflect.get(box, 'checked') !== isChecked) box.click();
    },
    give: (selector, files) =>
      set(selector, (control) =>
        Object.defineProperty(control, 'files', { value: files, configurable: true }),
      ),
    async key(selector, key) {
      const control = await find(selector);
      control.focus();
      control.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
      );
    },
    text: async (selector) => readable(await find(selector)),
    texts: async (selector) => all(selector).map(readable),
  };
}

const readable = ({ textContent }: HTMLElement): string => plain(textContent ?? '');
