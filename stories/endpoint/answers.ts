import type * as z from 'zod/mini';
import {
  capabilities,
  composeSubject,
  type Language,
  type Me,
  type Operation,
  type OperationName,
  type ProblemCode,
  type Receipt,
  type SupportRequest,
  type TimelineItem,
  type operations,
} from '../../src/contract/index.js';
import { ayrasCompanies } from '../../server/src/demo-data/companies.js';
import { nextStepWhenReceived, statusLabel } from '../../server/src/operations/texts.js';
import type { serviceProfile } from '../../server/src/service-profile.js';
import { signedLog } from './log.js';
import { articlesAbout, incidents } from './notices.js';

type Parsed<T> = T extends z.ZodMiniType ? z.infer<T> : T extends 'binary' ? Blob : undefined;

/** What the endpoint has been sent. */
export interface Stored {
  readonly request: SupportRequest;
  readonly receipt: Receipt;
  readonly timeline: TimelineItem[];
}

/** One question to the fake endpoint, parsed by the contract. */
export interface Call<O extends Operation> {
  readonly params: Parsed<O['params']>;
  readonly query: Parsed<O['query']>;
  readonly body: Parsed<O['body']>;
  readonly language: Language;
  /** What customer service offers. */
  readonly profile: ReturnType<typeof serviceProfile>;
  /** Who is signed in. */
  readonly me: Me;
  /** By their ids. */
  readonly requests: Map<string, Stored>;
}

/** A method, so that an answer to one row may stand among answers to any. */
interface Answering<O extends Operation> {
  answer(call: Call<O>): Parsed<O['response']> | Promise<Parsed<O['response']>>;
}

/** Answers by the name of the operation. What is missing is answered with a sample of its schema. */
export type Answers = {
  readonly [N in OperationName]?: Answering<(typeof operations)[N]>['answer'];
};

/** Thrown by an answer that refuses. */
export class Refusal extends Error {
  constructor(readonly code: ProblemCode) {
    super(code);
  }
}

function receive(
  { body, language, profile, requests }: Call<(typeof operations)['submitRequest']>,
  id: string,
): Receipt {
  return {
    id,
    number: `FIV-2026-${String(413 + requests.size).padStart(4, '0')}`,
    subject: composeSubject(body, profile),
    status: 'received',
    statusLabel: statusLabel('received', language),
    createdAt: new Date().toISOString(),
    nextStep: nextStepWhenReceived(profile.contact, body.critical, new Date(), language),
  };
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

/** The endpoint as it should be: what was sent is there, and people and companies are those of the demo. */
export const usualAnswers = {
  getService: ({ profile }) => ({
    contract: 1,
    capabilities: [...capabilities],
    ...profile,
  }),

  getMe: ({ me }) => me,

  ...signedLog,

  listCompanies({ query: { q = '' } }) {
    const wanted = q.toLocaleLowerCase('fi');
    return {
      items: ayrasCompanies.filter(({ number, name }) =>
        `${number} ${name}`.toLocaleLowerCase('fi').includes(wanted),
      ),
    };
  },

  listIncidents: ({ query: { application }, language }) => ({
    items: incidents(application, language),
  }),

  listArticles: ({ query: { q } }) => ({ items: articlesAbout(q) }),

  submitRequest(call) {
    const { id } = call.params;
    const known = call.requests.get(id);
    if (known && JSON.stringify(known.request) !== JSON.stringify(call.body))
      throw new Refusal('conflict');
    const receipt = known?.receipt ?? receive(call, id);
    call.requests.set(id, known ?? { request: call.body, receipt, timeline: [] });
    return receipt;
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

  putAttachment: ({ params: { id }, body }) => ({
    id,
    type: body.type,
    bytes: body.size,
    digest: 'demo',
  }),
} satisfies Answers;
