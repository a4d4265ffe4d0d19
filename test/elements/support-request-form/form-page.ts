import { fixture, html } from '@open-wc/testing';
import '../../../src/elements/support-request-form/support-request-form.define.js';
import type { SupportRequestForm } from '../../../src/elements/support-request-form/support-request-form.js';
import { chooseOption, click, engine, fill, press, pasteByKeys } from '../../tools/input.js';
import { tokenFor, type DemoUser } from '../../tools/sign-in.js';
import { waitUntil } from '../../tools/wait-until.js';

interface Options {
  readonly endpoint?: string;
  readonly user?: DemoUser;
  readonly locale?: string;
  readonly application?: string;
  readonly companyNumber?: string;
  readonly userId?: string;
  readonly drafts?: 'text' | 'all' | 'none';
  /** Whether the browser still has what an earlier form kept. */
  readonly keepStorage?: boolean;
}

/** A form on a page, as the person at it sees and uses it. */
export class FormPage {
  constructor(readonly element: SupportRequestForm) {}

  get root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error('The form has no shadow root.');
    return shadowRoot;
  }

  /** Everything that can be read. */
  get text(): string {
    return (this.root.querySelector<HTMLElement>('.root')?.innerText ?? '').replaceAll(
      '\u00a0',
      ' ',
    );
  }

  get subject(): string {
    return this.root.querySelector('output')?.textContent?.trim() ?? '';
  }

  get focused(): Element | null {
    return this.root.activeElement;
  }

  /** The control that a label names. */
  control(label: string): HTMLInputElement {
    const labels = [...this.root.querySelectorAll('label')].filter((known) =>
      known.textContent?.trim().startsWith(label),
    );
    const [control] = labels.map((known) => known.control ?? known.querySelector('input'));
    if (!control) throw new Error(`No control is called "${label}". There is: ${this.text}`);
    return control as HTMLInputElement;
  }

  /** Opens what is folded to a line, where the field of that label is in it. */
  async open(label: string): Promise<void> {
    const line = [...this.root.querySelectorAll<HTMLElement>('.folded')].find((known) =>
      known.innerText.trim().startsWith(label),
    );
    const button = line?.querySelector('button');
    if (!button) return;
    await this.click(button);
    await waitUntil(
      () => this.focused?.matches('input, select'),
      () => `"${label}" never opened. There is: ${this.text}`,
    );
  }

  /** What assistive technology says of a control beside its name. */
  description(label: string): string {
    const ids = this.control(label).getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids
      .map((id) => this.root.getElementById(id)?.textContent?.trim() ?? '')
      .join(' ')
      .replaceAll('\u00a0', ' ');
  }

  button(name: string): HTMLButtonElement {
    const found = [...this.root.querySelectorAll('button')].find(
      (button) => (button.getAttribute('aria-label') ?? button.textContent?.trim()) === name,
    );
    if (!found) throw new Error(`No button is called "${name}". There is: ${this.text}`);
    return found;
  }

  /** The text of a label, which is what a person presses of a radio button or a box. */
  label(text: string): HTMLLabelElement {
    const found = [...this.root.querySelectorAll('label')].find((known) =>
      known.textContent?.trim().startsWith(text),
    );
    if (!found) throw new Error(`There is no label "${text}". There is: ${this.text}`);
    return found;
  }

  /** Waits for what loads when a form is first touched. */
  async loaded(): Promise<void> {
    await waitUntil(
      () =>
        !this.root.querySelector('form') ||
        (this.root.querySelector('.closing:not(.awaited)') &&
          !this.root.querySelector('screenshot-attach:not(:defined)')),
      () => `The rest of the form never loaded: ${this.text}`,
    );
    await this.element.updateComplete;
  }

  /** Presses something by the pointer. What loads stands above the buttons, and a press would land beside one that moves. */
  async click(target: Element): Promise<void> {
    if (this.focused) await this.loaded();
    await click(target);
    await this.element.updateComplete;
  }

  /** Writes in place of what a field holds, or chooses in a list. */
  async write(label: string, value: string): Promise<void> {
    await this.open(label);
    const control: HTMLElement = this.control(label);
    if (control instanceof HTMLSelectElement) {
      chooseOption(control, value);
    } else if (control instanceof HTMLInputElement && control.type === 'datetime-local') {
      // Its parts are typed in the order of the browser's own language.
      control.focus();
      control.value = value;
      control.dispatchEvent(new InputEvent('input', { bubbles: true }));
    } else {
      await fill(control as HTMLInputElement | HTMLTextAreaElement, value);
    }
    await this.element.updateComplete;
  }

  /** Pastes a text into a field: what is long, or made of lines. */
  async paste(label: string, text: string): Promise<void> {
    await this.open(label);
    const control = this.control(label);
    await click(control);
    if (engine === 'chromium') {
      await pasteByKeys({ text });
    } else {
      // No other engine lets a test fill the clipboard.
      const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } });
      if (control.dispatchEvent(event)) document.execCommand('insertText', false, text);
    }
    await this.element.updateComplete;
  }

  async choose(label: string): Promise<void> {
    await this.click(this.label(label));
  }

  async press(name: string): Promise<void> {
    await this.click(this.button(name));
  }

  /** Presses a key with its modifiers, as in `Control+Enter`, in a field. */
  async key(label: string, keys: string): Promise<void> {
    await this.open(label);
    this.control(label).focus();
    await press(keys);
    await this.element.updateComplete;
  }

  async reads(text: string | RegExp): Promise<void> {
    const there = () =>
      typeof text === 'string' ? this.text.includes(text) : text.test(this.text);
    await waitUntil(there, () => `"${text}" never appeared. There is: ${this.text}`);
  }

  async confirmChargeableWork(): Promise<void> {
    const place = this.root.querySelector('.terms details');
    const [more, box] = [place?.querySelector('summary'), place?.querySelector('#chargeableWork')];
    if (!more || !box) throw new Error(`Nothing can be confirmed. There is: ${this.text}`);
    await this.click(more);
    await this.click(box);
  }

  /** What a person with a prefilled form writes: the problem alone. */
  async writeProblem(summary = 'tilikauden avaaminen ei onnistu'): Promise<void> {
    await this.write('Ongelma lyhyesti', summary);
    await this.write('Kuvaus', 'Yritin avata tilikauden 2026.');
  }
}

/** Opens a form for Maija in Kirjanpito, ready to be written into. */
export async function openForm(options: Options = {}): Promise<FormPage> {
  const {
    endpoint = '/api/support',
    user = 'main-user',
    locale = 'fi',
    application = 'kirjanpito',
    companyNumber = '1234',
    userId,
    drafts = 'text',
  } = options;
  if (!options.keepStorage) localStorage.clear();
  const token = () => tokenFor(user);
  const element = await fixture<SupportRequestForm>(html`
    <support-request-form
      .endpoint=${endpoint}
      .accessToken=${token}
      locale=${locale}
      product="fivaldi"
      application=${application}
      company-number=${companyNumber}
      .userId=${userId}
      drafts=${drafts}
    ></support-request-form>
  `);
  const page = new FormPage(element);
  await waitUntil(() => page.root.querySelector('h2'), 'The form was never painted.');
  return page;
}

/** The same, once the endpoint has told who is signed in. */
export async function openReadyForm(options: Options = {}): Promise<FormPage> {
  const page = await openForm(options);
  await page.reads(/Maija Mäkelä|Aino Virtanen|Oskari Virta/);
  return page;
}

export const neededBy = 'Ratkaisu tarvitaan viimeistään';

/** A form with a problem that is critical, where it can be said by when it is to be solved. */
export async function openCriticalForm(): Promise<FormPage> {
  const page = await openReadyForm();
  await page.writeProblem();
  await page.choose('Asia on kriittinen');
  await page.reads(neededBy);
  return page;
}

export const detailOf = <T>(target: EventTarget, name: string): Promise<T> =>
  new Promise((resolve) =>
    target.addEventListener(name, (event) => resolve((event as CustomEvent<T>).detail), {
      once: true,
    }),
  );

/** Lets the browser say that it is off-line: what fails is not tried again in vain. The answer ends that, and tells the page. */
export function goOffline(): () => void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  return () => {
    Reflect.deleteProperty(navigator, 'onLine');
    window.dispatchEvent(new Event('online'));
  };
}
