import { str } from '@lit/localize/internal/str-tag.js';
import type { AdvisoryAccess } from '../../../contract/advisory-access.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { span } from './moments.js';
import { accessOf, areaNames, companyCount, recipientOf, unitOf } from './texts.js';

/** So many companies are told by name. */
const MOST_NAMED = 5;

const missingFrom = <T>(
  others: readonly T[],
  items: readonly T[],
  key: (item: T) => string,
): T[] => {
  const known = new Set(others.map(key));
  return items.filter((item) => !known.has(key(item)));
};

function companies(
  l10n: Localization,
  { companies }: AdvisoryAccess,
  without: AdvisoryAccess,
): string | undefined {
  const found = missingFrom(without.companies, companies, ({ number }) => number);
  if (!found.length) return undefined;
  const names = found.slice(0, MOST_NAMED).map(({ number, name }) => `${number} ${name}`);
  const rest = found.length - names.length;
  return l10n.formats.list(rest ? [...names, companyCount(l10n, rest)] : names);
}

function areas(
  l10n: Localization,
  { areas }: AdvisoryAccess,
  without: AdvisoryAccess,
): string | undefined {
  const found = missingFrom(without.areas, areas, ({ id }) => id);
  return found.length ? areaNames(l10n, found) : undefined;
}

/** What has changed in a request since a person saw it, in a sentence each. */
export function differences(
  l10n: Localization,
  before: AdvisoryAccess,
  after: AdvisoryAccess,
  now: Date,
): string[] {
  const { msg } = l10n;
  const became = (textOf: (request: AdvisoryAccess) => string): string | undefined =>
    textOf(before) === textOf(after) ? undefined : textOf(after);
  const asker = became((request) => `${request.requestedBy.name}, ${unitOf(l10n, request)}`);
  const recipient = became((request) => recipientOf(l10n, request));
  const access = became((request) => accessOf(l10n, request));
  const environment = became((request) => request.environment.name);
  const period = became(({ from, until }) => span(l10n, new Date(from), new Date(until), now));
  const reason = became((request) => request.reason);
  const [moreCompanies, fewerCompanies] = [
    companies(l10n, after, before),
    companies(l10n, before, after),
  ];
  const [moreAreas, fewerAreas] = [areas(l10n, after, before), areas(l10n, before, after)];
  return [
    asker && msg(str`Requester changed: ${asker}.`),
    recipient && msg(str`Recipient changed: ${recipient}.`),
    access && msg(str`Access changed: ${access}.`),
    environment && msg(str`Environment changed: ${environment}.`),
    moreCompanies && msg(str`Companies added: ${moreCompanies}.`),
    fewerCompanies && msg(str`Companies removed: ${fewerCompanies}.`),
    moreAreas && msg(str`Program areas added: ${moreAreas}.`),
    fewerAreas && msg(str`Program areas removed: ${fewerAreas}.`),
    period && msg(str`Period changed: ${period}.`),
    reason && msg(str`Reason changed: ${reason}`),
  ].filter((change) => change !== undefined);
}
