import { demoUserNames } from './demo-data/users.js';
import type { Endpoint } from './endpoint.js';

const PORTAL = '/customer-portal/';

/**
 * The customer portal as a host's own server answers with it: that server knows who is signed in and in which language they read, so
 * the page doesn't ask for a token first, and the browser asks for the service profile beside the scripts.
 */
export async function withSession(
  request: Request,
  answer: Response,
  endpoint: Endpoint,
  basePath: string,
): Promise<Response> {
  const { origin, pathname, searchParams } = new URL(request.url);
  if (pathname !== PORTAL || answer.status >= 400) return answer;
  const user = demoUserNames.find((name) => name === searchParams.get('user')) ?? 'main-user';
  const language = ['sv', 'en'].find((name) => name === searchParams.get('language')) ?? 'fi';
  const signedIn = await endpoint.fetch(
    new Request(`${origin}${basePath}/demo/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user }),
    }),
  );
  // Without a token the page asks for one itself, and says what is wrong.
  if (!signedIn.ok) return answer;
  const { token } = (await signedIn.json()) as { token: string };
  answer.headers.append(
    'Set-Cookie',
    `demo-token-${user}=${token}; Path=${PORTAL}; SameSite=Strict`,
  );
  answer.headers.append(
    'Link',
    `<${basePath}/service?language=${language}>; rel=preload; as=fetch; crossorigin`,
  );
  return answer;
}
