import type { StoryContext } from '@storybook/web-components-vite';
import { toolbar } from './host.js';

const PATIENCE_MS = 20_000;
const SHORT_PATIENCE_MS = 2_000;
const PAUSE_MS = 20;

/** Somebody at an element, who finds things by selectors of its shadow root: a story is told in every language. */
export class Person {
  constructor(
    readonly element: HTMLElement,
    readonly patience: number,
  ) {}

  /** Waits until something is there. */
  async sees(selector: string): Promise<HTMLElement> {
    const end = Date.now() + this.patience;
    for (;;) {
      const found = this.element.shadowRoot?.querySelector<HTMLElement>(selector);
      if (found) return found;
      if (Date.now() > end)
        throw new Error(`<${this.element.localName}> never showed "${selector}".`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  async press(selector: string): Promise<void> {
    (await this.sees(selector)).click();
  }

  /** Puts a text into a field as if it had been typed or pasted. */
  async write(selector: string, text: string): Promise<void> {
    const field = await this.sees(selector);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
      throw new Error(`"${selector}" takes no text.`);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
}

/** Whether the viewer has chosen another answer or another person than the story is about. */
function isTurned({ globals, storyGlobals }: StoryContext): boolean {
  const own = { ...toolbar.initialGlobals, ...storyGlobals } as Readonly<Record<string, unknown>>;
  return ['answer', 'user'].some((name) => globals[name] !== own[name]);
}

/**
 * Brings a state about as a person would, once a story is painted. On a page of documentation the element stays hidden
 * until it is done: there it may neither take the focus nor scroll. Where the viewer has turned the toolbar, the acts may
 * lead elsewhere.
 */
export const acts =
  (act: (person: Person) => Promise<void>) =>
  async (context: StoryContext): Promise<void> => {
    const { canvasElement, component, viewMode } = context;
    const element = canvasElement.querySelector<HTMLElement>(String(component));
    if (!element) throw new Error(`The story shows no <${String(component)}>.`);
    const turned = isTurned(context);
    canvasElement.hidden = viewMode === 'docs';
    try {
      await act(new Person(element, turned ? SHORT_PATIENCE_MS : PATIENCE_MS));
    } catch (error) {
      if (!turned) throw error;
    } finally {
      canvasElement.hidden = false;
    }
  };
