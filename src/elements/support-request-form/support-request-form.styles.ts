import { css } from 'lit';

export const styles = css`
  form {
    display: grid;
    gap: var(--_gap);
  }
  .two {
    display: grid;
    gap: var(--_gap) calc(4 * var(--_space));
    grid-template-columns: minmax(0, 1fr);
  }
  .ahead {
    display: grid;
    align-content: center;
    min-height: calc(60px + 4 * var(--_space));
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .closing {
    display: grid;
    gap: var(--_gap-row);
    align-content: start;
  }
  .closing.awaited {
    min-height: 24px;
  }
  .closing:empty:not(.awaited) {
    display: none;
  }
  /* As high as it is empty: its label, how a picture comes here, and buttons, of which two stand in a line where it is narrow. */
  .pictures {
    --_hint-height: 26px;
    min-height: calc(50px + var(--_hint-height) + var(--_rows, 1) * var(--_control-height));
    align-content: start;
  }
  @media (hover: none) and (pointer: coarse) {
    .pictures {
      --_hint-height: 0px;
    }
  }
  @container (max-width: 479.9px) {
    .subject:has(b) {
      min-height: 32px;
    }
    .kinds > * {
      flex: 1 1 100%;
    }
    .kinds .segments {
      display: flex;
    }
    #kind .segments {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .pictures.captures {
      --_rows: 2;
    }
    .closing.awaited {
      min-height: 48px;
    }
  }
  .summary {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_gap-field) var(--_gap-row);
    align-items: center;
  }
  .summary > .field {
    display: contents;
  }
  .summary > *,
  .summary > .field > * {
    grid-column: 1 / -1;
  }
  .summary > .field > label {
    grid-area: 1 / 1;
    line-height: 24px;
  }
  .summary > .hits {
    grid-area: 1 / 2;
    min-width: 0;
  }
  /* Its place is there before it is, so that what is chosen further down moves nothing: a line, and two of a narrow one. */
  .subject {
    min-height: 16px;
    margin-block-end: -8px;
    font-size: var(--_font-size-small);
    line-height: 16px;
    overflow-wrap: anywhere;
  }
  .subject b {
    font-weight: var(--_font-weight-strong);
  }
  /* Where both have no room beside each other, the keys stand below the buttons, once they are of use: they move nothing above. */
  .sends {
    flex-wrap: wrap-reverse;
    justify-content: end;
  }
  .sends > .unseen {
    display: none;
  }
  .sends .button.unseen {
    visibility: hidden;
  }
  .control:not(:focus)::placeholder,
  .chips input:not(:focus)::placeholder {
    color: transparent;
  }
  .kinds {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space)) var(--_gap-row);
  }
  .kinds legend {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .facts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0 calc(4 * var(--_space));
  }
  .fact {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--_gap-row);
    align-items: center;
    position: relative;
  }
  .fact > div {
    grid-column: 1 / -1;
  }
  .folded {
    border-block-end: var(--_line-width) solid var(--_line);
    padding-block: var(--_space);
  }
  .folded:first-child {
    border-block-start: var(--_line-width) solid var(--_line);
  }
  .folded > p {
    overflow-wrap: anywhere;
  }
  .folded b {
    font-weight: var(--_font-weight-strong);
  }
  .open {
    align-content: start;
    padding-block: calc(var(--_gap) / 2);
  }
  .open:first-child {
    padding-block-start: 0;
  }
  .fact > .button {
    min-height: 24px;
    padding-block: 2px;
    padding-inline-end: 0;
    align-self: start;
    line-height: 18px;
  }
  .open > .button {
    position: absolute;
    inset-block-start: calc(var(--_gap) / 2 - 4px);
    inset-inline-end: 0;
  }
  .open:first-child > .button {
    inset-block-start: -4px;
  }
  @container (min-width: 480px) {
    .folded > p {
      display: grid;
      grid-template-columns: 132px minmax(0, 1fr);
    }
    .facts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .facts > * {
      grid-column: 1 / -1;
    }
    .facts > .open:first-child:has(+ .open) {
      grid-column: 1;
    }
    .facts > .open:first-child + .open {
      grid-column: 2;
      padding-block-start: 0;
    }
    .facts > .open:first-child + .open > .button {
      inset-block-start: -4px;
    }
    .two {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .ahead {
      min-height: calc(var(--_control-height) + 4 * var(--_space));
    }
  }
`;
