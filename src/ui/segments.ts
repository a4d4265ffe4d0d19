import { html, type TemplateResult } from 'lit';

export interface Segment<T extends string> {
  readonly value: T;
  readonly label: string | TemplateResult;
}

/** A radio group drawn as one bar. */
export const segments = <T extends string>(
  name: string,
  legend: string,
  options: readonly Segment<T>[],
  chosen: T | undefined,
  choose: (value: T) => void,
): TemplateResult => html`
  <fieldset id=${name}>
    <legend>${legend}</legend>
    <div class="segments" part="control">
      ${options.map(
        ({ value, label }) => html`
          <label>
            <input type="radio" name=${name} value=${value} .checked=${value === chosen} @change=${() => choose(value)} />${label}
          </label>
        `,
      )}
    </div>
  </fieldset>
`;
