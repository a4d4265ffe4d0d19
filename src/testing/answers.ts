import type * as z from 'zod/mini';
import type { Me } from '../contract/me.js';
import type { Operation } from '../contract/operation.js';
import type { OperationName, operations } from '../contract/operations.js';
import type { FieldError, ProblemCode } from '../contract/problem.js';
import type { ServiceProfile } from '../contract/service.js';
import { composeSubject } from '../contract/subject.js';
import type { Receipt, SupportRequest, TimelineItem } from '../contract/support-requests.js';
import type { Language } from '../contract/values.js';
import { defaultRemoteSupport } from '../contract/default-remote-support.js';
import { sampleCompanies } from './sample-data.js';

type Parsed<T> = T extends z.ZodMiniType ? z.infer<T> : T extends 'binary' ? Blob : undefined;

/** A support request that was sent to a fake endpoint, and what was said of it since. */
export interface StoredRequest {
  readonly request: SupportRequest;
  readonly receipt: Receipt;
  readonly timeline: TimelineItem[];
}

/** One call of an operation, parsed by the contract. */
export interface Call<O extends Operation> {
  readonly params: Parsed<O['params']>;
  readonly query: Parsed<O['query']>;
  readonly body: Parsed<O['body']>;
  readonly language: Language;
  /** What customer service offers. */
  readonly profile: ServiceProfile;
  /** Who is signed in. */
  readonly me: Me;
  /** What was sent, by ids. */
  readonly requests: Map<string, StoredRequest>;
  /** What was uploaded, by ids. */
  readonly attachments: Map<string, Blob>;
}

/** A method, so that an answer to one operation may stand among answers to any. */
interface Answering<O extends Operation> {
  answer(call: Call<O>): Parsed<O['response']> | Promise<Parsed<O['response']>>;
}

/** Answers by the name of the operation. What is missing is answered with a sample of its schema. */
export type Answers = {
  readonly [N in OperationName]?: Answering<(typeof operations)[N]>['answer'];
};

/** Thrown by an answer that refuses. */
export class Refusal extends Error {
  /**
   * @param code as the contract has it
   * @param errors the fields that are wrong, where the code is `validation`
   */
  constructor(
    readonly code: ProblemCode,
    readonly errors?: readonly FieldError[],
  ) {
    super(code);
  }
}

const FIRST_NUMBER = 101;

function receiptOf(
  { body, profile, requests }: Call<(typeof operations)['submitRequest']>,
  id: string,
): Receipt {
  return {
    id,
    number: `SUP-${FIRST_NUMBER + requests.size}`,
    subject: composeSubject(body, profile),
    status: 'received',
    createdAt: new Date().toISOString(),
  };
}

async function digestOf(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/** A customer's message as it stands in the timeline. */
export const messageOf = ({
  params: { messageId },
  body: { text, attachments, confirms, declines },
  me,
}: Call<(typeof operations)['putMessage']>): TimelineItem => ({
  id: messageId,
  at: new Date().toISOString(),
  kind: 'message',
  author: { name: me.name, side: 'customer' },
  text,
  attachments,
  ...(confirms !== undefined && { confirms }),
  ...(declines !== undefined && { declines }),
});

/** Without incidents and articles; what was sent is there. */
export const usualAnswers = {
  getService: ({ profile }) => profile,

  getMe: ({ me }) => me,

  listCompanies({ query: { q = '' } }) {
    const wanted = q.toLowerCase();
    return {
      items: sampleCompanies.filter(({ number, name }) =>
        `${number} ${name}`.toLowerCase().includes(wanted),
      ),
    };
  },

  listIncidents: () => ({ items: [] }),

  listArticles: () => ({ items: [] }),

  submitRequest(call) {
    const { id } = call.params;
    const known = call.requests.get(id);
    if (known && JSON.stringify(known.request) !== JSON.stringify(call.body))
      throw new Refusal('conflict');
    const stored = known ?? { request: call.body, receipt: receiptOf(call, id), timeline: [] };
    call.requests.set(id, stored);
    return stored.receipt;
  },

  listRequests({ query: { status }, requests }) {
    const items = [...requests.values()].map(({ receipt }) => receipt).reverse();
    return { items: items.filter((item) => !status || item.status === status) };
  },

  getRequest({ params: { id }, requests }) {
    const found = requests.get(id);
    if (!found) throw new Refusal('notFound');
    return { ...found.request, ...found.receipt, timeline: found.timeline };
  },

  putMessage(call) {
    const found = call.requests.get(call.params.id);
    if (!found) throw new Refusal('notFound');
    const known = found.timeline.find(({ id }) => id === call.params.messageId);
    const item = known ?? messageOf(call);
    if (!known) found.timeline.push(item);
    return item;
  },

  getRemoteSupport: () => defaultRemoteSupport,

  async putAttachment({ params: { id }, body, attachments }) {
    attachments.set(id, body);
    return { id, type: body.type, bytes: body.size, digest: await digestOf(body) };
  },

  getAttachment({ params: { id }, attachments }) {
    const found = attachments.get(id);
    if (!found) throw new Refusal('notFound');
    return found;
  },

  removeAttachment({ params: { id }, attachments }) {
    if (!attachments.delete(id)) throw new Refusal('notFound');
    return undefined;
  },
} satisfies Answers;
