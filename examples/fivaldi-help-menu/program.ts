/**
 * An accounting program with customer service in its help menu. What it does for the widgets: it tells its provider where the person
 * is (`tellPlace`) and what its last error was (`diagnostics`), and it has a panel for them (`support-panel.ts`).
 */
import 'visma-support-widgets/define';
import 'visma-support-widgets/fi';
import { html, render } from 'lit';
import { tokensOf } from '../shared/fetch-token.js';
import { find } from '../shared/find.js';
import { addEntry, lastYear, openNextYear, ProgramError, type Books } from './books.js';
import {
  booksOf,
  invoicesOf,
  seats,
  type Company,
  type Invoice,
  type Seat,
} from './company-data.js';
import { openInvoices } from './invoices-view.js';
import { journal } from './journal-view.js';
import { ErrorWindow, inWords, reportOf, type Failure } from './last-error.js';
import { MenuBar } from './menu-bar.js';
import { SupportPanel, views } from './support-panel.js';
import { formatsOf, languages, words, type Language, type Words } from './words.js';

type Application = 'kirjanpito' | 'myyntireskontra';

interface Work {
  readonly books: Books;
  readonly invoices: readonly Invoice[];
}

const parameters = new URLSearchParams(location.search);
const user = parameters.get('user') ?? 'main-user';
const seat: Seat | undefined = seats[user];
const [firstCompany] = seat?.companies ?? [];
if (!seat || !firstCompany) throw new Error(`There is no user "${user}".`);

const languageOf = (name: string | null | undefined): Language =>
  languages.find((one) => one === name) ?? 'fi';
let language = languageOf(parameters.get('language'));
let theme = parameters.get('theme') ?? '';
let application: Application = 'kirjanpito';
let company: Company = firstCompany;
let year = 2025;
let failure: Failure | undefined;
let message: { readonly text: (told: Words) => string; readonly mood: 'good' | 'bad' } = {
  text: (told) => told.ready,
  mood: 'good',
};

const kept = new Map<Company, Work>();
/** What was done in a company stays while the program is open. */
function workOf(one: Company): Work {
  const known = kept.get(one) ?? { books: booksOf(one), invoices: invoicesOf(one) };
  kept.set(one, known);
  return known;
}

const work = find('#work', HTMLElement);
const panel = new SupportPanel();
const provider = document.querySelector('support-provider');
const errorWindow = new ErrorWindow(sendError);
const menus = new MenuBar(find('#menubar', HTMLElement), choose);

provider?.addEventListener('support-request-submitted', (event) =>
  event.offerFollow(() => panel.open('support-request-list').open(event.detail.id)),
);

function diagnostics(): string {
  return failure ? reportOf(failure, words[language], formatsOf(language)) : '';
}

function showWhereabouts(): void {
  provider?.setAttribute('application', application);
  provider?.setAttribute('company-number', company.number);
}

function say(text: (told: Words) => string, mood: 'good' | 'bad' = 'good'): void {
  message = { text, mood };
  show();
}

function openYear(): void {
  const { books } = workOf(company);
  try {
    year = openNextYear(books, words[language].opening);
    say((told) => told.opened(year));
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    const where = (told: Words) => `${told.kirjanpito} | ${told.openYear}`;
    failure = {
      error,
      at: new Date(),
      where,
      companyNumber: company.number,
      userId: seat?.userId ?? '',
    };
    say((told) => told.failed(error.code), 'bad');
  }
}

/** From *Näytä virhe* to the form: what is known of the error is written beforehand, and the person adds what they did. */
function sendError(): void {
  const form = panel.open('support-request-form');
  if (!failure) return;
  const told = words[language];
  form.prefill({
    kind: 'problem',
    about: 'error',
    summary: told.openingFailed,
    errorMessage: `${failure.error.code}: ${inWords(failure, told)}`,
  });
}

function choose(act: string, value: string): void {
  switch (act) {
    case 'support': {
      const view = views.find((one) => one === value);
      if (view) panel.open(view);
      break;
    }
    case 'show-error':
      errorWindow.show(failure && diagnostics());
      break;
    case 'open-year':
      openYear();
      break;
    case 'application':
      application = value === 'myyntireskontra' ? value : 'kirjanpito';
      show();
      break;
    case 'language':
      language = languageOf(value);
      show();
      break;
    case 'theme':
      theme = value;
      show();
      break;
    case 'user':
      changeUser(value);
      break;
  }
}

/** Another person takes the seat: nothing that the former one wrote stays in the browser, and the page begins anew. */
function changeUser(next: string): void {
  provider?.clearDrafts();
  location.search = String(new URLSearchParams({ user: next, language, theme }));
}

function speak(): void {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll<HTMLElement>('[data-fi]'))
    element.textContent = element.dataset[language] ?? '';
  for (const element of document.querySelectorAll<HTMLElement>('[data-fi-label]'))
    element.ariaLabel = element.dataset[`${language}Label`] ?? '';
}

/** How many requests for advisory access wait, at the user's name, which is always in sight. */
function showPendingCount(): void {
  const count = document.querySelector('advisory-access-badge')?.count ?? 0;
  const waiting = find('#waiting', HTMLElement);
  waiting.hidden = count === 0;
  waiting.textContent = String(count);
  waiting.ariaLabel = waiting.title = words[language].waiting(count);
}

function show(): void {
  const told = words[language];
  const formats = formatsOf(language);
  const { books, invoices } = workOf(company);
  const isJournal = application === 'kirjanpito';
  if (!books.years.has(year)) year = lastYear(books);
  const entries = books.years.get(year) ?? [];
  const save = () => say(({ saved }) => saved);

  document.documentElement.dataset['theme'] = theme;
  document.title = `${told[application]} ${company.number}`;
  speak();
  find('#user-name', HTMLElement).textContent = seat?.name ?? '';
  const line = find('#message', HTMLElement);
  line.textContent = message.text(told);
  line.dataset['mood'] = message.mood;
  find('#seat', HTMLElement).textContent = `${seat?.userId ?? ''} · ${company.number} · ${year}`;
  for (const [act, value] of Object.entries({ application, language, theme, user }))
    menus.check(act, value);
  showWhereabouts();
  showPendingCount();

  const chooseCompany = ({ currentTarget }: Event) => {
    company =
      seat?.companies.find(
        ({ number }) =>
          currentTarget instanceof HTMLSelectElement && number === currentTarget.value,
      ) ?? company;
    say(({ ready }) => ready);
  };
  const chooseYear = ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLSelectElement) year = Number(currentTarget.value);
    show();
  };
  const addLine = () => {
    addEntry(entries, 1910);
    show();
    [...work.querySelectorAll<HTMLElement>('tbody select')].at(-1)?.focus();
  };
  render(
    html`
      <div class="bar">
        <h1>${isJournal ? told.vouchers : told.invoices}</h1>
        <label>
          <span>${told.company}</span>
          <select data-support-private @change=${chooseCompany}>
            ${seat?.companies.map(({ number, name }) => html`<option value=${number} ?selected=${number === company.number}>${number} ${name}</option>`)}
          </select>
        </label>
        ${
          isJournal
            ? html`
              <label>
                <span>${told.year}</span>
                <select @change=${chooseYear}>
                  ${[...books.years.keys()].map((one) => html`<option value=${one} ?selected=${one === year}>${one}</option>`)}
                </select>
              </label>
              <button type="button" @click=${addLine}>${told.addLine}</button>
              <button type="button" @click=${openYear}>${told.openYear}</button>
            `
            : ''
        }
      </div>
      <div class="sheets">
        ${
          isJournal
            ? journal({
                told,
                formats,
                books,
                entries,
                change: (entry, changes) => {
                  Object.assign(entry, changes);
                  save();
                },
                refuse: () => say(({ notAmount }) => notAmount, 'bad'),
              })
            : openInvoices({
                told,
                formats,
                invoices,
                remind: (invoice, reminded) => {
                  invoice.reminded = reminded;
                  save();
                },
              })
        }
      </div>
    `,
    work,
  );
}

if (provider) {
  provider.accessToken = tokensOf(user);
  provider.userId = seat.userId;
  provider.diagnostics = diagnostics;
}
document.addEventListener('advisory-access-pending-changed', showPendingCount);
show();
