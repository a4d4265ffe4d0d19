import { fixture, html } from '@open-wc/testing';
import '../../../src/elements/support-request-list/support-request-list.define.js';
import type { SupportRequestList } from '../../../src/elements/support-request-list/support-request-list.js';
import { putAttachment } from '../../../src/contract/attachments.js';
import { writePng } from '../../../src/attachments/write-png.js';
import { putStaffMessage } from '../../../src/contract/staff.js';
import {
  getRequest,
  submitRequest,
  type SupportRequest,
  type TimelineItem,
} from '../../../src/contract/support-requests.js';
import { clientOf } from '../../tools/advisory.js';
import { click, fill, press } from '../../tools/input.js';
import { tokenFor, type DemoUser } from '../../tools/sign-in.js';
import { waitUntil } from '../../tools/wait-until.js';
import { screenshot } from '../screenshot-attach/attach-page.js';

const sample = (summary: string): SupportRequest => ({
  kind: 'question',
  product: 'fivaldi',
  application: 'kirjanpito',
  summary,
  critical: false,
  description: 'Miten avaan tilikauden?',
  userIds: [],
  companyNumbers: ['1234'],
  contact: {
    company: 'Äyräs',
    name: 'Maija Mäkelä',
    phone: '040 123 4567',
    email: 'maija@example.com',
  },
  attachments: [],
  language: 'fi',
});

/** Sends a request as the form would, and gives its id. */
export async function send(
  changes: Partial<SupportRequest> = {},
  user: 'main-user' | 'other-tenant' = 'main-user',
): Promise<string> {
  const id = crypto.randomUUID();
  await clientOf(user).send(submitRequest, {
    params: { id },
    body: { ...sample(`tilikausi ${id}`), ...changes },
  });
  return id;
}

/** Sends a request with white pictures of these sizes, called `kuva-1.png` and so on, and gives its id. */
export async function sendWithPictures(
  ...sizes: readonly { width: number; height: number }[]
): Promise<string> {
  const attachments = await Promise.all(
    sizes.map(async (size, index) => {
      const id = crypto.randomUUID();
      const draw = (context: OffscreenCanvasRenderingContext2D) => {
        context.fillStyle = 'white';
        context.fillRect(0, 0, size.width, size.height);
      };
      const body = await writePng({ ...size, draw });
      await clientOf('main-user').send(putAttachment, { params: { id }, body });
      return { id, name: `kuva-${index + 1}.png` };
    }),
  );
  return send({ attachments });
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
    return (this.root.querySelector<HTMLElement>('.root')?.innerText ?? '').replaceAll(
      '\u00a0',
      ' ',
    );
  }

  get rows(): string[] {
    return [...this.root.querySelectorAll('.rows .subject')].map(({ id }) =>
      id.replace('open-', ''),
    );
  }

  get focused(): string | undefined {
    return this.root.activeElement?.id;
  }

  /** What was said to who doesn't see the page. */
  get announced(): string {
    return this.root.querySelector('.visually-hidden[role=status]')?.textContent ?? '';
  }

  find<E extends HTMLElement = HTMLElement>(selector: string): E {
    const found = this.root.querySelector<E>(selector);
    if (!found) throw new Error(`There is no "${selector}". There is: ${this.text}`);
    return found;
  }

  async sees(selector: string): Promise<void> {
    await waitUntil(
      () => this.root.querySelector(selector),
      () => `"${selector}" never appeared. There is: ${this.text}`,
    );
  }

  async reads(text: string): Promise<void> {
    await waitUntil(
      () => this.text.includes(text),
      () => `"${text}" never appeared`,
    ).catch((error: unknown) => {
      throw new Error(`${String(error)}. There is: ${this.text}`);
    });
  }

  /** Presses by the pointer what a selector names, once it is there. */
  async press(selector: string): Promise<void> {
    await this.sees(selector);
    await click(this.find(selector));
    await this.element.updateComplete;
  }

  async write(text: string): Promise<void> {
    await fill(this.find<HTMLTextAreaElement>('#reply'), text);
    await this.element.updateComplete;
  }

  /** Attaches a picture by the element's own method, since no driver reaches the system's file picker, and gives it as it will be sent. */
  async attach(name: string): Promise<File | undefined> {
    await this.sees('screenshot-attach');
    const attach = this.find<HTMLElementTagNameMap['screenshot-attach']>('screenshot-attach');
    attach.scrollIntoView();
    await waitUntil(() => 'addFiles' in attach, 'The place for pictures was never filled');
    await attach.addFiles([await screenshot(name)]);
    return attach.files.at(-1);
  }

  get attached(): readonly string[] {
    return this.find<HTMLElementTagNameMap['screenshot-attach']>('screenshot-attach').files.map(
      ({ name }) => name,
    );
  }

  /** Presses Ctrl+Enter in the reply. */
  async sendByKeys(): Promise<void> {
    await click(this.find('#reply'));
    await press('Control+Enter');
  }
}

export interface Options {
  readonly id?: string | undefined;
  readonly user?: DemoUser;
  readonly endpoint?: string;
  readonly locale?: string;
  readonly scope?: 'own' | 'company';
  readonly drafts?: 'text' | 'none';
}

export async function open({
  id,
  user = 'main-user',
  endpoint = '/api/support',
  locale = 'fi',
  scope,
  drafts = 'text',
}: Options = {}): Promise<ListPage> {
  const element = await fixture<SupportRequestList>(html`
    <support-request-list
      .endpoint=${endpoint}
      .accessToken=${() => tokenFor(user)}
      .requestId=${id}
      .scope=${scope}
      drafts=${drafts}
      locale=${locale}
    ></support-request-list>
  `);
  return new ListPage(element);
}

/** Customer service answers. */
export const answer = (
  id: string,
  text: string,
  kind: 'message' | 'chargeableProposal' = 'message',
) =>
  clientOf('agent').send(putStaffMessage, {
    params: { id, messageId: crypto.randomUUID() },
    body: { text, attachments: [], kind },
  });

/** What has been said about a request, as the endpoint has it. */
export const messagesOf = async (id: string): Promise<readonly TimelineItem[]> => {
  const { timeline } = await clientOf('main-user').send(getRequest, { params: { id } });
  return timeline.filter(({ kind }) => kind === 'message');
};
