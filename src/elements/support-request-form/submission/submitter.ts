import { newId } from '../../../client/new-id.js';
import { Submission, type Submitted } from '../../../client/submission.js';
import { SupportError } from '../../../client/support-error.js';
import { has } from '../../../context/connection.js';
import { composeSubject } from '../../../contract/subject.js';
import type { ServiceProfile } from '../../../contract/service.js';
import { putMessage, type SupportRequest } from '../../../contract/support-requests.js';
import type { Language } from '../../../contract/values.js';
import type { FormHost, FormModel } from '../form-model.js';
import type { SentState } from '../form-state.js';
import {
  SupportRequestFailedEvent,
  SupportRequestSubmitEvent,
  SupportRequestSubmittedEvent,
} from '../support-request-form.events.js';
import { maySubmit } from '../../../controllers/may-submit.js';
import type { Problems } from '../fields/field-pointers.js';
import { check, problemsByField } from './check.js';
import { preparingText } from './sending-view.js';

interface Prepared {
  readonly service: ServiceProfile;
  readonly language: Language;
  readonly submission: Submission;
}

const unattached: Problems = {
  fields: new Map([['/attachments', { code: 'notAttached', entries: [] }]]),
  others: [],
};

/** Sends what is written, and ends in a receipt, in what is to be mended, or in what failed. */
export class Submitter {
  readonly #host: FormHost;
  readonly #model: FormModel;

  constructor(host: FormHost, model: FormModel) {
    this.#host = host;
    this.#model = model;
  }

  /** Checks and sends. */
  async submit(): Promise<void> {
    this.#model.draft.commitTyped();
    try {
      await this.#attempt();
    } catch (thrown) {
      await this.#fail(SupportError.from(thrown));
    }
  }

  /**
   * Sends once more what could not be sent, without a change to what the person sees or where their focus is, unless it
   * arrives.
   *
   * @throws SupportError
   */
  async submitQuietly(signal: AbortSignal, isFocused: () => boolean): Promise<void> {
    const { draft, pictures, store } = this.#model;
    const prepared = await this.#prepare();
    if (!(await pictures.prepared({ signal }))) return;
    const { request } = check(draft.values, this.#host.l10n.language);
    if (!prepared || !request) return;
    // Where the line broke before the host was asked, it is asked now.
    if (!store.submission && !this.#host.dispatchEvent(new SupportRequestSubmitEvent(request)))
      return;
    store.submission = prepared.submission;
    await pictures.uploaded({ signal });
    const submitted = await prepared.submission.send(request, {
      language: prepared.language,
      signal,
    });
    // A picture that is looked at meanwhile makes it another request, or is put away.
    await pictures.prepared({ signal });
    signal.throwIfAborted();
    await this.#arrive(request, submitted, isFocused());
  }

  /** Edits of a request that had arrived already go to it as more information. */
  async submitEdits(): Promise<void> {
    const { store } = this.#model;
    const { state } = store;
    const connection = this.#host.connection();
    if (state.name !== 'sent' || !connection) return;
    await store.enter({ ...state, later: 'sending' });
    try {
      const { summary, description, errorMessage = '' } = state.request;
      const text = [summary, description, errorMessage].filter(Boolean).join('\n\n');
      const params = { id: state.receipt.id, messageId: newId() };
      await connection.send(putMessage, { params, body: { text, attachments: [] } });
      await store.enter({ ...state, later: 'sent' });
    } catch {
      await store.enter({ ...state, later: 'failed' });
    }
  }

  /** What sending needs beside the request; nothing for who may not send. */
  async #prepare(): Promise<Prepared | undefined> {
    const { profile, store } = this.#model;
    const connection = this.#host.connection();
    const { language } = this.#host.l10n;
    if (!connection) throw new SupportError('noEndpoint');
    const service = await connection.service(language);
    // Who is signed in may still be on its way, and the contact details with it.
    await profile.settled;
    if (!maySubmit(profile.me)) return undefined;
    const submission =
      store.submission ?? new Submission(connection, has(service, 'follow'), store.tried);
    submission.client = connection;
    return { service, language, submission };
  }

  /** Waits for what a person handed over. False where it isn't sent now: they have stopped it, or have to look at something first. */
  async #picturesReady(): Promise<boolean> {
    const { pictures, draft, store } = this.#model;
    const { l10n, announce } = this.#host;
    if (!pictures.isPreparing) return true;
    const abort = new AbortController();
    const { signal } = abort;
    await store.enter({ name: 'preparing', abort });
    announce(preparingText(l10n));
    const isWhole = await pictures.prepared({ signal }).catch((error: unknown) => {
      if (signal.aborted) return false;
      throw error;
    });
    announce('');
    const isReset = store.state.name !== 'preparing';
    if (isReset || (isWhole && !signal.aborted)) return !isReset;
    if (!signal.aborted) draft.refuse(unattached, check);
    await store.enter({ name: 'editing' }, signal.aborted ? 'send' : 'problems');
    return false;
  }

  async #attempt(): Promise<void> {
    const { draft, pictures, store } = this.#model;
    const prepared = await this.#prepare();
    if (!prepared) return store.enter({ name: 'editing' }, 'hand-over');
    if (!(await this.#picturesReady())) return;
    const { service, language, submission } = prepared;
    const checked = check(draft.values, language);
    if (checked.problems) {
      draft.refuse(checked.problems, check);
      return store.enter({ name: 'editing' }, 'problems');
    }
    const { request } = checked;
    if (!this.#host.dispatchEvent(new SupportRequestSubmitEvent(request))) return;

    store.submission = submission;
    const abort = new AbortController();
    const { signal } = abort;
    const sending = {
      name: 'sending',
      subject: composeSubject(request, service),
      attempt: 1,
      abort,
    } as const;
    await store.enter(sending, 'sending');
    await pictures.uploaded({
      signal,
      onProgress: (progress) =>
        signal.aborted || void store.enter({ ...sending, pictures: progress }),
    });
    await store.enter(sending);
    const submitted = await submission.send(request, {
      language,
      signal,
      onRetry: (attempt) => void store.enter({ ...sending, attempt }),
    });
    await this.#arrive(request, submitted, true);
  }

  async #arrive(
    request: SupportRequest,
    { receipt, outdated }: Submitted,
    takesFocus: boolean,
  ): Promise<void> {
    const { store } = this.#model;
    const sent: SentState = { name: 'sent', receipt, later: outdated ? 'unsent' : 'none', request };
    await store.enter(sent, takesFocus ? 'receipt' : undefined);
    const event = new SupportRequestSubmittedEvent(receipt);
    this.#host.dispatchEvent(event);
    if (store.state === sent) await store.enter({ ...sent, follow: event.follow });
  }

  async #fail(error: SupportError): Promise<void> {
    const { draft, store } = this.#model;
    const isResetMeanwhile = error.code === 'aborted' && store.state.name !== 'sending';
    if (isResetMeanwhile) return;
    if (error.errors.length) {
      const problems = problemsByField(error.errors);
      if (problems.fields.has('/chargeableWork')) await this.#loadTerms();
      draft.refuse(problems, check);
      await store.enter({ name: 'editing' }, 'problems');
    } else {
      await store.enter({ name: 'failed', error }, 'failure');
    }
    this.#host.dispatchEvent(new SupportRequestFailedEvent(error.code));
  }

  /** The endpoint has another text to confirm by now: it is fetched, and nobody has confirmed that one. */
  async #loadTerms(): Promise<void> {
    this.#host.connection()?.forgetService();
    await this.#model.profile.load();
    this.#model.draft.change({ chargeableWork: undefined });
  }
}
