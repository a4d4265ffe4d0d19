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
import { chosenPeriod, shorterHours, widestPeriod, type ChosenEnd } from '../selection.js';
import type { AccessRequest } from '../access-request.js';
import type { ApprovalView } from './view.js';

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
  const endOf = (end: ChosenEnd) =>
    chosenPeriod({ request, maxHours, now, selection: { ...selection, end } }).until;
  const option = (value: string, text: string, end: ChosenEnd): Segment<string> => ({
    value,
    label: html`${text} <span class="small">${moment(view, endOf(end), now)}</span>`,
  });
  const options = [
    ...shorterHours({ request, maxHours, now }).map((hours) =>
      option(String(hours), hoursText(view, hours), { hours }),
    ),
    option('asked', isCut ? hoursText(view, maxHours) : msg('As requested'), 'asked'),
    { value: 'at', label: msg('Another time') },
  ];
  const { end } = selection;
  const own = typeof end === 'object' && 'at' in end ? end : undefined;
  const chosen = typeof end === 'object' ? ('at' in end ? 'at' : String(end.hours)) : end;
  const choose = (value: string) =>
    open.choose({
      end:
        value === 'asked'
          ? value
          : value === 'at'
            ? { at: dateTimeValue(most.until) }
            : { hours: Number(value) },
    });
  const id = `${open.key}-at`;
  const error = own && isSkipped(own.at) ? skippedText(view) : undefined;
  return html`
    ${segments(`${open.key}-end`, msg('Access ends'), options, chosen, choose)}
    ${
      own
        ? field({ id, label: msg('Ends at'), error }, ({ describedBy, invalid }) =>
            dateTimeInput({
              describedBy,
              invalid: isRefused ? 'true' : invalid,
              id,
              value: own.at,
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
