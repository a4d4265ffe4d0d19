import { css } from 'lit';

export const styles = css`
  .picture .thumbnail {
    cursor: grab;
  }
  .thumbnail canvas {
    max-width: 100%;
    max-height: 100%;
  }
  /* In the gap below the field. */
  progress {
    position: absolute;
    inset: -4px 0 auto;
    width: 100%;
    height: 4px;
    accent-color: var(--_accent);
  }
  .undo {
    padding: 4px 12px;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .button[aria-disabled='true'] {
    opacity: 0.4;
    cursor: default;
  }
  .refusals {
    display: grid;
    gap: 4px;
  }
`;
