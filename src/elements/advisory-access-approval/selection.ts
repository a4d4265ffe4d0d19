import type { AdvisoryAccess, Decision } from '../../contract/advisory-access.js';
import { instantOf } from '../../ui/date-time-field.js';
import { grantedPeriod, type Period } from '../../contract/approval.js';

/** Up to so many companies all are chosen beforehand; of more, a person says which. */
export const MOST_CHOSEN_BEFOREHAND = 10;

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Hours that are offered, where they are fewer than could be had. */
const OFFERED_HOURS = [1, 2, 4, 8, 24];

/** An end that the person has chosen: the one asked for, some hours after the beginning, or the value of a field for day and time. */
export type ChosenEnd = 'asked' | { readonly hours: number } | { readonly at: string };

/** How much of a request a person is about to grant. */
export interface Selection {
  /** Numbers. */
  readonly companies: ReadonlySet<string>;
  /** Ids. */
  readonly areas: ReadonlySet<string>;
  /** Missing until it is chosen. */
  readonly end?: ChosenEnd | undefined;
}

/** What a grant would be made of, at an instant by the endpoint's clock. */
export interface Terms {
  readonly request: AdvisoryAccess;
  readonly selection: Selection;
  readonly maxHours: number;
  readonly now: Date;
}

/**
 * What is selected before the person selects: a request that would prolong another has the other's scope. The end is for them to
 * choose, so that nothing holds for the longest time unnoticed, nor ends before support is done; it is selected where there is but one,
 * or where the first of two approvers has chosen it.
 */
export function defaultSelection(
  { request, maxHours, now }: Omit<Terms, 'selection'>,
  former?: AdvisoryAccess,
): Selection {
  const { companies, areas, firstApproval } = request;
  const hasOneEnd = firstApproval ?? !shorterHours({ request, maxHours, now }).length;
  const end = hasOneEnd ? ('asked' as const) : undefined;
  const numbersOf = (some: AdvisoryAccess['companies']) => some.map(({ number }) => number);
  const idsOf = (some: AdvisoryAccess['areas']) => some.map(({ id }) => id);
  if (!former)
    return {
      companies: new Set(companies.length > MOST_CHOSEN_BEFOREHAND ? [] : numbersOf(companies)),
      areas: new Set(idsOf(areas)),
      end,
    };
  const { decision } = former;
  const formerNumbers = new Set(numbersOf(decision?.companies ?? former.companies));
  const formerIds = new Set(idsOf(decision?.areas ?? former.areas));
  return {
    companies: new Set(numbersOf(companies).filter((number) => formerNumbers.has(number))),
    areas: new Set(idsOf(areas).filter((id) => formerIds.has(id))),
    end,
  };
}

/** What stays of a selection when the request has changed. What is new in it is for the person to add. */
export function keptSelection(
  { companies, areas, until, firstApproval }: AdvisoryAccess,
  former: AdvisoryAccess,
  { end, ...selection }: Selection,
): Selection {
  const isLater = Date.parse(until) > Date.parse(former.until);
  const kept = end === 'asked' && isLater ? undefined : end;
  return {
    end: kept ?? (firstApproval && 'asked'),
    companies: new Set(
      companies.flatMap(({ number }) => (selection.companies.has(number) ? number : [])),
    ),
    areas: new Set(areas.flatMap(({ id }) => (selection.areas.has(id) ? id : []))),
  };
}

/** What is left of a request once the first of two approvers has chosen: the second chooses from it. */
export function leftOf(request: AdvisoryAccess): AdvisoryAccess {
  const { state, firstApproval: first, companies, areas, until } = request;
  if (!first || state !== 'pending') return request;
  return {
    ...request,
    companies: first.companies ?? companies,
    areas: first.areas ?? areas,
    until: first.until ?? until,
  };
}

const asked = ({ from, until }: AdvisoryAccess): Period => ({
  from: new Date(from),
  until: new Date(until),
});

/** From when until when the grant would hold if it were as wide as it can be. */
export const widestPeriod = ({ request, maxHours, now }: Omit<Terms, 'selection'>): Period =>
  grantedPeriod(asked(request), undefined, now, maxHours);

/** The hours after which it could end sooner than it can at most. */
export function shorterHours(terms: Omit<Terms, 'selection'>): number[] {
  const { from, until } = widestPeriod(terms);
  return OFFERED_HOURS.filter((hours) => from.getTime() + hours * HOUR < until.getTime());
}

/** An invalid date where none is chosen, or a time of the person's own is none yet. */
function chosenEnd(terms: Terms): Date | undefined {
  const { end } = terms.selection;
  if (end === 'asked') return undefined;
  if (!end) return new Date(NaN);
  return 'at' in end
    ? (instantOf(end.at) ?? new Date(NaN))
    : new Date(widestPeriod(terms).from.getTime() + end.hours * HOUR);
}

/**
 * From when until when the grant would hold; `until` is an invalid date while no end is chosen. An end that isn't the one asked for is a whole minute, since it is told in
 * minutes: what is said, what is sent and what is granted are one.
 */
export function chosenPeriod(terms: Terms): Period {
  const { request, maxHours, now } = terms;
  const { from, until } = grantedPeriod(asked(request), chosenEnd(terms), now, maxHours);
  const isAsked = until.getTime() === Date.parse(request.until);
  return { from, until: isAsked ? until : new Date(Math.floor(until.getTime() / MINUTE) * MINUTE) };
}

export type SelectionProblem = 'companies' | 'areas' | 'noEnd' | 'end';

/** What is missing, or can't be, before the selection can be granted. */
export function selectionProblems(terms: Terms): SelectionProblem[] {
  const { companies, areas } = terms.selection;
  const { from, until } = chosenPeriod(terms);
  const end = chosenEnd(terms);
  const fits = until > from && !(end && end > widestPeriod(terms).until);
  return [
    ...(companies.size ? [] : ['companies' as const]),
    ...(areas.size ? [] : ['areas' as const]),
    ...(fits ? [] : [terms.selection.end ? ('end' as const) : ('noEnd' as const)]),
  ];
}

/** The selection as the endpoint takes it: what is as asked is left out. */
export function decisionOf(terms: Terms): Decision {
  const { request, selection } = terms;
  const { until } = chosenPeriod(terms);
  const numbers = request.companies.flatMap(({ number }) =>
    selection.companies.has(number) ? number : [],
  );
  const ids = request.areas.flatMap(({ id }) => (selection.areas.has(id) ? id : []));
  return {
    version: request.version,
    outcome: 'approved',
    ...(request.firstApproval && { confirms: request.firstApproval.at }),
    ...(until.getTime() !== Date.parse(request.until) && { until: until.toISOString() }),
    ...(numbers.length < request.companies.length && { companies: numbers }),
    ...(ids.length < request.areas.length && { areas: ids }),
  };
}

/** Whether the person grants less than they could. */
export function isNarrower({ request, selection }: Pick<Terms, 'request' | 'selection'>): boolean {
  const { end } = selection;
  return (
    (end !== undefined && end !== 'asked') ||
    selection.companies.size < request.companies.length ||
    selection.areas.size < request.areas.length
  );
}
