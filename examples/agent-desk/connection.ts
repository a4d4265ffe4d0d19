import { HttpClient, type SupportClient } from 'visma-support-widgets/client';

const TOKEN_LIFE = 10 * 60_000;

async function fetchToken(user: string): Promise<string> {
  const response = await fetch('/api/support/demo/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  if (!response.ok) throw new Error(`No token: ${response.status}`);
  const { token } = (await response.json()) as { token: string };
  return token;
}

/** The package's client, signed in as one of the demonstration's staff. */
export function connect(user: string): SupportClient {
  let token: Promise<string> | undefined;
  let fetched = 0;
  const accessToken = () => {
    if (!token || Date.now() - fetched > TOKEN_LIFE) {
      token = fetchToken(user);
      fetched = Date.now();
    }
    return token;
  };
  return new HttpClient({ endpoint: '/api/support', accessToken });
}
