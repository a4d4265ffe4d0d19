import { css } from 'lit';
import { buttons } from './buttons.styles.js';

/** Buttons, tags, fields, radio groups and chips, on a 4 px grid. */
export const controls = css`
  ${buttons}
  .button.primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_ink));
  }
  .button.text {
    border-color: transparent;
    background: none;
    color: var(--_accent);
    padding-inline: 6px;
  }
  .button.text:hover {
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .tag {
    font-size: 12px;
    line-height: 16px;
    font-weight: var(--_font-weight-strong);
    border-radius: 999px;
    padding: 2px 8px;
    background: var(--_sunken);
    color: var(--_quiet);
  }
  .tag.live {
    background: var(--_good-soft);
    color: var(--_good);
  }
  kbd {
    font: var(--_font-weight-strong) 12px/16px var(--_font);
    border: var(--_line-width) solid var(--_line-strong);
    border-bottom-width: 2px;
    border-radius: var(--_radius-small);
    padding: 1px 6px;
    background: var(--_surface);
  }
  hr {
    border: 0;
    border-top: 1px solid var(--_line);
    margin: 0;
    width: 100%;
  }
  .field {
    display: grid;
    gap: var(--_gap-field);
    align-content: start;
  }
  .field > label,
  .label,
  legend {
    font-weight: var(--_font-weight-strong);
    padding: 0;
  }
  legend {
    margin-block-end: var(--_gap-field);
  }
  label .quiet,
  legend .quiet {
    font-weight: 400;
  }
  .control {
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: var(--_line-width) solid var(--_line-strong);
    border-radius: var(--_radius);
    margin: 0;
    padding: var(--_control-padding-block) var(--_control-padding);
    min-height: var(--_control-height);
    width: 100%;
    min-width: 0;
  }
  .control::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }
  textarea.control {
    min-height: var(--_text-height);
    max-height: 60vh;
    resize: vertical;
    field-sizing: content;
  }
  .control:focus,
  .control:focus-within {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 1px;
    border-color: var(--_accent);
  }
  .segments {
    display: inline-flex;
    flex-wrap: wrap;
    justify-self: start;
    max-width: 100%;
    border: var(--_line-width) solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_line);
    gap: 1px;
    overflow: hidden;
  }
  .segments:focus-within:has(:focus-visible) {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 1px;
  }
  .segments label {
    position: relative;
    flex: 1 0 auto;
    padding: var(--_control-padding-block) calc(3 * var(--_space));
    text-align: center;
    background: var(--_surface);
    cursor: pointer;
  }
  .segments label:hover {
    background: var(--_sunken);
  }
  .segments label:has(:checked) {
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: var(--_font-weight-strong);
  }
  .segments input {
    position: absolute;
    opacity: 0;
    pointer-events: none;
  }
  .check {
    display: flex;
    gap: calc(2.5 * var(--_space));
    align-items: start;
    cursor: pointer;
  }
  .check input {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 1px 0 0;
    accent-color: var(--_accent);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    padding: calc((var(--_control-height) - var(--_entry-height)) / 2 - var(--_line-width));
    cursor: text;
  }
  .chips input {
    all: unset;
    flex: 1 1 8ch;
    min-width: 0;
    min-height: var(--_entry-height);
    padding: 0 6px;
  }
  .chips input::-webkit-calendar-picker-indicator {
    display: none !important;
  }
  .chips li {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    max-width: 100%;
    min-height: var(--_entry-height);
    border-radius: var(--_radius-small);
    padding-inline-start: 8px;
    background: var(--_accent-soft);
    overflow-wrap: anywhere;
  }
  .chips ul {
    display: contents;
  }
  .chips button {
    all: unset;
    width: 24px;
    height: var(--_entry-height);
    text-align: center;
    border-radius: var(--_radius-small);
    color: var(--_quiet);
    cursor: pointer;
  }
  .chips button:hover {
    color: var(--_ink);
  }
  .chips button:focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: -2px;
  }
  @media (forced-colors: active) {
    .segments label:has(:checked) {
      background: SelectedItem;
      color: SelectedItemText;
      forced-color-adjust: none;
    }
    .chips li {
      border: 1px solid;
    }
    /* What the browser forces doesn't reach the fill of the text, by which contrast is checked. */
    .button.primary {
      color: ButtonText;
    }
  }
`;
