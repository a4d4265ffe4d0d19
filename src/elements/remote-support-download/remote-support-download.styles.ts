import { css } from 'lit';

export const styles = css`
  [role='alert']:empty {
    display: none;
  }
  .answers {
    display: grid;
    gap: 8px 16px;
    grid-template-columns: minmax(0, 1fr);
  }
  @container (min-width: 400px) {
    .answers {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .answers h3 {
      grid-column: span 2;
    }
  }
  .answers [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .answers [aria-pressed='true']::before {
    content: '✓ ' / '';
  }
  .ticks {
    display: grid;
    gap: 6px;
  }
  .ticks li {
    display: flex;
    gap: calc(2 * var(--_space));
  }
  .ticks li::before {
    content: '✓' / '';
    color: var(--_good);
  }
  .call {
    font-weight: var(--_font-weight-strong);
    white-space: nowrap;
  }
`;
