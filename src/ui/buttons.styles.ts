import { css } from 'lit';

/** Plain buttons, for an element that begins with nothing else. */
export const buttons = css`
  .button {
    font: inherit;
    font-weight: 600;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    margin: 0;
    padding: 7px 14px;
    min-height: 36px;
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
