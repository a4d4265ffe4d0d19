import { css } from 'lit';

/** What stands in a sentence: small acts, and a word of caution. */
export const sentences = css`
  .link {
    all: unset;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 2px;
    cursor: pointer;
    font-weight: 600;
    padding-block: 3px;
  }
  .link:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .caution {
    border-inline-start: 3px solid var(--_notice);
    padding-inline-start: 8px;
  }
`;
