import { css } from 'lit';

export const styles = css`
  /* In one row at any width: what a person may choose beside the status comes late, and moves no request. */
  .filters {
    flex-wrap: nowrap;
    align-items: end;
    gap: 12px 20px;
  }
  .filters > .field {
    flex: 0 1 auto;
    min-width: 0;
  }
  .filters > fieldset {
    flex: none;
    max-width: 70%;
  }
  .rows > li,
  .request,
  .reply,
  section {
    display: grid;
    gap: calc(2 * var(--_space));
    min-width: 0;
  }
  .request,
  .reply {
    gap: calc(4 * var(--_space));
  }
  .rows > li {
    gap: 2px;
    padding-block: 10px;
  }
  .rows > li + li,
  .request section:not(.notice),
  .reply {
    border-block-start: 1px solid var(--_line);
  }
  .request section:not(.notice),
  .reply {
    padding-block-start: 16px;
  }
  .between {
    flex-wrap: nowrap;
    align-items: start;
  }
  .subject {
    all: unset;
    min-height: 24px;
    line-height: 24px;
    min-width: 0;
    font-weight: var(--_font-weight-strong);
    color: var(--_accent);
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .subject:hover {
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .subject:focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  h3 {
    overflow-wrap: anywhere;
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }
  .back,
  #more {
    justify-self: start;
  }
  .back {
    margin-inline-start: -7px;
  }
  @container (max-width: 419.9px) {
    .between {
      flex-wrap: wrap;
      gap: 2px 12px;
    }
    .subject,
    h3 {
      flex: 1 1 100%;
    }
  }
  .timeline {
    list-style: none;
    display: grid;
    gap: var(--_gap-row);
  }
  .timeline > li {
    display: grid;
    gap: 2px;
    border-inline-start: var(--_bar-width) solid var(--_line);
    padding-inline-start: 12px;
  }
  .timeline > .theirs {
    border-inline-start-color: var(--_accent);
  }
  .files li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: baseline;
    overflow-wrap: anywhere;
  }
  .files:has(.picture) {
    display: grid;
    gap: var(--_gap-row);
  }
  .files li:has(.picture) {
    align-items: center;
  }
  /* As large before it is drawn as afterwards. */
  .picture {
    all: unset;
    box-sizing: border-box;
    display: grid;
    place-items: center;
    inline-size: 160px;
    block-size: 100px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_sunken);
    cursor: zoom-in;
  }
  .picture:focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  .picture canvas {
    max-inline-size: 100%;
    max-block-size: 98px;
  }
  dialog {
    box-sizing: border-box;
    inline-size: max-content;
    max-inline-size: calc(100vw - 2 * 12px);
    max-block-size: calc(100dvh - 2 * 12px);
    padding: 0 12px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    overflow: hidden;
  }
  dialog[open] {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, auto);
  }
  dialog > .row,
  dialog > .row > .row {
    flex-wrap: nowrap;
    align-items: center;
  }
  dialog > .row {
    padding-block: 8px;
  }
  dialog h4 {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  dialog .button {
    flex: none;
    white-space: nowrap;
  }
  dialog [aria-pressed='true'] {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  .sight {
    min-block-size: 0;
    overflow: auto;
  }
  .sight:focus-visible {
    outline-offset: -2px;
  }
  .whole {
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  .full .whole {
    max-inline-size: none;
  }
  .reduced {
    cursor: zoom-in;
  }
  .full .reduced {
    cursor: zoom-out;
  }
  .whole canvas {
    display: block;
    max-inline-size: inherit;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 60%);
  }
`;
