import { css } from 'lit';

export const styles = css`
  .ahead.known {
    background: var(--_notice-soft);
    border-inline-start: var(--_bar-width) solid var(--_notice);
    border-radius: 0 var(--_radius) var(--_radius) 0;
  }
  .ahead.mine {
    background: var(--_accent-soft);
    border-inline-start: var(--_bar-width) solid var(--_accent);
    border-radius: 0 var(--_radius) var(--_radius) 0;
  }
  .ahead-row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: center;
    justify-content: space-between;
    min-height: var(--_control-height);
  }
  .ahead-title {
    flex: 1 1 100%;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .ahead.mine .ahead-title {
    display: block;
  }
  .ahead-title:has(+ .unfold) {
    flex-basis: 0;
  }
  .ahead b {
    font-weight: var(--_font-weight-strong);
  }
  .ahead .button.text {
    min-height: 24px;
    padding-block: 2px;
    margin-inline-start: -7px;
  }
  .ahead .unfold {
    display: grid;
    place-content: center;
    inline-size: 36px;
  }
  .unfold::before {
    content: '';
    inline-size: 8px;
    block-size: 8px;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    translate: 0 -2px;
  }
  .unfold[aria-expanded='true']::before {
    rotate: 225deg;
    translate: 0 2px;
  }
  .places {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
  }
  .places a {
    display: inline-block;
    line-height: 24px;
  }
  @container (min-width: 480px) {
    .ahead-title {
      flex-basis: 0;
    }
  }
  /* Where it is narrow, both acts stand in the one line below the title. */
  @container (max-width: 479.9px) {
    .same .button {
      border: 0;
      background: none;
      color: var(--_accent);
      min-height: 24px;
      padding: 2px 6px;
      margin-inline-start: -7px;
    }
  }
  #incidents {
    display: grid;
    gap: var(--_gap-row);
    padding-block: 4px 8px;
  }
  #incidents[hidden] {
    display: none;
  }
  #incidents li {
    display: grid;
    gap: var(--_gap-field);
  }
  #incidents li + li {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 12px;
  }
  @media (forced-colors: active) {
    .ahead {
      border: 1px solid;
    }
  }
`;
