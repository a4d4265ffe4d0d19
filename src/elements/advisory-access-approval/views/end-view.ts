import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { AdvisoryAccess } from '../../../contract/advisory-access.js';
import {
  dateTimeInput,
  dateTimeValue,
  isSkipped,
  skippedText,
} from '../../../ui/date-time-field.js';
import { field } from '../../../ui/field.js';
import { moment } from './moments.js';
import { segments, type Segment } from '../../../ui/segments.js';
import { chosenPeriod, widestPeriod, type ChosenEnd } from '../selection.js';
import type { AccessRequest } from '../access-request.js';
import type { ApprovalView } from './view.js';

const HOUR = 3_600_000;

const offered = [1, 2, 4, 8, 24];

const hoursText = ({ msg }: ApprovalView, hours: number): string =>
  hours === 1 ? msg('1 hour') : msg(str`${hours} hours`);

/** How long the right would hold: some hours from its beginning, as long as asked, or until a time of the person's own. */
export function endView(
  view: ApprovalView,
  open: AccessRequest,
  request: AdvisoryAccess,
): TemplateResult {
  const { msg, now } = view;
  const { maxHours } = view.rules;
  const { selection, act } = open;
  const isRefused = act.name === 'looking' && act.problems.includes('end');
  const most = widestPeriod({ request, maxHours, now });
  const isCut = most.until.getTime() < Date.parse(request.until);
  const endOf = (end: ChosenEnd | undefined) =>
    chosenPeriod({ request, maxHours, now, selection: { ...selection, end } }).until;
  const option = (value: string, text: string, end: ChosenEnd | undefined): Segment<string> => ({
    value,
    label: html`${text} <span class="small">${moment(view, endOf(end), now)}</span>`,
  });
  const options = [
    ...offered
      .filter((hours) => most.from.getTime() + hours * HOUR < most.until.getTime())
      .map((hours) => option(String(hours), hoursText(view, hours), { hours })),
    option('asked', isCut ? hoursText(view, maxHours) : msg('As requested'), undefined),
    { value: 'at', label: msg('Another time') },
  ];
  const { end } = selection;
  const chosen = !end ? 'asked' : 'at' in end ? 'at' : String(end.hours);
  const choose = (value: string) =>
    open.choose({
      end:
        value === 'asked'
          ? undefined
          : value === 'at'
            ? { at: dateTimeValue(most.until) }
            : { hours: Number(value) },
    });
  const id = `${open.key}-at`;
  const error = end && 'at' in end && isSkipped(end.at) ? skippedText(view) : undefined;
  return html`
    ${segments(`${open.key}-end`, msg('Access ends'), options, chosen, choose)}
    ${
      end && 'at' in end
        ? field({ id, label: msg('Ends at'), error }, ({ describedBy, invalid }) =>
            dateTimeInput({
              describedBy,
              invalid: isRefused ? 'true' : invalid,
              id,
              value: end.at,
              min: dateTimeValue(most.from),
              max: dateTimeValue(most.until),
              change: (at) => open.choose({ end: { at } }),
            }),
          )
        : nothing
    }
    <p class="small quiet">${msg(str`At most ${hoursText(view, maxHours)}. The maximum is set in ${view.rules.maxHoursSetIn}.`)}</p>
  `;
}
