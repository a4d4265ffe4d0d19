import { css } from 'lit';

/** What is told of a thing: facts by name, words as they were written, and how it stands. */
export const records = css`
  h4,
  dl,
  dd,
  ol {
    margin: 0;
    padding: 0;
  }
  h4 {
    font-weight: var(--_font-weight-strong);
  }
  dl {
    display: grid;
    gap: calc(1.5 * var(--_space));
  }
  dl > div {
    display: grid;
    gap: 0 16px;
  }
  dt {
    color: var(--_quiet);
  }
  .words {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .tag {
    flex: none;
    white-space: nowrap;
  }
  .tag.waits {
    background: var(--_notice-soft);
    color: var(--_notice);
  }
  @container (min-width: 460px) {
    dl > div {
      grid-template-columns: 200px minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .tag {
      border: 1px solid;
    }
  }
`;
