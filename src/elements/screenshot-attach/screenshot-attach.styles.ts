import { css } from 'lit';

export const styles = css`
  .root {
    gap: 12px;
  }
  .drop-area {
    display: grid;
    gap: 4px;
    justify-items: center;
    text-align: center;
    padding: 12px;
    border: 1px dashed var(--_line-strong);
    border-radius: var(--_radius);
  }
  .drop-area.over {
    border: 1px solid var(--_accent);
    background: var(--_accent-soft);
  }
  .pictures {
    display: grid;
    gap: 12px;
  }
  .entry {
    display: grid;
    grid-template-columns: 112px minmax(0, 1fr);
    gap: 8px 12px;
    align-items: start;
    border-radius: var(--_radius);
  }
  .coming {
    background: var(--_sunken);
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
  }
  .what {
    display: grid;
    gap: 4px;
  }
  /* Two lines, since what is in them changes while it is prepared and uploaded. */
  .state {
    position: relative;
    min-height: 36px;
  }
  .unseen {
    visibility: hidden;
  }
  .entry .acts {
    grid-column: 1 / -1;
    justify-content: end;
    min-height: 36px;
  }
  @container (min-width: 560px) {
    .entry {
      grid-template-columns: 112px minmax(0, 1fr) auto;
    }
    .entry .acts {
      grid-column: auto;
      flex-wrap: nowrap;
      gap: 4px;
    }
  }
  .keys {
    white-space: nowrap;
  }
  /* Without a message it takes no room. */
  .root > [role='alert']:not(:has(*)) {
    position: absolute;
  }
  /* Of one line, and the buttons of one or two by the width alone: a form keeps room for both before they are here. */
  .hint {
    line-height: 22px;
  }
  .drop-area .acts {
    justify-content: center;
    gap: 0 12px;
  }
  @container (max-width: 479.9px) {
    .drop-area .acts {
      display: grid;
      grid-template-columns: auto auto;
      gap: 0;
    }
    .drop-area .acts > :nth-child(3) {
      grid-column: 1 / -1;
      justify-self: center;
    }
  }
  /* A finger has no such keys. */
  @media (hover: none) and (pointer: coarse) {
    .hint {
      display: none;
    }
  }
`;
