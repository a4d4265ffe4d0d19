import { css } from 'lit';

export const styles = css`
  .notice * + h3 {
    margin-block-start: 8px;
  }
  .told > .notice {
    margin-block-start: 12px;
  }
  .chips li.wrong {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  @media (forced-colors: active) {
    .chips li.wrong {
      border: 3px double;
    }
  }
  input.control[type='datetime-local'] {
    max-width: 260px;
  }
  .contact {
    display: grid;
    gap: calc(2 * var(--_space));
  }
  .contact legend {
    margin-block-end: 12px;
  }
  /* Beside the button that it answers. */
  .kept > .message {
    padding: 0 80px 4px 0;
  }
  .hits {
    display: flex;
    gap: var(--_gap-row);
    justify-content: end;
    line-height: 24px;
  }
  .hits-best {
    display: none;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @container (min-width: 480px) {
    .hits-best {
      display: block;
    }
  }
  .hits .link {
    flex: none;
    padding-block: 0;
  }
  #hits:not([hidden]) {
    display: grid;
    gap: calc(2 * var(--_space));
    padding-block: 8px;
  }
  #hits a {
    line-height: 24px;
  }
  .terms {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_gap-row);
  }
  .terms a {
    line-height: 24px;
  }
  .terms details[open] {
    flex-basis: 100%;
  }
  /* Two lines in every language, for which there is room before they are known. */
  @container (max-width: 479.9px) {
    .terms details {
      flex-basis: 100%;
    }
  }
  .terms summary {
    font-weight: 400;
    color: var(--_quiet);
  }
  summary {
    width: fit-content;
    min-height: 24px;
    padding-block: 3px;
    color: var(--_accent);
    font-weight: var(--_font-weight-strong);
    cursor: pointer;
  }
  .preview {
    background: var(--_sunken);
    border-radius: var(--_radius);
    padding: 8px 12px;
    overflow-wrap: anywhere;
  }
  .preview b {
    font-weight: var(--_font-weight-strong);
  }
  details .check {
    padding-block: 4px 0;
  }
  pre {
    margin: 4px 0 0;
    padding: 8px 12px;
    max-height: 240px;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    font: var(--_font-size-small) / 1.44 var(--_font-mono);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .notice h3:not(:first-child) {
    margin-block-start: 8px;
  }
  .notice > .row {
    padding-block: 4px;
  }
  .notice li {
    overflow-wrap: anywhere;
  }
  a.button {
    display: inline-flex;
    align-items: center;
    text-decoration: none;
  }
  #receipt {
    width: fit-content;
    margin-block-end: 4px;
  }
  .sending {
    display: grid;
    gap: calc(4 * var(--_space));
  }
`;
