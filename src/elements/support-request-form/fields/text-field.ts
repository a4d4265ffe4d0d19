import { html, nothing, type TemplateResult } from 'lit';
import { field } from '../../../ui/field.js';
import { controlId, type FieldPointer } from './field-pointers.js';
import type { FieldContext } from './field-context.js';

interface TextField {
  readonly field: FieldPointer;
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly hint?: string;
  readonly help?: unknown;
  /** What to write, told where the field is empty and somebody is about to write in it. */
  readonly prompt?: string;
  readonly type?: 'text' | 'tel' | 'email';
  readonly autocomplete?: AutoFill;
}

const valueOf = ({ currentTarget }: Event): string =>
  currentTarget instanceof HTMLInputElement || currentTarget instanceof HTMLTextAreaElement
    ? currentTarget.value
    : '';

const texts = (fields: FieldContext, { field, label, hint, help }: TextField) => ({
  id: controlId(field),
  label,
  error: fields.messageOf(field),
  hint,
  help,
});

const warning = (fields: FieldContext, { field, value, change }: TextField) =>
  fields.warningOf(controlId(field), value, change);

/** One line of text of the request. */
export const textField = (fields: FieldContext, options: TextField): TemplateResult =>
  field(
    texts(fields, options),
    ({ describedBy, invalid }) => html`
      <input
        id=${controlId(options.field)}
        class="control"
        part="control"
        type=${options.type ?? 'text'}
        autocomplete=${options.autocomplete ?? 'off'}
        placeholder=${options.prompt ?? nothing}
        .value=${options.value}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        aria-required=${options.hint ? nothing : 'true'}
        @input=${(event: Event) => options.change(valueOf(event))}
      />
      ${warning(fields, options)}
    `,
  );

/** Several lines of text of the request. */
export const textArea = (fields: FieldContext, options: TextField): TemplateResult =>
  field(
    texts(fields, options),
    ({ describedBy, invalid }) => html`
      <textarea
        id=${controlId(options.field)}
        class="control"
        part="control"
        rows="3"
        placeholder=${options.prompt ?? nothing}
        .value=${options.value}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        aria-required=${options.hint ? nothing : 'true'}
        @input=${(event: Event) => options.change(valueOf(event))}
      ></textarea>
      ${warning(fields, options)}
    `,
  );
