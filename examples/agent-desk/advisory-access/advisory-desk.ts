/** Asks for advisory access, follows what becomes of it, and tries the gate that a program asks before every look. */
import { html, nothing, render } from 'lit';
import { newId, SupportError, type SupportClient } from 'visma-support-widgets/client';
import {
  amendAdvisoryAccess,
  askAdvisoryAccess,
  checkAccess,
  getService,
  getStaffAdvisoryAccess,
  listStaffAdvisoryAccess,
  withdrawAdvisoryAccess,
} from 'visma-support-widgets/contract';
import { find, onSubmit, say, timeOf, valueOf, type DeskPart, type Language } from '../page.js';
import { AskForm, FormError } from './ask-form.js';
import { accessList, type AccessItem, type WholeAccess } from './list-view.js';
import { words } from './words.js';

/** What the form's request is to another one: it amends that one, or would prolong it. */
interface Task {
  readonly kind: 'new' | 'amend' | 'prolong';
  readonly of?: string;
}

export class AdvisoryDesk implements DeskPart {
  readonly #checkForm = find('form#check', HTMLFormElement);
  readonly #sent = find('#sent', HTMLOutputElement);
  readonly #allowed = find('#allowed', HTMLOutputElement);
  readonly #form: AskForm;
  #client: SupportClient;
  #language: Language = 'fi';
  #task: Task = { kind: 'new' };
  /** The id of a new request is kept until the request is stored, so that sending again makes no second one. */
  #newId = newId();
  #items: AccessItem[] = [];
  #next: string | undefined;
  #hasFailed = false;
  readonly #open = new Set<string>();
  readonly #wholes = new Map<string, WholeAccess>();

  constructor(client: SupportClient) {
    this.#client = client;
    const form = find('form#request', HTMLFormElement);
    this.#form = new AskForm(form);
    onSubmit(form, () => this.#submit());
    onSubmit(this.#checkForm, () => this.#check());
    find('#clear', HTMLButtonElement).addEventListener('click', () => this.#startAnew());
  }

  signIn(client: SupportClient): void {
    this.#client = client;
    this.#wholes.clear();
    this.#startAnew();
  }

  speak(language: Language): void {
    this.#language = language;
    for (const place of [this.#sent, this.#allowed]) say(place, '', '');
    this.#setTask(this.#task);
    void this.#offerAreas();
    this.#paint();
  }

  /** Fetches the list anew, and whatever is open of it; of what the customer asked back, the question too. */
  async refresh(): Promise<void> {
    const client = this.#client;
    try {
      const page = await client.send(listStaffAdvisoryAccess, {});
      const whole = page.items.filter(
        ({ id, state }) => this.#open.has(id) || state === 'returned',
      );
      const read = await Promise.all(whole.map(({ id }) => this.#readWhole(id)));
      if (client !== this.#client) return;
      const first = new Set(page.items.map(({ id }) => id));
      const older = this.#items.filter(
        ({ id, createdAt }) => !first.has(id) && createdAt <= (page.items.at(-1)?.createdAt ?? ''),
      );
      this.#items = [...page.items, ...older];
      if (!older.length) this.#next = page.next;
      for (const request of read) this.#wholes.set(request.id, request);
      this.#hasFailed = false;
    } catch {
      this.#hasFailed = true;
    }
    this.#paint();
  }

  get #told() {
    return words[this.#language];
  }

  #failure(error: unknown): string {
    if (error instanceof FormError)
      return {
        areas: this.#told.noAreas,
        line: `${this.#told.badLine} ${error.line}`,
        skipped: this.#told.skipped,
      }[error.what];
    const { errors } = this.#told;
    const { code, errors: fields } = SupportError.from(error);
    const names: readonly string[] = [...fields.map(({ pointer }) => pointer), code];
    return Object.entries(errors).find(([name]) => names.includes(name))?.[1] ?? errors.other;
  }

  #setTask(task: Task): void {
    this.#task = task;
    const about = find('#about', HTMLParagraphElement);
    about.hidden = task.kind === 'new';
    about.textContent = task.kind === 'amend' ? this.#told.amending : this.#told.prolonging;
    find('#send', HTMLButtonElement).textContent =
      task.kind === 'amend' ? this.#told.sendAmended : this.#told.send;
  }

  #paint(): void {
    const acts = {
      open: (id: string, isOpen: boolean) => this.#toggle(id, isOpen),
      amend: (item: AccessItem) => void this.#load(item, 'amend'),
      withdraw: (item: AccessItem) => void this.#withdraw(item),
      prolong: (item: AccessItem) => void this.#load(item, 'prolong'),
    };
    const more = html`<div class="acts"><button type="button" @click=${() => void this.#fetchMore()}>${this.#told.more}</button></div>`;
    render(
      html`${this.#hasFailed ? html`<p>${this.#told.failed}</p>` : nothing}
      ${accessList(this.#items, this.#wholes, this.#language, acts)}
      ${this.#next === undefined ? nothing : more}`,
      find('#requests', HTMLDivElement),
    );
  }

  readonly #readWhole = (id: string) =>
    this.#client.send(getStaffAdvisoryAccess, { params: { id } });

  async #fetchMore(): Promise<void> {
    const page = await this.#client.send(listStaffAdvisoryAccess, {
      query: { cursor: this.#next ?? '' },
    });
    this.#items = [...this.#items, ...page.items];
    this.#next = page.next;
    this.#paint();
  }

  #toggle(id: string, isOpen: boolean): void {
    if (isOpen) this.#open.add(id);
    else this.#open.delete(id);
    if (isOpen) void this.refresh();
  }

  async #load(item: AccessItem, kind: 'amend' | 'prolong'): Promise<void> {
    this.#form.fill(item.tenant, await this.#readWhole(item.id), kind === 'prolong');
    this.#setTask({ kind, of: item.id });
    say(this.#sent, '', '');
    find('textarea[name=reason]', HTMLTextAreaElement).focus();
  }

  async #withdraw({ id }: AccessItem): Promise<void> {
    try {
      await this.#client.send(withdrawAdvisoryAccess, { params: { id } });
      say(this.#sent, this.#told.withdrawn, 'good');
    } catch (error) {
      say(this.#sent, this.#failure(error), 'bad');
    }
    await this.refresh();
  }

  async #send(): Promise<void> {
    const { tenant, ...content } = this.#form.read();
    const { kind, of } = this.#task;
    if (kind === 'amend') {
      await this.#client.send(amendAdvisoryAccess, { params: { id: of ?? '' }, body: content });
      return;
    }
    const earlier = of === undefined ? {} : { extends: of };
    await this.#client.send(askAdvisoryAccess, {
      params: { id: this.#newId },
      body: { tenant, ...content, ...earlier },
    });
  }

  #startAnew(): void {
    this.#form.clear();
    this.#setTask({ kind: 'new' });
    this.#newId = newId();
  }

  async #submit(): Promise<void> {
    const button = find('#send', HTMLButtonElement);
    button.disabled = true;
    say(this.#sent, '', '');
    try {
      const success = this.#task.kind === 'amend' ? this.#told.sentAmended : this.#told.sent;
      await this.#send();
      this.#startAnew();
      say(this.#sent, success, 'good');
      await this.refresh();
    } catch (error) {
      say(this.#sent, this.#failure(error), 'bad');
    } finally {
      button.disabled = false;
    }
  }

  async #check(): Promise<void> {
    const form = this.#checkForm;
    const place = this.#allowed;
    say(place, '', '');
    const access = valueOf(form, 'access') === 'change' ? 'change' : 'view';
    const query = {
      tenant: valueOf(form, 'tenant'),
      company: valueOf(form, 'company'),
      area: valueOf(form, 'area'),
      access,
    } as const;
    try {
      const answer = await this.#client.send(checkAccess, { query });
      const yes = answer.until ? `${this.#told.yes} ${timeOf(answer.until, this.#language)}.` : '';
      say(place, answer.allowed ? yes : this.#told.no, answer.allowed ? 'good' : 'bad');
      await this.refresh();
    } catch (error) {
      say(place, this.#failure(error), 'bad');
    }
  }

  async #offerAreas(): Promise<void> {
    const language = this.#language;
    const { products } = await this.#client.send(getService, {}, { language });
    const areas = products.flatMap(({ applications }) => applications);
    this.#form.offer(areas, language);
    const select = find('select#area', HTMLSelectElement);
    const chosen = select.value;
    select.replaceChildren(
      ...areas.map(
        ({ id, name }) => new Option(name[language] ?? name.fi, id, false, id === chosen),
      ),
    );
  }
}
