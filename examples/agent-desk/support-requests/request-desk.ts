/** The support requests of all customers: read, handled and answered. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { newId, SupportError, type SupportClient } from 'visma-support-widgets/client';
import {
  changeStaffRequest,
  getService,
  getStaffAttachment,
  getStaffRequest,
  listStaffRequests,
  putStaffAttachment,
  putStaffMessage,
  relayStaffRequest,
  requestStatuses,
  type ServiceProfile,
} from 'visma-support-widgets/contract';
import { find, say, valueOf, type DeskPart, type Language } from '../page.js';
import { answerForm, handlingForm, type FormActs } from './forms-view.js';
import { filters, requestList, moreButton, type Filter, type RequestItem } from './list-view.js';
import { Pictures } from './pictures.js';
import { requestHead, requestView, type Attachment, type WholeRequest } from './request-view.js';
import { saveAs } from './save-as.js';
import { words } from './words.js';

/** What is shown of one request: it is on its way, there, or not there at all. */
type Opened = { readonly id: string } & (
  | { readonly name: 'loading' | 'missing' }
  | { readonly name: 'ready'; readonly request: WholeRequest }
);

export class RequestDesk implements DeskPart {
  readonly #position = find('#support-requests', HTMLElement);
  #client: SupportClient;
  #language: Language = 'fi';
  #service: ServiceProfile | undefined;
  #filter: Filter = {};
  #items: RequestItem[] = [];
  /** The open critical ones of the filter. */
  #critical: readonly RequestItem[] = [];
  #next: string | undefined;
  #hasFailed = false;
  /** Whether the endpoint relays requests to the HelpDesk's mailbox. */
  #isRelayed = false;
  #opened: Opened | undefined;
  readonly #pictures = new Pictures(
    (id) => this.#client.send(getStaffAttachment, { params: { id } }),
    () => this.#paint(),
  );
  /** Kept until the answer is stored, so that sending again makes no second one. */
  #messageId = newId();

  constructor(client: SupportClient) {
    this.#client = client;
  }

  signIn(client: SupportClient): void {
    this.#client = client;
    this.#items = [];
    this.#critical = [];
    this.#pictures.clear();
  }

  speak(language: Language): void {
    this.#language = language;
    this.#paint();
    void this.#askService();
  }

  /** Shows one request, or all of them again. */
  async open(id: string | undefined): Promise<void> {
    const last = this.#opened?.id;
    if (id === last) return this.refresh();
    this.#opened = id === undefined ? undefined : { id, name: 'loading' };
    this.#messageId = newId();
    this.#paint();
    await this.refresh();
    this.#position
      .querySelector<HTMLElement>(id === undefined ? `#to-${last}` : '#subject')
      ?.focus();
  }

  async refresh(): Promise<void> {
    if (this.#opened) await this.#read(this.#opened);
    else await this.#list();
    this.#paint();
  }

  get #told() {
    return words[this.#language];
  }

  async #list(): Promise<void> {
    const asked = { client: this.#client, filter: this.#filter };
    const ask = (query: object) =>
      this.#client
        .send(listStaffRequests, { query: { ...asked.filter, ...query } })
        .catch(() => undefined);
    const [page, critical] = await Promise.all([ask({}), ask({ critical: 'open' })]);
    if (asked.client !== this.#client || asked.filter !== this.#filter) return;
    this.#hasFailed = !page || !critical;
    if (!page || !critical) return;
    this.#critical = critical.items;
    this.#isRelayed ||= page.items.some(({ relay }) => relay);
    const first = new Set(page.items.map(({ id }) => id));
    const older = this.#items.filter(
      ({ id, createdAt }) => !first.has(id) && createdAt <= (page.items.at(-1)?.createdAt ?? ''),
    );
    this.#items = [...page.items, ...older];
    if (!older.length) this.#next = page.next;
  }

  async #read({ id }: Opened): Promise<void> {
    try {
      const request = await this.#client.send(getStaffRequest, { params: { id } });
      if (this.#opened?.id === id) this.#opened = { id, name: 'ready', request };
      this.#hasFailed = false;
    } catch (error) {
      const isGone = ['notFound', 'validation'].includes(SupportError.from(error).code);
      if (isGone && this.#opened?.id === id) this.#opened = { id, name: 'missing' };
      this.#hasFailed = !isGone;
    }
  }

  async #askService(): Promise<void> {
    this.#service = await this.#client
      .send(getService, {}, { language: this.#language })
      .catch(() => this.#service);
    this.#paint();
  }

  async #fetchMore(): Promise<void> {
    const page = await this.#client.send(listStaffRequests, {
      query: { ...this.#filter, cursor: this.#next },
    });
    this.#items = [...this.#items, ...page.items];
    this.#next = page.next;
    this.#paint();
  }

  readonly #choose = (filter: Filter): void => {
    this.#filter = filter;
    this.#items = [];
    this.#critical = [];
    void this.refresh();
  };

  #paint(): void {
    const failed = this.#hasFailed ? html`<p role="alert">${this.#told.failed}</p>` : nothing;
    const opened = this.#opened;
    render(
      html`${failed}${opened ? keyed(opened.id, this.#one(opened)) : this.#all()}`,
      this.#position,
    );
  }

  #all(): TemplateResult {
    const language = this.#language;
    return html`
      ${filters(this.#filter, this.#isRelayed, language, this.#choose)} ${requestList(this.#critical, this.#items, language)}
      ${this.#next === undefined ? nothing : moreButton(language, () => void this.#fetchMore())}
    `;
  }

  #one(opened: Opened): TemplateResult {
    const language = this.#language;
    const told = this.#told;
    const back = html`<p><a href="#support-requests">← ${told.back}</a></p>`;
    if (opened.name !== 'ready')
      return html`${back}<p>${opened.name === 'loading' ? told.loading : told.notThere}</p>`;
    const { request } = opened;
    const acts: FormActs = {
      handle: (form) => void this.#handle(form, request),
      answer: (form) => void this.#answer(form, request),
    };
    const context = {
      language,
      service: this.#service,
      pictures: this.#pictures,
      save: (attachment: Attachment) => void this.#save(attachment),
      relay: () =>
        void this.#act('#relayed', this.#told.relay.queued, () =>
          this.#client.send(relayStaffRequest, { params: { id: request.id }, body: {} }),
        ),
    };
    return html`
      ${back} ${requestHead(request, language)}
      <div class="request">
        <div>${requestView(request, context)} <output id="saved"></output></div>
        <div>
          ${handlingForm(request, language, acts)} ${answerForm(this.#service?.attachments?.types ?? [], language, acts)}
        </div>
      </div>
    `;
  }

  #failure(error: unknown): string {
    const { errors } = this.#told;
    const { code, errors: fields } = SupportError.from(error);
    const names: readonly string[] = [...fields.map(({ pointer }) => pointer), code];
    return Object.entries(errors).find(([name]) => names.includes(name))?.[1] ?? errors.other;
  }

  /** Does something with a button at rest, and tells beside it what became of it. */
  async #act(place: string, success: string, act: () => Promise<unknown>): Promise<void> {
    const output = find(place, HTMLOutputElement);
    const button = output.parentElement?.querySelector('button');
    if (button) button.disabled = true;
    say(output, '', '');
    try {
      await act();
      say(output, success, 'good');
      await this.refresh();
    } catch (error) {
      say(output, this.#failure(error), 'bad');
    } finally {
      if (button) button.disabled = false;
    }
  }

  async #save({ id, name }: Attachment): Promise<void> {
    const output = find('#saved', HTMLOutputElement);
    try {
      say(output, '', '');
      saveAs(name, await this.#client.send(getStaffAttachment, { params: { id } }));
    } catch (error) {
      say(output, this.#failure(error), 'bad');
    }
  }

  #handle(
    form: HTMLFormElement,
    { id, status: before, helpDeskNumber: given = '' }: WholeRequest,
  ): Promise<void> {
    const status = requestStatuses.find(
      (known) => known === valueOf(form, 'status') && known !== before,
    );
    const helpDeskNumber = valueOf(form, 'helpDeskNumber');
    const body = {
      ...(status && { status }),
      ...(helpDeskNumber && helpDeskNumber !== given && { helpDeskNumber }),
    };
    return this.#act('#handled', this.#told.handled, () =>
      this.#client.send(changeStaffRequest, { params: { id }, body }),
    );
  }

  /** First the files, each under its own id, then the words that name them: trying again repeats nothing. */
  #answer(form: HTMLFormElement, { id }: WholeRequest): Promise<void> {
    const place = form.querySelector('screenshot-attach');
    const [files, attachments] = [place?.files ?? [], place?.attachments ?? []];
    const kind = valueOf(form, 'kind') === 'chargeableProposal' ? 'chargeableProposal' : 'message';
    const text = valueOf(form, 'text');
    return this.#act('#answered', this.#told.sent, async () => {
      for (const [index, { id: attachmentId }] of attachments.entries()) {
        const body = files[index];
        if (body)
          await this.#client.send(putStaffAttachment, { params: { id, attachmentId }, body });
      }
      await this.#client.send(putStaffMessage, {
        params: { id, messageId: this.#messageId },
        body: { kind, text, attachments: [...attachments] },
      });
      this.#messageId = newId();
      await this.#begin(form, text, attachments);
    });
  }

  /** Begins another answer with what was written and attached while the former one was on its way. */
  async #begin(
    form: HTMLFormElement,
    sentText: string,
    sent: readonly Attachment[],
  ): Promise<void> {
    const place = form.querySelector('screenshot-attach');
    await place?.prepared();
    const text = valueOf(form, 'text');
    const left = (place?.attachments ?? []).flatMap((attachment, index) => {
      const file = place?.files[index];
      return file && sent.every(({ id }) => id !== attachment.id) ? [{ file, attachment }] : [];
    });
    form.reset();
    const field = form.elements.namedItem('text');
    if (field instanceof HTMLTextAreaElement && text !== sentText) field.value = text;
    await place?.restore(left);
  }
}
