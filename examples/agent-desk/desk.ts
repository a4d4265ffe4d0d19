/**
 * The desk of Visma's staff: asks for advisory access, follows what becomes of it, and tries the gate that a program asks
 * before every look. It uses the package's client and contract, as any page of staff would.
 */
import { html, nothing, render } from 'lit';
import { SupportError, type SupportClient } from 'visma-support-widgets/client';
import {
  amendAdvisoryAccess,
  askAdvisoryAccess,
  checkAccess,
  getService,
  getStaffAdvisoryAccess,
  listStaffAdvisoryAccess,
  withdrawAdvisoryAccess,
  type AdvisoryAccess,
} from 'visma-support-widgets/contract';
import { connect } from './connection.js';
import { FormError, RequestForm } from './request-form.js';
import { list, timeOf, type Item } from './requests-view.js';
import { words, type Language } from './words.js';

const POLL = 5_000;

function find<T extends Element>(selector: string, type: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no "${selector}".`);
  return found;
}

const user = find('select#user', HTMLSelectElement);
const languageChoice = find('select#language', HTMLSelectElement);
const theme = find('select#theme', HTMLSelectElement);
const parameters = new URLSearchParams(location.search);
const requestForm = find('form#request', HTMLFormElement);
const checkForm = find('form#check', HTMLFormElement);
const sent = find('#sent', HTMLOutputElement);
const allowed = find('#allowed', HTMLOutputElement);
const form = new RequestForm(requestForm);

/** What the form's request is to another one: it amends that one, or would prolong it. */
interface Task {
  readonly kind: 'new' | 'amend' | 'prolong';
  readonly of?: string;
}

let client: SupportClient;
let task: Task = { kind: 'new' };
/** The id of a new request is kept until the request is stored, so that sending again makes no second one. */
let newId = crypto.randomUUID();
let items: Item[] = [];
let next: string | undefined;
let hasFailed = false;
const open = new Set<string>();
const wholes = new Map<string, AdvisoryAccess>();

const language = (): Language => (languageChoice.value === 'en' ? 'en' : 'fi');
const told = () => words[language()];

function say(place: HTMLOutputElement, text: string, mood: 'good' | 'bad' | ''): void {
  place.textContent = text;
  place.dataset['mood'] = mood;
}

function failure(error: unknown): string {
  if (error instanceof FormError) return error.what === 'areas' ? told().noAreas : `${told().badLine} ${error.line}`;
  const { errors } = told();
  const { code, errors: fields } = SupportError.from(error);
  const names: readonly string[] = [...fields.map(({ pointer }) => pointer), code];
  return Object.entries(errors).find(([name]) => names.includes(name))?.[1] ?? errors.other;
}

function setTask(chosen: Task): void {
  task = chosen;
  const about = find('#about', HTMLParagraphElement);
  about.hidden = task.kind === 'new';
  about.textContent = task.kind === 'amend' ? told().amending : told().prolonging;
  find('#send', HTMLButtonElement).textContent = task.kind === 'amend' ? told().sendAmended : told().send;
}

function paintList(): void {
  const more = html`<div class="acts"><button type="button" @click=${() => void fetchMore()}>${told().more}</button></div>`;
  render(
    html`${hasFailed ? html`<p>${told().failed}</p>` : nothing}
    ${list(items, wholes, language(), { open: toggle, amend: (item) => void load(item, 'amend'), withdraw: (item) => void withdraw(item), prolong: (item) => void load(item, 'prolong') })}
    ${next === undefined ? nothing : more}`,
    find('#requests', HTMLDivElement),
  );
}

const readWhole = (id: string) => client.send(getStaffAdvisoryAccess, { params: { id } });

/** Fetches the list anew, and whatever is open of it; of what the customer asked back, the question too. */
async function refresh(): Promise<void> {
  const current = client;
  try {
    const page = await client.send(listStaffAdvisoryAccess, {});
    const whole = page.items.filter(({ id, state }) => open.has(id) || state === 'returned');
    const read = await Promise.all(whole.map(({ id }) => readWhole(id)));
    if (current !== client) return;
    const first = new Set(page.items.map(({ id }) => id));
    const older = items.filter(({ id, createdAt }) => !first.has(id) && createdAt <= (page.items.at(-1)?.createdAt ?? ''));
    items = [...page.items, ...older];
    if (!older.length) next = page.next;
    for (const request of read) wholes.set(request.id, request);
    hasFailed = false;
  } catch {
    hasFailed = true;
  }
  paintList();
}

async function fetchMore(): Promise<void> {
  const page = await client.send(listStaffAdvisoryAccess, { query: { cursor: next ?? '' } });
  items = [...items, ...page.items];
  next = page.next;
  paintList();
}

function toggle(id: string, isOpen: boolean): void {
  if (isOpen) open.add(id);
  else open.delete(id);
  if (isOpen) void refresh();
}

async function load(item: Item, kind: 'amend' | 'prolong'): Promise<void> {
  form.fill(item.tenant, await readWhole(item.id), kind === 'prolong');
  setTask({ kind, of: item.id });
  say(sent, '', '');
  find('textarea[name=reason]', HTMLTextAreaElement).focus();
}

async function withdraw({ id }: Item): Promise<void> {
  try {
    await client.send(withdrawAdvisoryAccess, { params: { id } });
    say(sent, told().withdrawn, 'good');
  } catch (error) {
    say(sent, failure(error), 'bad');
  }
  await refresh();
}

async function send(): Promise<void> {
  const { tenant, ...content } = form.read();
  if (task.kind === 'amend') {
    await client.send(amendAdvisoryAccess, { params: { id: task.of ?? '' }, body: content });
    return;
  }
  const earlier = task.of === undefined ? {} : { extends: task.of };
  await client.send(askAdvisoryAccess, { params: { id: newId }, body: { tenant, ...content, ...earlier } });
  newId = crypto.randomUUID();
}

function startAnew(): void {
  form.clear();
  setTask({ kind: 'new' });
  newId = crypto.randomUUID();
}

async function submit(): Promise<void> {
  const button = find('#send', HTMLButtonElement);
  button.disabled = true;
  say(sent, '', '');
  try {
    const success = task.kind === 'amend' ? told().sentAmended : told().sent;
    await send();
    startAnew();
    say(sent, success, 'good');
    await refresh();
  } catch (error) {
    say(sent, failure(error), 'bad');
  } finally {
    button.disabled = false;
  }
}

async function check(): Promise<void> {
  say(allowed, '', '');
  const fields = new FormData(checkForm);
  const value = (name: string) => {
    const given = fields.get(name);
    return typeof given === 'string' ? given.trim() : '';
  };
  const query = { tenant: value('tenant'), company: value('company'), area: value('area'), access: value('access') === 'change' ? 'change' : 'view' } as const;
  try {
    const answer = await client.send(checkAccess, { query });
    const yes = answer.until ? `${told().yes} ${timeOf(answer.until, language())}.` : '';
    say(allowed, answer.allowed ? yes : told().no, answer.allowed ? 'good' : 'bad');
    await refresh();
  } catch (error) {
    say(allowed, failure(error), 'bad');
  }
}

async function offerAreas(): Promise<void> {
  const { products } = await client.send(getService, {}, { language: language() });
  const areas = products.flatMap(({ applications }) => applications);
  form.offer(areas, language());
  const select = find('select#area', HTMLSelectElement);
  const chosen = select.value;
  select.replaceChildren(...areas.map(({ id, name }) => new Option(name[language()] ?? name.fi, id, false, id === chosen)));
}

function speak(): void {
  document.documentElement.lang = language();
  for (const element of document.querySelectorAll<HTMLElement>('[data-fi]')) element.textContent = element.dataset[language()] ?? '';
  document.title = told().title;
  for (const place of [sent, allowed]) say(place, '', '');
  setTask(task);
  void offerAreas();
  paintList();
}

function signIn(): void {
  client = connect(user.value);
  wholes.clear();
  startAnew();
  void refresh();
}

const onSubmit = (target: HTMLFormElement, does: () => Promise<void>) =>
  target.addEventListener('submit', (event) => {
    event.preventDefault();
    void does();
  });

user.value = parameters.get('user') ?? 'agent';
languageChoice.value = parameters.get('language') ?? 'fi';
theme.value = parameters.get('theme') ?? '';
const paint = () => (document.documentElement.dataset['theme'] = theme.value);
user.addEventListener('change', signIn);
languageChoice.addEventListener('change', speak);
theme.addEventListener('change', paint);
onSubmit(requestForm, submit);
onSubmit(checkForm, check);
find('#clear', HTMLButtonElement).addEventListener('click', startAnew);
signIn();
speak();
paint();
setInterval(() => {
  if (!document.hidden) void refresh();
}, POLL);
