/** What can happen to a request: it passes, or it doesn't. */
export type Fault =
  | 'pass'
  /** Passes late: after `delay`, else after a second. */
  | 'slow'
  /** Passes when the test releases it. */
  | 'hold'
  /** 200 with a page instead of JSON, as a sign-in page or a proxy would answer. */
  | 'html'
  /** Taken, and never answered. */
  | 'hang'
  /** The connection is closed before anything was read. */
  | 'drop'
  /** The endpoint did what was asked, and the connection is closed before it could say so. */
  | 'lost-answer'
  /** The endpoint did what was asked, and half of its answer arrives. */
  | 'truncated';

interface Kind {
  readonly method?: string;
  /** The path below the endpoint, without its query; `*` stands for anything. */
  readonly path?: string;
}

/** Only for requests of such a kind; others leave the entry for the next. */
interface When extends Kind {
  /** For how many requests, else one. */
  readonly times?: number;
  /** Milliseconds before anything happens. */
  readonly delay?: number;
}

interface Answer extends When {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text as it is, anything else as JSON. */
  readonly body?: unknown;
  /** `application/json`, from 400 on `application/problem+json`, unless given. */
  readonly contentType?: string;
}

export type PlanEntry = Fault | (When & { readonly fault: Fault }) | Answer;

export interface SeenRequest {
  readonly method: string;
  /** Below the endpoint, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fault: Fault | 'answer';
  /** What the endpoint or the plan answered, whether or not it arrived; null while there is no answer. */
  readonly status: number | null;
}

export interface Gate {
  /** The endpoint to give to an element or a client. */
  readonly endpoint: string;
  /** Every request so far, in the order of arrival. */
  requests(): Promise<readonly SeenRequest[]>;
  /**
   * Settles as soon as the gate has had a request of this kind, or so many of them, since it was opened. What the page says
   * is no proof that a request has come.
   */
  received(kind: Kind, times?: number): Promise<readonly SeenRequest[]>;
  /** Adds entries to the plan. */
  plan(entries: readonly PlanEntry[]): Promise<void>;
  /** Lets everything pass that is held, now and from now on. */
  release(): Promise<void>;
}

/** A way to the real endpoint where requests go wrong as planned: one entry a request, and all is well after the last. */
export async function openGate(entries: readonly PlanEntry[] = []): Promise<Gate> {
  const endpoint = `/faults/${crypto.randomUUID()}`;
  const gate: Gate = {
    endpoint,
    requests: async () => (await fetch(endpoint)).json() as Promise<readonly SeenRequest[]>,
    received: async (kind, times = 1) => {
      const query = new URLSearchParams({ ...kind, times: String(times) });
      // Two equal questions at once would wait for one another in a browser's cache.
      const answer = await fetch(`${endpoint}?${query}`, { cache: 'no-store' });
      const seen = (await answer.json()) as readonly SeenRequest[];
      if (answer.ok) return seen;
      const all = seen.map(({ method, path }) => `${method} ${path}`).join(', ') || 'nothing';
      throw new Error(
        `The gate never got ${times} × ${kind.method ?? '*'} ${kind.path ?? '*'}. It got ${all}`,
      );
    },
    plan: async (more) => {
      const answer = await fetch(endpoint, { method: 'POST', body: JSON.stringify(more) });
      if (!answer.ok) throw new Error(`The gate refused the plan: ${answer.status}`);
    },
    release: async () => void (await fetch(endpoint, { method: 'DELETE' })),
  };
  await gate.plan(entries);
  return gate;
}
