import { css } from 'lit';

/** How far something on its way is; it moves while nobody knows. */
export const progress = css`
  progress {
    appearance: none;
    width: 100%;
    height: 4px;
    border: 0;
    border-radius: 2px;
    overflow: hidden;
    background: linear-gradient(90deg, var(--_line) 30%, var(--_accent) 50%, var(--_line) 70%) 0 0 / 300% 100%;
    animation: progress 1.6s linear infinite;
  }
  progress::-webkit-progress-bar {
    background: none;
  }
  progress::-moz-progress-bar {
    background: none;
  }
  progress[value] {
    background: var(--_line);
    animation: none;
  }
  progress[value]::-webkit-progress-value {
    background: var(--_accent);
  }
  progress[value]::-moz-progress-bar {
    background: var(--_accent);
  }
  @keyframes progress {
    from {
      background-position: 150% 0;
    }
    to {
      background-position: 0 0;
    }
  }
  @media (forced-colors: active) {
    progress {
      height: 8px;
      border: 1px solid;
    }
    progress[value]::-webkit-progress-value {
      background: Highlight;
    }
    progress[value]::-moz-progress-bar {
      background: Highlight;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    progress {
      animation-duration: 8s;
    }
  }
`;
