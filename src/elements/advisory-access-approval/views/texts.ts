import { str } from '@lit/localize/internal/str-tag.js';
import type {
  AdvisoryAccess,
  AdvisoryAccessItem,
  AdvisoryHistoryItem,
} from '../../../contract/advisory-access.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { nameOf, numberOf } from './names.js';

export const areaNames = (l10n: Localization, areas: AdvisoryAccess['areas']): string =>
  l10n.formats.list(areas.map(({ name }) => nameOf(l10n, name)));

/** Only these two units can ask [guide 2.1]. */
export function unitOf(
  { msg }: Localization,
  { requestedBy: { unit } }: Pick<AdvisoryAccessItem, 'requestedBy'>,
): string {
  if (unit === 'customer-service') return msg('Visma customer service');
  return unit === 'product-development' ? msg('Visma product development') : 'Visma';
}

export const recipientOf = (
  { msg }: Localization,
  { grantedTo: { kind, name } }: Pick<AdvisoryAccessItem, 'grantedTo'>,
): string => (kind === 'person' ? msg(str`Only ${name}`) : msg(str`${name}, the whole unit`));

export function accessOf(
  { msg }: Localization,
  { access }: Pick<AdvisoryAccessItem, 'access'>,
): string {
  if (access === 'view') return msg('View, no changes');
  return access === 'change' ? msg('View and change') : msg('Unknown');
}

export const companyCount = (l10n: Localization, count: number): string =>
  count === 1 ? l10n.msg('1 company') : l10n.msg(str`${numberOf(l10n, count)} companies`);

/** Of how many companies a right was granted, where it is fewer than asked: `2/12 companies`. */
export const grantedCount = (l10n: Localization, granted: number, asked: number): string =>
  granted === asked
    ? companyCount(l10n, asked)
    : l10n.msg(str`${numberOf(l10n, granted)}/${numberOf(l10n, asked)} companies`);

type State = AdvisoryAccessItem['state'];

const states: Readonly<Record<State, (l10n: Localization) => string>> = {
  pending: ({ msg }) => msg('Awaiting approval'),
  returned: ({ msg }) => msg('More information requested'),
  scheduled: ({ msg }) => msg('Approved'),
  active: ({ msg }) => msg('Active'),
  rejected: ({ msg }) => msg('Rejected'),
  revoked: ({ msg }) => msg('Revoked'),
  ended: ({ msg }) => msg('Ended'),
  lapsed: ({ msg }) => msg('Lapsed'),
  withdrawn: ({ msg }) => msg('Withdrawn'),
  unknown: ({ msg }) => msg('Unknown'),
};

export const stateText = (l10n: Localization, state: State): string => states[state](l10n);

const acts: Readonly<Record<AdvisoryHistoryItem['act'], (l10n: Localization) => string>> = {
  asked: ({ msg }) => msg('Requested'),
  amended: ({ msg }) => msg('Changed'),
  withdrawn: states.withdrawn,
  lapsed: states.lapsed,
  firstApproved: ({ msg }) => msg('First of two approvals'),
  approved: states.scheduled,
  rejected: states.rejected,
  returned: states.returned,
  activated: ({ msg }) => msg('Began'),
  revoked: states.revoked,
  ended: states.ended,
  used: ({ msg }) => msg('Used'),
  unknown: states.unknown,
};

export const actText = (l10n: Localization, act: AdvisoryHistoryItem['act']): string =>
  acts[act](l10n);
