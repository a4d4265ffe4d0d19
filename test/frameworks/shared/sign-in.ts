/** A token of the demonstration's main user: what a host would ask its own sign-in for. */
export async function accessToken(): Promise<string> {
  const answer = await fetch('/api/support/demo/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user: 'main-user' }),
  });
  const { token } = (await answer.json()) as { token: string };
  return token;
}
