import { css } from 'lit';

/** Notices, and what is wrong with a field. */
export const notices = css`
  .bad .control {
    border-color: var(--_danger);
    box-shadow: inset 3px 0 0 var(--_danger);
  }
  .message {
    color: var(--_danger);
    font-size: 12.5px;
    line-height: 18px;
  }
  .chips li.wrong {
    background: var(--_danger-soft);
    color: var(--_danger);
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
  input.control[type='datetime-local'] {
    max-width: 260px;
  }
  @media (forced-colors: active) {
    .notice {
      border: 1px solid;
    }
  }
`;
