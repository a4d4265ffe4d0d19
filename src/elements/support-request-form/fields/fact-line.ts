import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Localization } from '../../../localization/localization-controller.js';
import type { Fact } from './folded.js';

interface FactLine {
  readonly fact: Fact;
  readonly label: string;
  /** What is known of it, or that it is being asked. */
  readonly value: unknown;
  readonly isOpen: boolean;
  /** Whether it can't be folded as a person wanted, since something in it is missing or wrong. */
  readonly isKept: boolean;
  /** Whether a press opens or folds it; missing where it can only be open. */
  readonly toggle: (() => void) | undefined;
  /** Its fields. */
  readonly fields: () => unknown;
  /** Somebody writes in its fields. */
  readonly touched: () => void;
}

/** What is known as one line with a way to change it, or its fields [guide 1.2.3]. */
export function factLine(
  { msg }: Localization,
  { fact, label, value, isOpen, isKept, toggle, fields, touched }: FactLine,
): TemplateResult {
  const id = `${fact}-fields`;
  const why = `${fact}-kept`;
  return html`
    <div class="fact ${isOpen ? 'open' : 'folded'}">
      ${isOpen ? nothing : html`<p class="small"><span class="quiet">${label}</span> <span>${value}</span></p>`}
      ${
        toggle
          ? html`<button class="button text" part="button" type="button" id=${`${fact}-change`}
              aria-label=${isOpen ? msg(str`Close: ${label}`) : msg(str`Change: ${label}`)}
              aria-expanded=${String(isOpen)} aria-controls=${id} aria-describedby=${isKept ? why : nothing} @click=${toggle}>${isOpen ? msg('Close') : msg('Change')}</button>`
          : nothing
      }
      <div class="kept" role="status">${isKept ? html`<p class="message" id=${why}>${msg('Complete or correct these details first.')}</p>` : nothing}</div>
      <div id=${id} ?hidden=${!isOpen} @focusin=${touched} @input=${touched}>${isOpen ? fields() : nothing}</div>
    </div>
  `;
}

/** More than these are told by their number. */
const MOST_SHOWN = 3;

/** Several values in one line. */
export const severalText = (values: readonly string[]): string =>
  [
    values.slice(0, MOST_SHOWN).join(', '),
    values.length > MOST_SHOWN ? `+ ${values.length - MOST_SHOWN}` : '',
  ]
    .filter(Boolean)
    .join(' ');
