/** Signs in as one of the demonstration's users, and gives the access token. */
export async function fetchToken(user: string): Promise<string> {
  const response = await fetch('/api/support/demo/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  // The widgets see by the status whether nobody is signed in, or only the way is broken.
  if (!response.ok)
    throw Object.assign(new Error(`No token: ${response.status}`), { status: response.status });
  const { token } = (await response.json()) as { token: string };
  return token;
}

/** The token that the page came with: the server that answered with the page has signed in whoever it is for. */
function tokenOfPage(user: string): string | undefined {
  const name = `demo-token-${user}=`;
  return document.cookie
    .split('; ')
    .find((cookie) => cookie.startsWith(name))
    ?.slice(name.length);
}

/** One token for the whole page, fetched at once where the page came without; another one when the endpoint has refused it, or none came. */
export function tokensOf(
  user: string,
): (question: { readonly refused?: string | undefined }) => Promise<string> {
  let token: Promise<string> | undefined;
  const fetchAnew = () => {
    const fetching = fetchToken(user);
    fetching.catch(() => (token = undefined));
    return (token = fetching);
  };
  const known = tokenOfPage(user);
  if (known) token = Promise.resolve(known);
  else void fetchAnew();
  return async ({ refused }) => {
    const current = await (token ?? fetchAnew());
    return current === refused ? fetchAnew() : current;
  };
}
