import { css } from 'lit';

/** Plain buttons, for an element that begins with nothing else. */
export const buttons = css`
  .button {
    font: inherit;
    font-weight: var(--_font-weight-strong);
    border: var(--_line-width) solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    margin: 0;
    padding: var(--_control-padding-block) var(--_button-padding);
    min-height: var(--_control-height);
    cursor: pointer;
  }
  .button:hover {
    background: var(--_sunken);
  }
  @media (forced-colors: active) {
    .button {
      border: 1px solid;
    }
    .button.button[aria-pressed='true'] {
      background: SelectedItem;
      color: SelectedItemText;
      forced-color-adjust: none;
    }
  }
`;
