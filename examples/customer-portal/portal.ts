/**
 * The customer portal: what a host page does. It gives its provider a way to fetch access tokens, and its language by
 * `<html lang>`, and shows one task at a time; the widgets do the rest.
 */
import 'visma-support-widgets/define';
import 'visma-support-widgets/fi';
import { tokensOf } from '../shared/fetch-token.js';
import { find } from '../shared/find.js';

const user = find('select#user', HTMLSelectElement);
const language = find('select#language', HTMLSelectElement);
const theme = find('select#theme', HTMLSelectElement);
const parameters = new URLSearchParams(location.search);

const provider = document.querySelector('support-provider');
const tasks = [...document.querySelectorAll<HTMLElement>('main section')];
const links = [...document.querySelectorAll<HTMLAnchorElement>('nav a')];

/** Another person takes the seat: nothing that the former one wrote stays in the browser, and the page begins anew. */
function signOut(): void {
  provider?.clearDrafts();
  location.search = String(
    new URLSearchParams({ user: user.value, language: language.value, theme: theme.value }),
  );
}

function speak(): void {
  document.documentElement.lang = language.value;
  for (const element of document.querySelectorAll<HTMLElement>('[data-fi]')) {
    const words = element.dataset[language.value] ?? '';
    if (element.localName === 'nav') element.ariaLabel = words;
    else element.textContent = words;
  }
  nameTask();
}

function nameTask(): void {
  const task = links.find((link) => link.ariaCurrent)?.firstChild?.textContent?.trim();
  const portal = document.querySelector('header strong')?.textContent;
  document.title = [task, portal].filter(Boolean).join(' – ');
}

/** Shows the task of the address and leaves the others as they are. Its element begins when it is first shown. */
function showTask(): void {
  const shown = tasks.find(({ id }) => `#${id}` === location.hash) ?? tasks[0];
  const template = shown?.querySelector('template');
  template?.replaceWith(template.content);
  for (const task of tasks) task.hidden = task !== shown;
  for (const link of links) link.ariaCurrent = link.hash === `#${shown?.id}` ? 'page' : null;
  nameTask();
}

/** Whoever follows a link to a task goes on there by keyboard. */
function goToTask(): void {
  showTask();
  const shown = tasks.find(({ hidden }) => !hidden);
  if (!shown || shown.contains(document.activeElement)) return;
  shown.tabIndex = -1;
  shown.focus({ preventScroll: true });
  scrollTo(0, 0);
}

function paint(): void {
  document.documentElement.dataset['theme'] = theme.value;
}

/** Where the person comes from: the portal knows it from the link that they followed. */
function place(): void {
  for (const [parameter, attribute] of [
    ['application', 'application'],
    ['company', 'company-number'],
  ] as const) {
    const value = parameters.get(parameter);
    if (value) provider?.setAttribute(attribute, value);
  }
}

user.value = parameters.get('user') ?? 'main-user';
language.value = parameters.get('language') ?? 'fi';
theme.value = parameters.get('theme') ?? '';
user.addEventListener('change', signOut);
language.addEventListener('change', speak);
theme.addEventListener('change', paint);
addEventListener('hashchange', goToTask);
provider?.addEventListener('support-request-submitted', (event) =>
  event.offerFollow(() => {
    location.hash = 'tukipyynnot';
    showTask();
    document.querySelector('support-request-list')?.open(event.detail.id);
  }),
);
if (provider) provider.accessToken = tokensOf(user.value);
paint();
place();
showTask();
speak();
