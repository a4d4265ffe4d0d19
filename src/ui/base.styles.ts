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
    gap: 20px;
    container-type: inline-size;
    contain-intrinsic-inline-size: 280px;
    color-scheme: inherit;
    visibility: inherit;
    color: var(--_ink);
    font: 14px/20px var(--_font);
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
    font-size: 18px;
    line-height: 24px;
    font-weight: 600;
  }
  h3 {
    font-size: 14px;
    line-height: 20px;
    font-weight: 600;
  }
  .quiet {
    color: var(--_quiet);
  }
  .small {
    font-size: 12.5px;
    line-height: 18px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
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
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  [tabindex='-1']:focus-visible {
    outline-offset: 4px;
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
