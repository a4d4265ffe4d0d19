import { css } from 'lit';

export const styles = css`
  form {
    display: grid;
    gap: 20px;
  }
  .two {
    display: grid;
    gap: 20px 16px;
    grid-template-columns: minmax(0, 1fr);
  }
  .ahead {
    min-height: 80px;
    padding: 8px 12px;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .closing {
    display: grid;
    gap: 12px;
    align-content: start;
  }
  .closing.awaited {
    min-height: 66px;
  }
  .pictures {
    min-height: 178px;
    align-content: start;
  }
  .summary {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 12px;
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
  /* As high before there is a subject, and never higher than it may become. */
  .subject {
    min-height: 16px;
    margin-block-end: -8px;
    font-size: 12.5px;
    line-height: 16px;
    overflow: hidden;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
  }
  .subject b {
    font-weight: 600;
  }
  .unbroken {
    white-space: nowrap;
  }
  .sends > .row {
    flex: 1 0 auto;
    justify-content: end;
  }
  .unseen {
    visibility: hidden;
  }
  .control:not(:focus)::placeholder,
  .chips input:not(:focus)::placeholder {
    color: transparent;
  }
  .kinds {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
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
    gap: 0 16px;
  }
  .fact {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 12px;
    align-items: center;
    position: relative;
  }
  .fact > div {
    grid-column: 1 / -1;
  }
  .folded {
    border-block-end: 1px solid var(--_line);
    padding-block: 4px;
  }
  .folded:first-child {
    border-block-start: 1px solid var(--_line);
  }
  .folded > p {
    overflow-wrap: anywhere;
  }
  .folded b {
    font-weight: 600;
  }
  .open {
    padding-block: 10px;
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
    inset-block-start: 8px;
    inset-inline-end: 0;
  }
  .open:first-child > .button {
    inset-block-start: -2px;
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
      inset-block-start: -2px;
    }
    .two {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .ahead {
      min-height: 52px;
    }
    .pictures {
      min-height: 122px;
    }
  }
  @container (min-width: 560px) {
    .closing.awaited {
      min-height: 48px;
    }
  }
`;
