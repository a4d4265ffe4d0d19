import type { StoryContext } from '@storybook/web-components-vite';

const PATIENCE_MS = 10_000;
const PAUSE_MS = 20;

/** Somebody at an element, who finds things by selectors of its shadow root: a story is told in every language. */
export class Person {
  constructor(readonly element: HTMLElement) {}

  /** Waits until something is there. */
  async sees(selector: string): Promise<HTMLElement> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = this.element.shadowRoot?.querySelector<HTMLElement>(selector);
      if (found) return found;
      if (Date.now() > end) throw new Error(`<${this.element.localName}> never showed "${selector}".`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  async press(selector: string): Promise<void> {
    (await this.sees(selector)).click();
  }

  /** Puts a text into a field as if it had been typed or pasted. */
  async write(selector: string, text: string): Promise<void> {
    const field = await this.sees(selector);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) throw new Error(`"${selector}" takes no text.`);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
}

/**
 * Brings a state about as a person would, once a story is painted. On a page of documentation the element stays hidden
 * until it is done: there it may neither take the focus nor scroll.
 */
export const acts =
  (act: (person: Person) => Promise<void>) =>
  async ({ canvasElement, component, viewMode }: StoryContext): Promise<void> => {
    const element = canvasElement.querySelector<HTMLElement>(String(component));
    if (!element) throw new Error(`The story shows no <${String(component)}>.`);
    canvasElement.hidden = viewMode === 'docs';
    try {
      await act(new Person(element));
    } finally {
      canvasElement.hidden = false;
    }
  };
