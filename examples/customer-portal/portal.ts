/**
 * The customer portal: what a host page does. It gives its provider a way to fetch access tokens, and its language by
 * `<html lang>`; the widgets do the rest.
 */
import 'visma-support-widgets/define';

const chosen = (id: string): HTMLSelectElement => {
  const select = document.querySelector(`select#${id}`);
  if (!(select instanceof HTMLSelectElement)) throw new Error(`The page has no select "${id}".`);
  return select;
};

const user = chosen('user');
const language = chosen('language');
const theme = chosen('theme');
const parameters = new URLSearchParams(location.search);

async function fetchToken(): Promise<string> {
  const response = await fetch('/api/support/demo/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user: user.value }),
  });
  if (!response.ok) throw new Error(`No token: ${response.status}`);
  const { token } = (await response.json()) as { token: string };
  return token;
}

/** One token for all widgets; a new one when it is asked for again within the life of the page, after a 401. */
function signIn(): void {
  const provider = document.querySelector('support-provider');
  if (!provider) return;
  let token: Promise<string> | undefined = fetchToken();
  provider.accessToken = () => {
    const current = token ?? fetchToken();
    token = undefined;
    return current;
  };
}

/** Another person takes the seat: nothing that the former one wrote stays in the browser, and the page begins anew. */
function signOut(): void {
  document.querySelector('support-provider')?.clearDrafts();
  location.search = String(new URLSearchParams({ user: user.value, language: language.value, theme: theme.value }));
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
  for (const [parameter, attribute] of [['application', 'application'], ['company', 'company-number']] as const) {
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
