import { html, type TemplateResult } from 'lit';
import { requestStatuses, type RequestListItem } from '../../../contract/support-requests.js';
import type { Localization } from '../../../localization/localization-controller.js';

type Status = (typeof requestStatuses)[number];

const statuses: Readonly<Record<Status, (l10n: Localization) => string>> = {
  received: ({ msg }) => msg('Received'),
  inProgress: ({ msg }) => msg('In progress'),
  waitingForCustomer: ({ msg }) => msg('Waiting for your reply'),
  awaitingConfirmation: ({ msg }) => msg('Waiting for your confirmation'),
  resolved: ({ msg }) => msg('Resolved'),
  closed: ({ msg }) => msg('Closed'),
};

export const statusOptions = (
  l10n: Localization,
): readonly { readonly value: Status; readonly label: string }[] =>
  requestStatuses.map((value) => ({ value, label: statuses[value](l10n) }));

/** The endpoint's own word where it has one; a status that this version doesn't know stands back. */
export function statusTag(
  l10n: Localization,
  { status, statusLabel }: Pick<RequestListItem, 'status' | 'statusLabel'>,
): TemplateResult {
  const text = statusLabel ?? (status === 'unknown' ? l10n.msg('Unknown') : statuses[status](l10n));
  const kind =
    status === 'waitingForCustomer' || status === 'awaitingConfirmation'
      ? 'waits'
      : status === 'inProgress'
        ? 'live'
        : '';
  return html`<span class="tag ${kind}">${text}</span>`;
}

export const sentText = ({ msg }: Localization): string => msg('Your reply has been sent.');

/** What was added while it was on its way is still there. */
export const restText = ({ msg }: Localization): string =>
  msg(
    'Your reply has been sent. What you added after that is still here, and you can send it as another reply.',
  );

/** An earlier try had arrived with what was written then. */
export const outdatedText = ({ msg }: Localization): string =>
  msg(
    'An earlier version of your reply got through after all. You can send what you have written since as another reply.',
  );

/** Our number, and the HelpDesk's own where it is another. */
export const numbers = ({ number, helpDeskNumber }: RequestListItem): string =>
  [number, helpDeskNumber && helpDeskNumber !== number ? `HelpDesk ${helpDeskNumber}` : undefined]
    .filter(Boolean)
    .join('\u00a0· ');
