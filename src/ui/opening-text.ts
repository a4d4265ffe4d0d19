import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Opening } from '../contract/opening-hours.js';
import type { Localization } from '../localization/localization-controller.js';

/** Said after a time where the reader's clock differs from the service's. */
export const zoneHint = ({ msg }: Localization, at: Date, timeZone: string): string => {
  const clock = (zone?: string) =>
    new Intl.DateTimeFormat('en', {
      dateStyle: 'short',
      timeStyle: 'short',
      ...(zone && { timeZone: zone }),
    }).format(at);
  return clock() === clock(timeZone) ? '' : ` (${msg('Finnish time')})`;
};

/** One sentence: until when the telephone is answered, or when it is the next time. */
export function openingText(
  l10n: Localization,
  opening: Opening,
  timeZone: string,
  now: Date = new Date(),
): string {
  const { msg, formats } = l10n;
  const at = opening.open ? opening.closesAt : opening.opensAt;
  if (!at) return msg('The phone service is closed right now.');
  const time = formats.time(at, timeZone) + zoneHint(l10n, at, timeZone);
  if (opening.open) return msg(str`The phone service is open until ${time}.`);
  if (formats.day(at, timeZone) === formats.day(now, timeZone))
    return msg(str`The phone service opens today at ${time}.`);
  const day = formats.day(at, timeZone);
  return msg(str`The phone service opens on ${day} at ${time}.`);
}

/** A small word about the telephone for a heading row. */
export const openingTag = (
  { msg }: Localization,
  opening: Opening | undefined,
): TemplateResult | typeof nothing =>
  opening
    ? html`<span class="tag ${opening.open ? 'live' : ''}">${opening.open ? msg('Phone service open') : msg('Phone service closed')}</span>`
    : nothing;
