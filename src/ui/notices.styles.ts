import { css } from 'lit';

/** Notices, and what is wrong. */
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
  @media (forced-colors: active) {
    .notice {
      border: 1px solid;
    }
  }
`;
