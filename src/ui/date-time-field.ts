import { html, noChange, type TemplateResult } from 'lit';
import { directive, Directive, type PropertyPart } from 'lit/directive.js';
import type { Localization } from '../localization/localization-controller.js';
import type { Described } from './field.js';

/** The value of a field of which a part is filled in and another is missing: browsers give no value then. */
export const incomplete = 'incomplete';

/** Four digits of our own age: a year of two digits is taken by browsers for one of the first century, and of six for itself. */
const plausible = /^20\d\d-\d\d-\d\dT\d\d:\d\d/;

const parsed = (value: string): Date | undefined => {
  const instant = new Date(value);
  return plausible.test(value) && !Number.isNaN(instant.getTime()) ? instant : undefined;
};

/** An instant as a value: by the reader's own clock. */
export function dateTimeValue(instant: Date): string {
  return new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000)
    .toISOString()
    .slice(0, 16);
}

/** Whether clocks are put forward over a value, so that they never show it. A field takes it, having no time zone. */
export function isSkipped(value: string): boolean {
  const instant = parsed(value);
  return instant !== undefined && dateTimeValue(instant) !== value.slice(0, 16);
}

/**
 * The instant of a value by the reader's own clock; nothing where it is empty, incomplete, of another age, or skipped by the clock. Of
 * the two that a clock shows alike in autumn it is the first, so that nothing holds for longer than was meant.
 */
export const instantOf = (value: string): Date | undefined =>
  isSkipped(value) ? undefined : parsed(value);

/** What to do about a value that is skipped. */
export const skippedText = ({ msg }: Localization): string =>
  msg('Choose another time: clocks are put forward then, so this one does not exist.');

/** Sets the value without touching what is half filled in, unless the value itself has changed. */
class DateTimeValue extends Directive {
  #last: string | undefined;

  render(_value: string): unknown {
    return noChange;
  }

  override update({ element }: PropertyPart, [value]: [string]): unknown {
    const isNew = value !== this.#last && value !== incomplete;
    this.#last = value;
    if (isNew && element instanceof HTMLInputElement) {
      if (element.value !== value || element.validity.badInput) element.value = value;
    }
    return noChange;
  }
}
const dateTimeValueOf = directive(DateTimeValue);

interface DateTimeInput extends Described {
  readonly id: string;
  /** Empty, a value of `<input type="datetime-local">`, or `incomplete`. */
  readonly value: string;
  readonly min?: string;
  readonly max?: string;
  readonly change: (value: string) => void;
}

/** A control for a day with a time. It tells also when it is left half filled in, which no `input` event says. */
export function dateTimeInput({
  id,
  value,
  min = '',
  max = '',
  describedBy,
  invalid,
  change,
}: DateTimeInput): TemplateResult {
  const onEdit = ({ currentTarget: input }: Event) => {
    if (!(input instanceof HTMLInputElement)) return;
    const edited = input.value || (input.validity.badInput ? incomplete : '');
    if (edited !== value) change(edited);
  };
  return html`
    <input
      class="control"
      part="control"
      id=${id}
      type="datetime-local"
      min=${min}
      max=${max}
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      .value=${dateTimeValueOf(value)}
      @input=${onEdit}
      @keyup=${onEdit}
      @blur=${onEdit}
    />
  `;
}
