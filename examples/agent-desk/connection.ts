import { HttpClient, type SupportClient } from 'visma-support-widgets/client';
import { fetchToken } from '../shared/fetch-token.js';

const TOKEN_LIFE = 10 * 60_000;

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
