import type { AdvisoryAccessItem } from '../../contract/advisory-access.js';
import { stateAt } from '../../contract/approval.js';

/** What decides which requests a person sees, and where. */
export interface AccessState {
  readonly items: readonly AdvisoryAccessItem[];
  /** The request that the host shows alone. */
  readonly requestId: string | undefined;
  /** The request that is before the person, as long as there is something to do with it. */
  readonly currentId: string | undefined;
  /** Rights that the person is ending; each stays where it is until they have seen that it has ended. */
  readonly endingIds: ReadonlySet<string>;
}

/** The requests in the order in which they concern a person. */
export interface SelectedRequests {
  /** The one that is shown whole. */
  readonly currentId: string | undefined;
  /** The others that wait for approval. */
  readonly waiting: readonly AdvisoryAccessItem[];
  /** Waiting for support. */
  readonly returned: readonly AdvisoryAccessItem[];
  /** Active and scheduled rights. */
  readonly granted: readonly AdvisoryAccessItem[];
  readonly past: readonly AdvisoryAccessItem[];
}

/** How a request stands at an instant by the endpoint's clock, whether or not the endpoint has been asked since. */
export function stateOf(item: AdvisoryAccessItem, now: Date): AdvisoryAccessItem['state'] {
  const { state, lapsesAt, startsAt, endsAt } = item;
  if (state === 'unknown') return state;
  const timed = {
    state,
    lapsesAt: new Date(lapsesAt),
    startsAt: startsAt ? new Date(startsAt) : undefined,
    endsAt: endsAt ? new Date(endsAt) : undefined,
  };
  return stateAt(timed, now);
}

/** What is before a person stays before them, whatever else arrives. */
export function select(
  { items: all, requestId, currentId, endingIds }: AccessState,
  now: Date,
): SelectedRequests {
  const items = requestId ? [] : all;
  const inState = (...states: readonly string[]) =>
    items.filter((item) => states.includes(stateOf(item, now)) && !endingIds.has(item.id));
  // What this person has approved first waits for somebody else's word, and comes after what waits for theirs.
  const waiting = inState('pending').sort(
    (a, b) => Number(a.firstApproval?.mine === true) - Number(b.firstApproval?.mine === true),
  );
  const current = requestId ?? currentId ?? waiting[0]?.id;
  return {
    currentId: current,
    waiting: waiting.filter(({ id }) => id !== current),
    returned: inState('returned'),
    granted: items.filter(
      (item) => ['active', 'scheduled'].includes(stateOf(item, now)) || endingIds.has(item.id),
    ),
    past: inState('rejected', 'revoked', 'ended', 'lapsed', 'withdrawn', 'unknown'),
  };
}
