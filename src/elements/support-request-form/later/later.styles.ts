import { css } from 'lit';

export const styles = css`
  .bad .control {
    border-color: var(--_danger);
    box-shadow: inset 3px 0 0 var(--_danger);
  }
  .chips li.wrong {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  input.control[type='datetime-local'] {
    max-width: 260px;
  }
  .contact {
    display: grid;
    gap: 8px;
  }
  .link {
    all: unset;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 2px;
    cursor: pointer;
    font-weight: 600;
    padding-block: 3px;
  }
  .link:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .sending {
    display: grid;
    gap: 16px;
  }
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
  @keyframes progress {
    from {
      background-position: 150% 0;
    }
    to {
      background-position: 0 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    progress {
      animation-duration: 8s;
    }
  }
`;
