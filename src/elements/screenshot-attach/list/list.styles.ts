import { css } from 'lit';

export const styles = css`
  .pictures {
    display: grid;
    gap: 12px;
  }
  .picture {
    display: grid;
    grid-template-columns: 112px minmax(0, 1fr);
    gap: 8px 12px;
    align-items: start;
    border-radius: var(--_radius);
  }
  .thumbnail {
    display: grid;
    place-items: center;
    width: 112px;
    height: 70px;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: 4px;
    background: var(--_sunken);
    cursor: grab;
  }
  .thumbnail canvas {
    max-width: 100%;
    max-height: 100%;
  }
  .what {
    display: grid;
    gap: 4px;
  }
  progress {
    width: 100%;
    height: 6px;
    accent-color: var(--_accent);
  }
  .picture .acts {
    grid-column: 1 / -1;
    justify-content: end;
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
  @container (min-width: 560px) {
    .picture {
      grid-template-columns: 112px minmax(0, 1fr) auto;
    }
    .picture .acts {
      grid-column: auto;
      flex-wrap: nowrap;
      gap: 4px;
    }
  }
`;
