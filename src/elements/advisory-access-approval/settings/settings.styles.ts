import { css } from 'lit';

export const settings = css`
  .settings {
    display: grid;
    justify-items: start;
    gap: var(--_gap-row);
    min-width: 0;
  }
`;
