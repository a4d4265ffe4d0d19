import { css } from 'lit';

/** What stands in a sentence: small acts, and a word of caution. */
export const sentences = css`
  .link {
    all: unset;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 2px;
    cursor: pointer;
    font-weight: var(--_font-weight-strong);
    padding-block: 3px;
  }
  .link:focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  .caution {
    border-inline-start: var(--_bar-width) solid var(--_notice);
    padding-inline-start: calc(2 * var(--_space));
  }
`;
