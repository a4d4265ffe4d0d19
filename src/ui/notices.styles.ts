import { css } from 'lit';

/** Notices, and what is wrong. */
export const notices = css`
  .message {
    color: var(--_danger);
    font-size: var(--_font-size-small);
    line-height: 1.44;
  }
  /* A sign of its own: not everybody sees the colour, and forced colours take it away. */
  .message::before {
    content: '!';
    content: '!' / '';
    display: inline-block;
    width: 14px;
    height: 14px;
    margin-inline-end: 6px;
    border: 1px solid;
    border-radius: 50%;
    font-weight: 700;
    font-size: 11px;
    line-height: 12px;
    text-align: center;
  }
  .bad .control,
  .control[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset var(--_bar-width) 0 0 var(--_danger);
  }
  .notice {
    display: grid;
    gap: var(--_gap-field);
    border-inline-start: var(--_bar-width) solid var(--_notice);
    border-radius: 0 var(--_radius) var(--_radius) 0;
    background: var(--_notice-soft);
    padding: var(--_notice-padding);
  }
  .notice.calm {
    border-inline-start-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .notice.good {
    border-inline-start-color: var(--_good);
    background: var(--_good-soft);
  }
  .notice.good > :is(h2, h3):first-child::before {
    content: '✓';
    content: '✓' / '';
    margin-inline-end: 8px;
    color: var(--_good);
  }
  .notice.alarm {
    border-inline-start-color: var(--_danger);
    background: var(--_danger-soft);
  }
  @media (forced-colors: active) {
    .notice {
      border: 1px solid;
    }
    .bad .control,
    .control[aria-invalid='true'] {
      border-width: 3px;
    }
  }
`;
