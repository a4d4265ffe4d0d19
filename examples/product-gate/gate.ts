import { createRemoteJWKSet, errors, jwtVerify } from 'jose';

/** What somebody of support wants to do in a customer's books. */
export interface Use {
  readonly tenant: string;
  /** Company number. */
  readonly company: string;
  /** The id of the program area. */
  readonly area: string;
  readonly access: 'view' | 'change';
}

interface Checked {
  readonly allowed: boolean;
  readonly grant?: string;
}

/**
 * Keeps a product's books closed to support unless the customer has granted access. The product asks the endpoint before it opens
 * something (`ask`), and gives the token to its other services, which check it by themselves (`lets`).
 */
export class ProductGate {
  readonly #endpoint: string;
  readonly #keys: ReturnType<typeof createRemoteJWKSet>;

  /** @param endpoint where the support endpoint is, such as `https://example.com/api/support` */
  constructor(endpoint: string) {
    this.#endpoint = endpoint;
    // Fetched once and kept; fetched anew when a token names a key that is not among them.
    this.#keys = createRemoteJWKSet(new URL(`${endpoint}/advisory-access/keys`));
  }

  /**
   * Asks whether somebody may do something now. Each yes is written into the customer's history.
   *
   * @param accessToken with which the person is signed in to the product
   * @returns a grant token, which holds for a minute at most; nothing for a no
   * @throws where the endpoint can't be asked: then nobody is let in
   */
  async ask(accessToken: string, use: Use): Promise<string | undefined> {
    const query = new URLSearchParams({ ...use });
    const answer = await fetch(`${this.#endpoint}/staff/access-check?${query}`, {
      headers: { Authorization: `Bearer ${accessToken}` },
    });
    if (!answer.ok) throw new Error(`The support endpoint answered ${answer.status}`);
    const { allowed, grant } = (await answer.json()) as Checked;
    return allowed ? grant : undefined;
  }

  /**
   * Whether a grant token lets somebody do something.
   *
   * @param person who is signed in to the product, by the `sub` of their access token
   * @throws where the endpoint's keys are not known yet and can't be fetched: then nobody is let in
   */
  async lets(grant: string, person: string, use: Use, now = new Date()): Promise<boolean> {
    try {
      const { payload } = await jwtVerify(grant, this.#keys, {
        algorithms: ['EdDSA'],
        typ: 'access-grant+jwt',
        subject: person,
        maxTokenAge: 60,
        currentDate: now,
      });
      return (
        payload['tenant'] === use.tenant &&
        payload['company'] === use.company &&
        payload['area'] === use.area &&
        payload['access'] === use.access
      );
    } catch (error) {
      if (error instanceof errors.JOSEError) return false;
      throw error;
    }
  }
}
