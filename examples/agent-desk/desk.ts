/**
 * The desk of Visma's staff: support requests, and advisory access. It uses the package's client and contract, as any page of staff
 * would; the place for pictures in an answer is the package's own.
 */
import 'visma-support-widgets/screenshot-attach/define';
import { AdvisoryDesk } from './advisory-access/advisory-desk.js';
import { connect } from './connection.js';
import { find, languageNamed, type DeskPart, type Language } from './page.js';
import { RequestDesk } from './support-requests/request-desk.js';

const POLL = 5_000;

const user = find('select#user', HTMLSelectElement);
const languageChoice = find('select#language', HTMLSelectElement);
const theme = find('select#theme', HTMLSelectElement);
const parameters = new URLSearchParams(location.search);

user.value = parameters.get('user') ?? 'agent';
languageChoice.value = parameters.get('language') ?? 'fi';
theme.value = parameters.get('theme') ?? '';

const client = connect(user.value);
const requests = new RequestDesk(client);
const advisory = new AdvisoryDesk(client);
const titles: Readonly<Record<Language, string>> = {
  fi: 'Asiakaspalvelijan työpöytä',
  en: 'Agent desk',
  sv: 'Kundtjänstens arbetsbord',
};

/** What the address says: a part of the desk, and of it perhaps one thing. */
function chosen(): {
  readonly name: string;
  readonly part: DeskPart;
  readonly id: string | undefined;
} {
  const [name = '', id] = location.hash.slice(1).split('/');
  return name === 'advisory-access'
    ? { name, part: advisory, id: undefined }
    : { name: 'support-requests', part: requests, id };
}

function show(): void {
  const { name, part, id } = chosen();
  for (const section of document.querySelectorAll<HTMLElement>('main > [data-part]'))
    section.hidden = section.dataset['part'] !== name;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a')) {
    if (link.hash === `#${name}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (part === requests) void requests.open(id);
  else void part.refresh();
}

function speak(): void {
  const language = languageNamed(languageChoice.value);
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll<HTMLElement>('[data-fi]'))
    element.textContent = element.dataset[language] ?? '';
  document.title = titles[language];
  for (const part of [requests, advisory]) part.speak(language);
}

function signIn(): void {
  const signedIn = connect(user.value);
  for (const part of [requests, advisory]) part.signIn(signedIn);
  show();
}

const paint = () => (document.documentElement.dataset['theme'] = theme.value);

user.addEventListener('change', signIn);
languageChoice.addEventListener('change', speak);
theme.addEventListener('change', paint);
window.addEventListener('hashchange', show);
paint();
speak();
signIn();
setInterval(() => {
  if (!document.hidden) void chosen().part.refresh();
}, POLL);
