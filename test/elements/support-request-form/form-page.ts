import { fixture, html } from '@open-wc/testing';
import '../../../src/elements/support-request-form/support-request-form.define.js';
import type { SupportRequestForm } from '../../../src/elements/support-request-form/support-request-form.js';
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
    return this.root.querySelector<HTMLElement>('.root')?.innerText ?? '';
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

  /** What assistive technology says of a control beside its name. */
  description(label: string): string {
    const ids = this.control(label).getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => this.root.getElementById(id)?.textContent?.trim() ?? '').join(' ');
  }

  button(name: string): HTMLButtonElement {
    const found = [...this.root.querySelectorAll('button')].find(
      (button) => (button.getAttribute('aria-label') ?? button.textContent?.trim()) === name,
    );
    if (!found) throw new Error(`No button is called "${name}". There is: ${this.text}`);
    return found;
  }

  async write(label: string, value: string): Promise<void> {
    const control = this.control(label);
    control.focus();
    control.value = value;
    const changed =
      control instanceof HTMLSelectElement || control.type === 'checkbox' ? 'change' : 'input';
    control.dispatchEvent(new InputEvent(changed, { bubbles: true }));
    await this.element.updateComplete;
  }

  async choose(label: string): Promise<void> {
    this.control(label).click();
    await this.element.updateComplete;
  }

  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.element.updateComplete;
  }

  async key(label: string, key: string, init: KeyboardEventInit = {}): Promise<void> {
    this.control(label).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
    );
    await this.element.updateComplete;
  }

  async reads(text: string | RegExp): Promise<void> {
    const there = () =>
      typeof text === 'string' ? this.text.includes(text) : text.test(this.text);
    await waitUntil(there, () => `"${text}" never appeared. There is: ${this.text}`);
  }

  /** What a person with a prefilled form writes: the problem alone. */
  async writeProblem(summary = 'tilikauden avaaminen ei onnistu'): Promise<void> {
    await this.write('Ongelma lyhyesti', summary);
    await this.write(
      'Kuvaus',
      'Yritin avata tilikauden 2026. Ohjelma ilmoitti, ettei kausi ole voimassa.',
    );
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

export const detailOf = <T>(target: EventTarget, name: string): Promise<T> =>
  new Promise((resolve) =>
    target.addEventListener(name, (event) => resolve((event as CustomEvent<T>).detail), {
      once: true,
    }),
  );
