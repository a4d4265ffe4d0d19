import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    vertical-align: middle;
  }
  :host([hidden]) {
    display: none !important;
  }
  .badge {
    all: initial;
    display: block;
    box-sizing: border-box;
    visibility: inherit;
    min-width: 20px;
    padding: 0 6px;
    border-radius: 10px;
    background: var(--_accent);
    color: var(--_on-accent);
    font: 600 12px/20px var(--_font);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  @media (forced-colors: active) {
    .badge {
      outline: 1px solid;
    }
  }
`;
