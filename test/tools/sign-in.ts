export type DemoUser = 'main-user' | 'accountant' | 'other-tenant' | 'agent' | 'developer';

const tokens = new Map<DemoUser, Promise<string>>();

/** Another token of one of them, as after the last one has ended. */
export async function freshTokenFor(user: DemoUser): Promise<string> {
  const answer = await fetch('/api/support/demo/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  if (!answer.ok)
    throw new Error(
      `The demo sign-in of ${user} answered ${answer.status}: ${await answer.text()}`,
    );
  return ((await answer.json()) as { token: string }).token;
}

/** A token of one of the demo's people, asked for once a page. */
export function tokenFor(user: DemoUser): Promise<string> {
  const known = tokens.get(user) ?? freshTokenFor(user);
  tokens.set(user, known);
  return known;
}
