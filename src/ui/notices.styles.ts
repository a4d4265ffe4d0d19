import { css } from 'lit';

/** Notices, what is wrong, and small acts in a sentence. */
export const notices = css`
  .message {
    color: var(--_danger);
    font-size: 12.5px;
    line-height: 18px;
  }
  .notice {
    display: grid;
    gap: 4px;
    border-inline-start: 3px solid var(--_notice);
    border-radius: 0 var(--_radius) var(--_radius) 0;
    background: var(--_notice-soft);
    padding: 10px 14px;
  }
  .notice.calm {
    border-inline-start-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .notice.alarm {
    border-inline-start-color: var(--_danger);
    background: var(--_danger-soft);
  }
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
  @media (forced-colors: active) {
    .notice {
      border: 1px solid;
    }
  }
`;
