import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { dateText } from '../../../localization/date.js';
import { timeText } from '../../../localization/time.js';
import type { Localization } from '../../../localization/localization-controller.js';
import type { SupportRequestStore } from '../support-request-store.js';
import { unbroken } from '../../../ui/unbroken.js';

/** What the parts of the element see of it. */
export interface ListView extends Localization {
  readonly store: SupportRequestStore;
}

/** A day and a time in the reader's own time zone: `5.1.2026 klo 9.05`. */
export function instantText({ msg, formats }: Localization, instant: string): string {
  const at = new Date(instant);
  const [day, time] = [dateText(formats, at), timeText(formats, at)];
  return msg(str`${day} at ${time}`);
}

/** What is known of a request in one line; a day and its time stay together. */
export const factsLine = (
  facts: readonly (TemplateResult | string | undefined)[],
): TemplateResult[] =>
  facts
    .filter(Boolean)
    .map(
      (fact, index) =>
        html`${index ? '\u00a0· ' : nothing}${typeof fact === 'string' ? unbroken(fact) : fact}`,
    );

/** What was done, and when. */
export const doneText = (view: ListView, what: string, instant: string): TemplateResult =>
  html`<span class="unbroken">${what} ${instantText(view, instant)}</span>`;
