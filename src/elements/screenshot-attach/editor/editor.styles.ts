import { css } from 'lit';

export const styles = css`
  .editor {
    box-sizing: border-box;
    width: 100vw;
    height: 100dvh;
    max-width: none;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    color: var(--_ink);
    background: var(--_surface);
    font: inherit;
  }
  .window {
    position: relative;
    box-sizing: border-box;
    display: grid;
    height: 100%;
    grid-template: auto auto minmax(50dvh, 1fr) minmax(0, auto) auto / minmax(0, 1fr);
  }
  .window:focus {
    outline: none;
  }
  .window > * {
    padding: 8px 16px;
  }
  .editor header,
  .editor footer {
    border-block: 0 solid var(--_line);
  }
  .editor header {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: baseline;
    justify-content: space-between;
  }
  .editor footer {
    grid-row: 5;
    border-block-start-width: 1px;
  }
  .tools {
    gap: 4px;
    border-block: 1px solid var(--_line);
  }
  .tools .group {
    display: contents;
  }
  .tools .button {
    padding-inline: 9px;
  }
  .turn {
    width: 18px;
    height: 18px;
    vertical-align: middle;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .redo .turn {
    scale: -1 1;
  }
  .tools [aria-pressed='true'] {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  .zooms [aria-pressed='true'] {
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  .beforehand {
    padding: 6px 10px;
    background: var(--_notice-soft);
    border-inline-start: 3px solid var(--_notice);
  }
  .viewport {
    grid-row: 3;
    overflow: auto;
    padding: 0;
    background: var(--_sunken);
    display: grid;
  }
  .viewport:focus-visible {
    outline-offset: -2px;
  }
  /* The frame of what is chosen may stand over the edges of the picture. */
  .stage {
    display: grid;
    place-content: center;
    padding: 12px;
    touch-action: none;
    cursor: crosshair;
  }
  .stage > * {
    grid-area: 1 / 1;
  }
  .select .stage {
    cursor: grab;
  }
  .stage svg {
    width: 1px;
    height: 1px;
    overflow: visible;
    fill: none;
    stroke: #0b5a6e;
    stroke-width: 2;
  }
  .stage .halo {
    stroke: white;
    stroke-width: 4;
  }
  .stage .handles {
    fill: white;
  }
  .marks {
    grid-row: 4;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    align-content: start;
    overflow: auto;
    max-height: 32dvh;
    border-block-start: 1px solid var(--_line);
  }
  .marks ul,
  .marks li {
    display: grid;
    gap: 4px;
    width: 100%;
  }
  .mark {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
  }
  .mark .button:first-child {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    text-align: start;
    color: var(--_ink);
    font-weight: 400;
  }
  .marks [aria-pressed='true'] {
    background: var(--_accent-soft);
  }
  .places {
    display: grid;
    gap: 8px;
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .places label:has(.words) {
    grid-column: 1 / -1;
  }
  .button.danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  @media (max-width: 799px) {
    .window > * {
      padding-block: 6px;
    }
    .window > .viewport {
      padding: 0;
    }
    .editor header .small {
      display: none;
    }
    .tools .button {
      padding-inline: 5px;
    }
    .asking .button {
      padding-inline: 8px;
    }
  }
  @media (max-width: 799px) and (max-height: 640px) {
    .editor footer > .row > .quiet {
      display: none;
    }
  }
  /* Tools and the end share the first line, so that half of the height is the picture's; what is on it is scrolled below. */
  @media (max-width: 799px) and (max-height: 480px) {
    .window {
      grid-template: auto minmax(50dvh, 1fr) minmax(0, auto) / minmax(0, 1fr) auto;
    }
    .window > * {
      grid-column: 1 / -1;
    }
    .editor header {
      position: absolute;
      clip-path: inset(50%);
    }
    .window > :is(.tools, footer) {
      grid-area: 1 / 1;
      min-width: 0;
      border-block: 0 solid var(--_line);
      border-block-end-width: 1px;
    }
    .window > .tools {
      flex-wrap: nowrap;
      overflow-x: auto;
      padding-inline: 8px;
    }
    .tools .button {
      flex: none;
    }
    .editor .window > footer {
      grid-column: 2;
      max-width: 60vw;
      padding-inline: 8px;
      overflow-x: auto;
    }
    .editor footer .row {
      flex-wrap: nowrap;
      gap: 4px;
    }
    .editor footer .button {
      flex: none;
      padding-inline: 8px;
    }
    .editor .window > footer:has(.asking) {
      grid-column: 1 / -1;
      max-width: none;
    }
    .editor footer .asking.row {
      flex-wrap: wrap;
    }
    .window > .viewport {
      grid-row: 2;
    }
    .window > .marks {
      grid-row: 3;
      max-height: none;
      padding-block: 4px;
    }
    .window:has(.asking) .tools {
      display: none;
    }
    .asking,
    .asking .button {
      font-size: 13px;
    }
  }
  @media (min-width: 800px) {
    .tools {
      gap: 16px;
    }
    .tools .group {
      display: flex;
      gap: 4px;
    }
    .tools .button {
      padding-inline: 14px;
    }
    .window {
      grid-template: auto auto minmax(0, 1fr) auto / minmax(0, 1fr) 320px;
    }
    .window > * {
      grid-column: 1 / -1;
    }
    .editor .viewport {
      grid-column: 1;
    }
    .editor .marks {
      grid-row: 3;
      grid-column: 2;
      max-height: none;
      border-block-start: 0;
      border-inline-start: 1px solid var(--_line);
    }
    .editor footer {
      grid-row: 4;
    }
  }
  @media (min-width: 800px) and (max-height: 480px) {
    .editor header {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  @media (forced-colors: active) {
    .mark .button[aria-pressed='true'] {
      background: SelectedItem;
      color: SelectedItemText;
    }
  }
`;
