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
  .keys {
    white-space: nowrap;
  }
  .acts {
    justify-content: center;
    gap: 0 12px;
  }
`;
