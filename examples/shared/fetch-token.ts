/** Signs in as one of the demonstration's users, and gives the access token. */
export async function fetchToken(user: string): Promise<string> {
  const response = await fetch('/api/support/demo/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  if (!response.ok) throw new Error(`No token: ${response.status}`);
  const { token } = (await response.json()) as { token: string };
  return token;
}

/** One token for all widgets; a new one when it is asked for again within the life of the page, after a 401. */
export function tokensOf(user: string): () => Promise<string> {
  let token: Promise<string> | undefined = fetchToken(user);
  return () => {
    const current = token ?? fetchToken(user);
    token = undefined;
    return current;
  };
}
