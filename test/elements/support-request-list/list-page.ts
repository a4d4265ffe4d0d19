import { fixture, html } from '@open-wc/testing';
import '../../../src/elements/support-request-list/support-request-list.define.js';
import type { SupportRequestList } from '../../../src/elements/support-request-list/support-request-list.js';
import { submitRequest, type SupportRequest } from '../../../src/contract/support-requests.js';
import { clientOf } from '../../tools/advisory.js';
import { tokenFor, type DemoUser } from '../../tools/sign-in.js';
import { waitUntil } from '../../tools/wait-until.js';

const sample = (summary: string): SupportRequest => ({
  kind: 'question',
  product: 'fivaldi',
  application: 'kirjanpito',
  summary,
  critical: false,
  description: 'Miten avaan tilikauden?',
  userIds: [],
  companyNumbers: ['1234'],
  contact: { company: 'Äyräs', name: 'Maija Mäkelä', phone: '040 123 4567', email: 'maija@example.com' },
  attachments: [],
  language: 'fi',
});

/** Sends a request as the form would, and gives its id. */
export async function send(changes: Partial<SupportRequest> = {}, user: 'main-user' | 'other-tenant' = 'main-user'): Promise<string> {
  const id = crypto.randomUUID();
  await clientOf(user).send(submitRequest, { params: { id }, body: { ...sample(`tilikausi ${id}`), ...changes } });
  return id;
}

/** The list on a page, as the person at it sees and uses it. */
export class ListPage {
  constructor(readonly element: SupportRequestList) {}

  get root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error('The list has no shadow root.');
    return shadowRoot;
  }

  get text(): string {
    return this.root.querySelector<HTMLElement>('.root')?.innerText ?? '';
  }

  get rows(): string[] {
    return [...this.root.querySelectorAll('.rows .subject')].map(({ id }) => id.replace('open-', ''));
  }

  get focused(): string | undefined {
    return this.root.activeElement?.id;
  }

  find<E extends HTMLElement = HTMLElement>(selector: string): E {
    const found = this.root.querySelector<E>(selector);
    if (!found) throw new Error(`There is no "${selector}". There is: ${this.text}`);
    return found;
  }

  async sees(selector: string): Promise<void> {
    await waitUntil(() => this.root.querySelector(selector), `"${selector}" never appeared. There is: ${this.text}`);
  }

  async reads(text: string): Promise<void> {
    await waitUntil(() => this.text.includes(text), `"${text}" never appeared. There is: ${this.text}`);
  }

  async write(text: string): Promise<void> {
    const field = this.find<HTMLTextAreaElement>('#reply');
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await this.element.updateComplete;
  }

  sendByKeys(): void {
    this.find('#reply').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));
  }
}

export interface Options {
  readonly id?: string;
  readonly user?: DemoUser;
  readonly endpoint?: string;
}

export async function open({ id, user = 'main-user', endpoint = '/api/support' }: Options = {}): Promise<ListPage> {
  const element = await fixture<SupportRequestList>(html`
    <support-request-list .endpoint=${endpoint} .accessToken=${() => tokenFor(user)} .requestId=${id} locale="fi"></support-request-list>
  `);
  return new ListPage(element);
}
