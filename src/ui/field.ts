import { html, nothing, type TemplateResult } from 'lit';

export interface FieldTexts {
  /** The control's id in the shadow root. */
  readonly id: string;
  readonly label: unknown;
  /** Said after the label in a quiet voice: "optional". */
  readonly hint?: string | undefined;
  readonly help?: unknown;
  /** What is wrong, and what to do about it. */
  readonly error?: string | undefined;
}

/** What a control says to assistive technology; spread over its attributes. */
export interface Described {
  readonly describedBy: string | typeof nothing;
  readonly invalid: 'true' | 'false';
}

export const described = ({ id, help, error }: FieldTexts): Described => ({
  describedBy: [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ') || nothing,
  invalid: error ? 'true' : 'false',
});

export const fieldMessages = ({ id, help, error }: FieldTexts): TemplateResult => html`
  ${error ? html`<p class="message" id="${id}-error">${error}</p>` : nothing}
  ${help ? html`<p class="small quiet" id="${id}-help">${help}</p>` : nothing}
`;

/** A label above, the control, what is wrong and help below. */
export const field = (
  texts: FieldTexts,
  control: (described: Described) => unknown,
): TemplateResult => html`
  <div class="field ${texts.error ? 'bad' : ''}">
    <label for=${texts.id}>${texts.label}${texts.hint ? html` <span class="quiet">${texts.hint}</span>` : nothing}</label>
    ${control(described(texts))} ${fieldMessages(texts)}
  </div>
`;
