import { contentDigest } from '../client/upload.lazy.js';
import { defaultRemoteSupport } from '../contract/default-remote-support.js';
import type { operations } from '../contract/operations.js';
import { fileTypeOf } from '../contract/picture-file.js';
import type { FieldError } from '../contract/problem.js';
import { composeSubject } from '../contract/subject.js';
import type { Receipt, TimelineItem } from '../contract/support-requests.js';
import { Refusal, type Answers, type Call } from './answers.js';
import { sampleCompanies } from './sample-data.js';

const FIRST_NUMBER = 101;

type Submission = Call<(typeof operations)['submitRequest']>;
type Message = Call<(typeof operations)['putMessage']>;
type State = Pick<Submission, 'requests' | 'attachments'>;

const invalid = (pointer: string, code: FieldError['code']): Refusal =>
  new Refusal('validation', [{ pointer, code }]);

const receiptOf = ({ params: { id }, body, profile, requests }: Submission): Receipt => ({
  id,
  number: `SUP-${FIRST_NUMBER + requests.size}`,
  subject: composeSubject(body, profile),
  status: 'received',
  createdAt: new Date().toISOString(),
});

/** A customer's message as it stands in the timeline. */
export const messageOf = ({
  params: { messageId },
  body: { text, attachments, confirms, declines },
  me,
}: Message): TimelineItem => ({
  id: messageId,
  at: new Date().toISOString(),
  kind: 'message',
  author: { name: me.name, side: 'customer' },
  text,
  attachments,
  ...(confirms !== undefined && { confirms }),
  ...(declines !== undefined && { declines }),
});

/** Refuses what names a file that wasn't uploaded. */
function checkAttached({ attachments }: State, named: readonly { readonly id: string }[]): void {
  const errors = named.flatMap(({ id }, index): FieldError[] =>
    attachments.has(id) ? [] : [{ pointer: `/attachments/${index}/id`, code: 'notFound' }],
  );
  if (errors.length) throw new Refusal('validation', errors);
}

const isAttached = ({ requests }: State, id: string): boolean =>
  [...requests.values()].some(({ request, timeline }) =>
    [request, ...timeline].some(({ attachments }) => attachments.some((one) => one.id === id)),
  );

/** Refuses an answer to a proposal of chargeable work that isn't the latest, or that has one already. */
function checkProposal(
  timeline: readonly TimelineItem[],
  pointer: '/confirms' | '/declines',
  id: string | undefined,
): void {
  if (id === undefined) return;
  const proposals = timeline.filter(({ kind }) => kind === 'chargeableProposal');
  if (!proposals.some((proposal) => proposal.id === id)) throw invalid(pointer, 'notFound');
  const isAnswered = timeline.some(({ confirms, declines }) => (confirms ?? declines) === id);
  if (isAnswered || proposals.at(-1)?.id !== id) throw invalid(pointer, 'notAllowed');
}

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
    const { params, body, profile, requests } = call;
    const known = requests.get(params.id);
    if (known) return known.receipt;
    const { chargeableWork: confirmed, attachments } = body;
    const { chargeableWork: offered } = profile;
    if (confirmed && (confirmed.version !== offered?.version || confirmed.text !== offered.text))
      throw invalid('/chargeableWork', 'notAllowed');
    checkAttached(call, attachments);
    const receipt = receiptOf(call);
    requests.set(params.id, { request: body, receipt, timeline: [] });
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
    const { params, body, requests } = call;
    const found = requests.get(params.id);
    if (!found) throw new Refusal('notFound');
    const known = found.timeline.find(({ id }) => id === params.messageId);
    if (known) return known;
    checkProposal(found.timeline, '/confirms', body.confirms);
    checkProposal(found.timeline, '/declines', body.declines);
    checkAttached(call, body.attachments);
    const item = messageOf(call);
    found.timeline.push(item);
    return item;
  },

  getRemoteSupport: () => defaultRemoteSupport,

  async putAttachment({ params: { id }, body, attachments, profile: { attachments: limits } }) {
    const { type, size: bytes } = body;
    if (!limits?.types.includes(type)) throw new Refusal('unsupportedType');
    if (bytes > limits.bytesEach) throw new Refusal('tooLarge');
    if (fileTypeOf(new Uint8Array(await body.arrayBuffer())) !== type)
      throw new Refusal('unsupportedType');
    attachments.set(id, body);
    const [, digest = ''] = /:(.*):/.exec(await contentDigest(body)) ?? [];
    return { id, type, bytes, digest };
  },

  getAttachment({ params: { id }, attachments }) {
    const found = attachments.get(id);
    if (!found) throw new Refusal('notFound');
    return found;
  },

  removeAttachment(call) {
    const { id } = call.params;
    if (!call.attachments.has(id)) throw new Refusal('notFound');
    if (isAttached(call, id)) throw new Refusal('conflict');
    call.attachments.delete(id);
    return undefined;
  },
} satisfies Answers;
