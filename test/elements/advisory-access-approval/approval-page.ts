import { fixture, html } from '@open-wc/testing';
import '../../../src/elements/advisory-access-approval/advisory-access-approval.define.js';
import type { AdvisoryAccessApproval } from '../../../src/elements/advisory-access-approval/advisory-access-approval.js';
import type { SupportClient } from '../../../src/client/client.js';
import { seeingOnly } from '../../tools/advisory.js';
import { click, engine, fill, pasteByKeys } from '../../tools/input.js';
import { tokenFor, type DemoUser } from '../../tools/sign-in.js';
import { waitUntil } from '../../tools/wait-until.js';

/** The approval on a page, as the person at it sees and uses it. */
export class ApprovalPage {
  constructor(readonly element: AdvisoryAccessApproval) {}

  get root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error('The element has no shadow root.');
    return shadowRoot;
  }

  /** Everything that can be read. */
  get text(): string {
    return (this.root.querySelector<HTMLElement>('.root')?.innerText ?? '').replaceAll(
      '\u00a0',
      ' ',
    );
  }

  get focused(): Element | null {
    return this.root.activeElement;
  }

  /** What is granted by a press, in words. */
  get sentence(): string {
    return (
      this.root.querySelector('[part=sentence]')?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? ''
    );
  }

  get announced(): string {
    return this.root.querySelector('.visually-hidden[role=status]')?.textContent ?? '';
  }

  button(name: string): HTMLButtonElement {
    const found = [...this.root.querySelectorAll('button')].find(
      (button) => button.textContent?.trim() === name || button.getAttribute('aria-label') === name,
    );
    if (!found) throw new Error(`No button is called "${name}". There is: ${this.text}`);
    return found;
  }

  has(name: string): boolean {
    return [...this.root.querySelectorAll('button')].some(
      (button) => button.textContent?.trim() === name || button.getAttribute('aria-label') === name,
    );
  }

  /** The field, box or option that a label names. */
  control(label: string): HTMLInputElement {
    const labels = [...this.root.querySelectorAll('label')].filter((known) =>
      known.textContent?.trim().startsWith(label),
    );
    const [control] = labels.map((known) => known.control ?? known.querySelector('input'));
    const named = control ?? this.root.querySelector(`[aria-label^="${label}"]`);
    if (!named) throw new Error(`No control is called "${label}". There is: ${this.text}`);
    return named as HTMLInputElement;
  }

  async press(name: string): Promise<void> {
    await waitUntil(
      () => this.has(name),
      () => `No button is called "${name}". There is: ${this.text}`,
    );
    await click(this.button(name));
    await this.element.updateComplete;
  }

  async choose(label: string): Promise<void> {
    await waitUntil(
      () =>
        this.has(label) ||
        [...this.root.querySelectorAll('label')].some((known) =>
          known.textContent?.trim().startsWith(label),
        ),
      () => `Nothing is called "${label}". There is: ${this.text}`,
    );
    const control = this.control(label);
    await click(control.labels?.[0] ?? control);
    await this.element.updateComplete;
  }

  /** The end of access by its value: hours, `asked` or `at`. */
  async chooseEnd(value: string): Promise<void> {
    const find = () => this.root.querySelector<HTMLInputElement>(`[type=radio][value="${value}"]`);
    await waitUntil(find, () => `No end is "${value}". There is: ${this.text}`);
    const option = find();
    if (!option?.checked) await click(option?.labels?.[0] ?? this.root.host);
    await this.element.updateComplete;
  }

  async write(label: string, value: string): Promise<void> {
    const control = this.control(label);
    // How a date and a time are typed is each engine's and language's own.
    if (control.type === 'datetime-local') {
      control.focus();
      control.value = value;
      control.dispatchEvent(new InputEvent('input', { bubbles: true }));
    } else await fill(control, value);
    await this.element.updateComplete;
  }

  /** Pastes a text into a field. */
  async paste(label: string, text: string): Promise<void> {
    const control = this.control(label);
    await click(control);
    if (engine === 'chromium') await pasteByKeys({ text });
    else {
      // No other engine lets a test fill the clipboard.
      control.value = text;
      control.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    await this.element.updateComplete;
  }

  async reads(text: string | RegExp): Promise<void> {
    const there = () =>
      typeof text === 'string' ? this.text.includes(text) : text.test(this.text);
    await waitUntil(there, () => `"${text}" never appeared. There is: ${this.text}`);
  }

  /** Until the focus is on what says how things stand. */
  async focusesNotice(): Promise<void> {
    await waitUntil(
      () => this.focused?.id.endsWith('-notice'),
      'The focus never came to the notice',
    );
  }
}

interface Options {
  readonly client?: SupportClient;
  readonly endpoint?: string;
  readonly user?: DemoUser;
  readonly locale?: string;
  /** Of the one request that is shown alone. */
  readonly id?: string;
  /** The end of access that is chosen at once; the one asked for, unless something else or nothing is. */
  readonly end?: string | undefined;
}

/** Opens the element for Maija, who may grant. */
export async function openApproval({
  client,
  endpoint = '/api/support',
  user = 'main-user',
  locale = 'fi',
  id,
}: Options = {}): Promise<ApprovalPage> {
  const element = await fixture<AdvisoryAccessApproval>(html`
    <advisory-access-approval
      .client=${client}
      .endpoint=${endpoint}
      .accessToken=${() => tokenFor(user)}
      .requestId=${id}
      locale=${locale}
    ></advisory-access-approval>
  `);
  const page = new ApprovalPage(element);
  await waitUntil(() => page.root.querySelector('h2'), 'The element was never painted.');
  return page;
}

/** The same with a list of its own: only these requests are on it. */
export const openList = (ids: readonly string[], options: Options = {}): Promise<ApprovalPage> =>
  openApproval({ ...options, client: seeingOnly(ids, options.user, options.endpoint) });

/** Opens one request whole, for whoever may decide on it. */
export async function openRequest(
  id: string,
  { end = 'asked', ...options }: Options = {},
): Promise<ApprovalPage> {
  const page = await openList([id], options);
  await page.reads(options.locale === 'en' ? 'Approve' : 'Hyväksy');
  if (end) await page.chooseEnd(end);
  return page;
}

export const detailOf = <T>(target: EventTarget, name: string): Promise<T> =>
  new Promise((resolve) =>
    target.addEventListener(name, (event) => resolve((event as CustomEvent<T>).detail), {
      once: true,
    }),
  );
