import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { AdvisoryAccess } from '../../../contract/advisory-access.js';
import { field } from '../../../ui/field.js';
import { moment } from './moments.js';
import { segments, type Segment } from '../../../ui/segments.js';
import { chosenPeriod, widestPeriod, type End } from './choice.js';
import type { OpenRequest } from './open-request.js';
import type { View } from './view.js';

const MINUTE = 60_000;

const offered = [1, 2, 4, 8, 24];

/** An instant as `<input type="datetime-local">` has it: on the reader's own wall. */
function onTheWall(instant: Date): string {
  return new Date(instant.getTime() - instant.getTimezoneOffset() * MINUTE)
    .toISOString()
    .slice(0, 16);
}

const hoursText = ({ msg }: View, hours: number): string =>
  hours === 1 ? msg('1 hour') : msg(str`${hours} hours`);

/** How long the right would hold: some hours from its beginning, as long as asked, or until a time of the person's own. */
export function endView(view: View, open: OpenRequest, request: AdvisoryAccess): TemplateResult {
  const { msg, now, maxHours } = view;
  const { choice } = open;
  const most = widestPeriod({ request, maxHours, now });
  const isCut = most.until.getTime() < Date.parse(request.until);
  const endOf = (end: End | undefined) =>
    chosenPeriod({ request, maxHours, now, choice: { ...choice, end } }).until;
  const option = (value: string, text: string, end: End | undefined): Segment<string> => ({
    value,
    label: html`${text} <span class="small">${msg(str`until ${moment(view, endOf(end), now)}`)}</span>`,
  });
  const options = [
    ...offered
      .filter((hours) => most.from.getTime() + hours * 60 * MINUTE < most.until.getTime())
      .map((hours) => option(String(hours), hoursText(view, hours), { hours })),
    option('asked', isCut ? hoursText(view, maxHours) : msg('As asked'), undefined),
    { value: 'at', label: msg('Another time') },
  ];
  const { end } = choice;
  const chosen = !end ? 'asked' : 'at' in end ? 'at' : String(end.hours);
  const choose = (value: string) =>
    open.choose({
      end:
        value === 'asked'
          ? undefined
          : value === 'at'
            ? { at: onTheWall(most.until) }
            : { hours: Number(value) },
    });
  const id = `${open.key}-at`;
  const onInput = ({ currentTarget }: Event) =>
    open.choose({
      end: { at: currentTarget instanceof HTMLInputElement ? currentTarget.value : '' },
    });
  return html`
    ${segments(`${open.key}-end`, msg('The right ends'), options, chosen, choose)}
    ${
      end && 'at' in end
        ? field(
            { id, label: msg('Ends at') },
            ({ describedBy }) => html`
            <input
              class="control"
              id=${id}
              type="datetime-local"
              min=${onTheWall(most.from)}
              max=${onTheWall(most.until)}
              aria-describedby=${describedBy}
              .value=${end.at}
              @input=${onInput}
            />
          `,
          )
        : nothing
    }
    <p class="small quiet">${msg(str`At most ${hoursText(view, maxHours)}. Set in: ${view.maxHoursSetIn}.`)}</p>
  `;
}
