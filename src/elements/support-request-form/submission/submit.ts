import { newId } from '../../../client/new-id.js';
import { Submission, type Submitted } from '../../../client/submission.js';
import { SupportError } from '../../../client/support-error.js';
import { has } from '../../../context/connection.js';
import { composeSubject } from '../../../contract/subject.js';
import type { ServiceProfile } from '../../../contract/service.js';
import {
  putMessage,
  type Receipt,
  type SupportRequest,
} from '../../../contract/support-requests.js';
import type { Language } from '../../../contract/values.js';
import type { FormInside } from '../form-inside.js';
import {
  SupportRequestFailedEvent,
  SupportRequestSubmitEvent,
  SupportRequestSubmittedEvent,
} from '../support-request-form.events.js';
import { maySubmit } from '../../../controllers/may-submit.js';
import type { Problems } from '../fields/field-pointers.js';
import { check, problemsOf } from './check.js';
import { preparingText } from './preparing-view.js';
import type { LaterEdits } from '../receipt/receipt-view.js';

/** Where the form is; each state carries what it needs. */
export type State =
  | { readonly name: 'ready' }
  /** It is sent as soon as the pictures are ready that were handed over; what is written until then goes along. */
  | { readonly name: 'preparing'; readonly abort: AbortController }
  | {
      readonly name: 'sending';
      readonly subject: string;
      readonly attempt: number;
      readonly abort: AbortController;
      /** While pictures are on their way. */
      readonly pictures?: PicturesProgress;
    }
  | { readonly name: 'failed'; readonly error: SupportError }
  | {
      readonly name: 'sent';
      readonly receipt: Receipt;
      readonly later: LaterEdits;
      readonly request: SupportRequest;
      /** Shows the request, where somebody offers to. */
      readonly follow?: (() => void) | undefined;
    };

/** How many pictures have arrived, of how many, and which part of all bytes. */
export interface PicturesProgress {
  readonly files: number;
  readonly of: number;
  readonly part: number;
  readonly attempt: number;
}

/** Checks and sends, and ends in a receipt, in what is to be mended, or in what failed. */
export async function send(form: FormInside): Promise<void> {
  form.draft.commitTyped();
  try {
    await attempt(form);
  } catch (thrown) {
    await fail(form, SupportError.from(thrown));
  }
}

/**
 * Sends once more what could not be sent, without a change to what the person sees or where their focus is, unless it
 * arrives.
 *
 * @throws SupportError
 */
export async function sendQuietly(
  form: FormInside,
  signal: AbortSignal,
  isFocused: () => boolean,
): Promise<void> {
  const prepared = await prepare(form);
  if (!(await form.pictures.prepared({ signal }))) return;
  const { request } = check(form.draft.values, form.localization.language);
  if (!prepared || !request) return;
  // Where the line broke before the host was asked, it is asked now.
  if (!form.submission && !form.dispatchEvent(new SupportRequestSubmitEvent(request))) return;
  form.submission = prepared.submission;
  await form.pictures.uploaded({ signal });
  const submitted = await prepared.submission.send(request, {
    language: prepared.language,
    signal,
  });
  // A picture that is looked at meanwhile makes it another request, or is put away.
  await form.pictures.prepared({ signal });
  signal.throwIfAborted();
  await arrive(form, request, submitted, isFocused());
}

interface Prepared {
  readonly service: ServiceProfile;
  readonly language: Language;
  readonly submission: Submission;
}

/** What sending needs beside the request; nothing for who may not send. */
async function prepare(form: FormInside): Promise<Prepared | undefined> {
  const connection = form.connection();
  const { language } = form.localization;
  if (!connection) throw new SupportError('noEndpoint');
  const service = await connection.service(language);
  // Who is signed in may still be on its way, and the contact details with it.
  await form.profile.settled;
  if (!maySubmit(form.profile.me)) return undefined;
  const submission =
    form.submission ?? new Submission(connection, has(service, 'follow'), form.tried);
  submission.client = connection;
  return { service, language, submission };
}

const unattached: Problems = {
  fields: new Map([['/attachments', { code: 'notAttached', entries: [] }]]),
  others: [],
};

/** Waits for what a person handed over. False where it isn't sent now: they have stopped it, or have to look at something first. */
async function picturesReady(form: FormInside): Promise<boolean> {
  const { pictures, draft, localization } = form;
  if (!pictures.isPreparing) return true;
  const abort = new AbortController();
  const { signal } = abort;
  await form.enter({ name: 'preparing', abort });
  form.announce(preparingText(localization));
  const isWhole = await pictures.prepared({ signal }).catch((error: unknown) => {
    if (signal.aborted) return false;
    throw error;
  });
  form.announce('');
  const isReset = form.state().name !== 'preparing';
  if (isReset || (isWhole && !signal.aborted)) return !isReset;
  if (!signal.aborted) draft.refuse(unattached, check);
  await form.enter({ name: 'ready' }, signal.aborted ? 'send' : 'problems');
  return false;
}

async function attempt(form: FormInside): Promise<void> {
  const { draft } = form;
  const prepared = await prepare(form);
  if (!prepared) return form.enter({ name: 'ready' }, 'hand-over');
  if (!(await picturesReady(form))) return;
  const { service, language, submission } = prepared;
  const checked = check(draft.values, language);
  if (checked.problems) {
    draft.refuse(checked.problems, check);
    return form.enter({ name: 'ready' }, 'problems');
  }
  const { request } = checked;
  if (!form.dispatchEvent(new SupportRequestSubmitEvent(request))) return;

  form.submission = submission;
  const abort = new AbortController();
  const sending = {
    name: 'sending',
    subject: composeSubject(request, service),
    attempt: 1,
    abort,
  } as const;
  await form.enter(sending, 'sending');
  await form.pictures.uploaded({
    signal: abort.signal,
    onProgress: (pictures) => abort.signal.aborted || void form.enter({ ...sending, pictures }),
  });
  await form.enter(sending);
  const submitted = await submission.send(request, {
    language,
    signal: abort.signal,
    onRetry: (attempt) => void form.enter({ ...sending, attempt }),
  });
  await arrive(form, request, submitted, true);
}

async function arrive(
  form: FormInside,
  request: SupportRequest,
  { receipt, outdated }: Submitted,
  takesFocus: boolean,
): Promise<void> {
  const sent = { name: 'sent', receipt, later: outdated ? 'unsent' : 'none', request } as const;
  await form.enter(sent, takesFocus ? 'receipt' : undefined);
  const event = new SupportRequestSubmittedEvent(receipt);
  form.dispatchEvent(event);
  if (form.state() === sent) await form.enter({ ...sent, follow: event.follow });
}

async function fail(form: FormInside, error: SupportError): Promise<void> {
  const resetMeanwhile = error.code === 'aborted' && form.state().name !== 'sending';
  if (resetMeanwhile) return;
  if (error.errors.length) {
    const problems = problemsOf(error.errors);
    if (problems.fields.has('/chargeableWork')) await readTermsAgain(form);
    form.draft.refuse(problems, check);
    await form.enter({ name: 'ready' }, 'problems');
  } else {
    await form.enter({ name: 'failed', error }, 'failure');
  }
  form.dispatchEvent(new SupportRequestFailedEvent(error.code));
}

/** The endpoint has another text to confirm by now: it is fetched, and nobody has confirmed that one. */
async function readTermsAgain(form: FormInside): Promise<void> {
  form.connection()?.forgetService();
  await form.profile.load();
  form.draft.change({ chargeableWork: undefined });
}

/** Edits of a request that had arrived already go to it as more information. */
export async function sendEdits(form: FormInside): Promise<void> {
  const state = form.state();
  const connection = form.connection();
  if (state.name !== 'sent' || !connection) return;
  await form.enter({ ...state, later: 'sending' });
  try {
    const { summary, description, errorMessage = '' } = state.request;
    const text = [summary, description, errorMessage].filter(Boolean).join('\n\n');
    const params = { id: state.receipt.id, messageId: newId() };
    await connection.send(putMessage, { params, body: { text, attachments: [] } });
    await form.enter({ ...state, later: 'sent' });
  } catch {
    await form.enter({ ...state, later: 'failed' });
  }
}
