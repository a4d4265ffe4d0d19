const NAMES = ['iss', 'sub', 'tenant'];

/** For whom a JSON web token is; nothing for a token that only its issuer can read. Nothing is verified: that is the endpoint's work. */
function holderOf(token: string): string | undefined {
  try {
    const payload = token.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? '';
    const claims = JSON.parse(atob(payload)) as Readonly<Record<string, unknown>>;
    return claims['sub'] ? JSON.stringify(NAMES.map((name) => claims[name])) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether two tokens are for the same person, as far as they tell. */
export function haveSameHolder(one: string, other: string): boolean | undefined {
  const [first, second] = [holderOf(one), holderOf(other)];
  return first && second ? first === second : undefined;
}
