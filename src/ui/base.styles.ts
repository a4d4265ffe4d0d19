import { css } from 'lit';

/**
 * What every element looks like before it has a form of its own. `.root` starts from nothing, so that no inherited
 * style of the host page reaches inside; only its colour scheme and visibility do. Our languages run from left to right, on
 * every page. A container has no width of its own: where the element shrinks to fit, as in a popover, it takes the intrinsic one.
 */
export const base = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .root {
    all: initial;
    direction: ltr;
    unicode-bidi: isolate;
    display: grid;
    gap: var(--_gap);
    container-type: inline-size;
    contain-intrinsic-inline-size: 280px;
    color-scheme: inherit;
    visibility: inherit;
    color: var(--_ink);
    font: var(--_font-size) / var(--_line-height) var(--_font);
    font-variant-numeric: tabular-nums;
    overflow-wrap: break-word;
  }
  h2,
  h3,
  p,
  ul,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ul {
    list-style: none;
  }
  h2 {
    font-size: var(--_font-size-heading);
    line-height: calc(4 / 3);
    font-weight: var(--_font-weight-strong);
  }
  h3 {
    font-size: inherit;
    line-height: var(--_line-height);
    font-weight: var(--_font-weight-strong);
  }
  .quiet {
    color: var(--_quiet);
  }
  .small {
    font-size: var(--_font-size-small);
    line-height: 1.44;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space)) var(--_gap-row);
    align-items: center;
  }
  .between {
    justify-content: space-between;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 2px;
  }
  :focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  [tabindex='-1']:focus-visible {
    outline-offset: 4px;
  }
  .unbroken {
    white-space: nowrap;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
