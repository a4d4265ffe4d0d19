import { fixture, html } from '@open-wc/testing';
import '../../../src/elements/remote-support-download/remote-support-download.define.js';
import type { RemoteSupport } from '../../../src/contract/remote-support.js';
import type { Language } from '../../../src/contract/values.js';
import type { RemoteSupportDownload } from '../../../src/elements/remote-support-download/remote-support-download.js';
import { openGate, type Gate } from '../../tools/gate.js';
import { click } from '../../tools/input.js';
import { waitUntil } from '../../tools/wait-until.js';
import { words } from './words.js';

/** The element on a page, as the person at it sees and uses it. */
export class SupportPage {
  constructor(readonly element: RemoteSupportDownload) {}

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

  /** Where the links lead, but for telephone numbers. */
  get links(): string[] {
    return [...this.root.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .map((link) => link.href)
      .filter((href) => !href.startsWith('tel:'));
  }

  /** The link that downloads. */
  get download(): HTMLAnchorElement | null {
    return this.root.querySelector<HTMLAnchorElement>('[part~="primary-button"]');
  }

  /** What assistive technology was told last. */
  get announcement(): string {
    return this.root.querySelector('[role=status]')?.textContent?.trim() ?? '';
  }

  button(name: string): HTMLButtonElement {
    const found = [...this.root.querySelectorAll('button')].find(
      (button) => button.textContent?.trim() === name,
    );
    if (!found) throw new Error(`No button is called "${name}". There is: ${this.text}`);
    return found;
  }

  async press(name: string): Promise<void> {
    await click(this.button(name));
    await this.element.updateComplete;
  }

  async choose(platform: string): Promise<void> {
    const label = [...this.root.querySelectorAll('label')].find(
      (known) => known.textContent?.trim() === platform,
    );
    if (!label) throw new Error(`No computer is called "${platform}". There is: ${this.text}`);
    await click(label);
    await this.element.updateComplete;
  }

  /** Opens everything that is folded. */
  async unfold(): Promise<void> {
    for (const details of this.root.querySelectorAll('details')) details.open = true;
    await this.element.updateComplete;
  }

  async reads(text: string | RegExp): Promise<void> {
    const there = () =>
      typeof text === 'string' ? this.text.includes(text) : text.test(this.text);
    await waitUntil(there, () => `"${text}" never appeared. There is: ${this.text}`);
  }
}

interface Options {
  /** None at all when it is missing. */
  readonly endpoint?: string | undefined;
  readonly locale?: Language;
  readonly platform?: string | undefined;
  readonly allowedHosts?: string | undefined;
  readonly phone?: string | undefined;
}

/** Opens the element as it stands before any answer. */
export async function openSupport({
  endpoint,
  locale = 'fi',
  platform = 'windows',
  allowedHosts,
  phone,
}: Options = {}): Promise<SupportPage> {
  const element = await fixture<RemoteSupportDownload>(html`
    <remote-support-download
      locale=${locale}
      .endpoint=${endpoint}
      .platform=${platform}
      .allowedHosts=${allowedHosts}
      .phone=${phone}
    ></remote-support-download>
  `);
  const page = new SupportPage(element);
  await waitUntil(() => page.root.querySelector('h2'), 'The element was never painted.');
  return page;
}

/** The same, once the person has said that they called. */
export async function openProgram(options: Options = {}): Promise<SupportPage> {
  const { me, program } = words[options.locale ?? 'fi'];
  const page = await openSupport(options);
  await page.press(me);
  await page.reads(program);
  return page;
}

const good: RemoteSupport = {
  program: { name: 'TeamViewer', publisher: 'TeamViewer Germany GmbH' },
  downloads: [],
  fallbackPages: ['https://www.visma.fi/asiakasportaali/Etatukiohjelma/etatuki-ohje/'],
};

/** The endpoint starts with its first question; a person on the telephone isn't the one to wait for that. */
before(() => fetch('/api/support/service'));

/** A way to the real endpoint, whose word on remote support is changed. */
export const gateSaying = (changes: Partial<RemoteSupport>, times = 9): Promise<Gate> =>
  openGate([{ path: '/remote-support*', status: 200, body: { ...good, ...changes }, times }]);

/** What the console is told while something happens. */
export async function warningsDuring(act: () => Promise<unknown>): Promise<string[]> {
  const told: string[] = [];
  const { warn } = console;
  console.warn = (...parts: unknown[]) => told.push(parts.map(String).join(' '));
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return told;
}
