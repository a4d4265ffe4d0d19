/**
 * The customer portal: what a host page does. It gives its provider a way to fetch access tokens, and its language by
 * `<html lang>`; the widgets do the rest.
 */
import 'visma-support-widgets/define';
import { tokensOf } from '../shared/fetch-token.js';
import { find } from '../shared/find.js';

const user = find('select#user', HTMLSelectElement);
const language = find('select#language', HTMLSelectElement);
const theme = find('select#theme', HTMLSelectElement);
const parameters = new URLSearchParams(location.search);

function signIn(): void {
  const provider = document.querySelector('support-provider');
  if (provider) provider.accessToken = tokensOf(user.value);
}

/** Another person takes the seat: nothing that the former one wrote stays in the browser, and the page begins anew. */
function signOut(): void {
  document.querySelector('support-provider')?.clearDrafts();
  location.search = String(
    new URLSearchParams({ user: user.value, language: language.value, theme: theme.value }),
  );
}

function speak(): void {
  document.documentElement.lang = language.value;
  for (const element of document.querySelectorAll<HTMLElement>('[data-fi]')) {
    element.textContent = element.dataset[language.value] ?? '';
  }
  document.title = document.querySelector('header strong')?.textContent ?? '';
}

function paint(): void {
  document.documentElement.dataset['theme'] = theme.value;
}

/** Where the person comes from: the portal knows it from the link that they followed. */
function place(): void {
  const provider = document.querySelector('support-provider');
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
speak();
paint();
place();
signIn();
