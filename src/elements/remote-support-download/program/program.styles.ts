import { css } from 'lit';

export const styles = css`
  .notice + p {
    margin-block-start: 12px;
  }
  .program {
    display: grid;
    gap: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_line);
    padding-block-start: 20px;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(0, auto) minmax(0, 1fr);
    gap: 4px 16px;
    margin: 0;
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  @container (max-width: 359px) {
    dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    dd {
      margin-block-end: 6px;
    }
  }
  dt {
    color: var(--_quiet);
  }
  a.button {
    display: inline-block;
    text-decoration: none;
  }
  ol,
  .points,
  .pages {
    display: grid;
    gap: 6px;
    margin: 0;
    padding-inline-start: 22px;
    list-style: disc;
  }
  ol {
    gap: calc(2 * var(--_space));
    list-style: decimal;
  }
  ol .points {
    margin-block-start: 6px;
  }
  ol li::marker {
    color: var(--_quiet);
    font-weight: var(--_font-weight-strong);
  }
  details {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 12px;
  }
  details > div {
    display: grid;
    gap: 10px;
    padding-block: 8px 4px;
    font-size: var(--_font-size-small);
    line-height: 18px;
    overflow-wrap: anywhere;
  }
  summary {
    font-weight: var(--_font-weight-strong);
    color: var(--_accent);
    cursor: pointer;
    padding-block: 2px;
  }
  code {
    font:
      12px/18px ui-monospace,
      Menlo,
      Consolas,
      monospace;
    overflow-wrap: anywhere;
    background: var(--_sunken);
    border-radius: 4px;
    padding: 1px 4px;
  }
`;
