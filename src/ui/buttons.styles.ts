import { css } from 'lit';

/** Buttons and tags, for an element without fields. */
export const buttons = css`
  .button {
    font: inherit;
    font-weight: 600;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    margin: 0;
    padding: 7px 14px;
    min-height: 36px;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_sunken);
  }
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
    font-weight: 600;
    border-radius: 999px;
    padding: 2px 8px;
    background: var(--_sunken);
    color: var(--_quiet);
  }
  .tag.live {
    background: var(--_good-soft);
    color: var(--_good);
  }
  @media (forced-colors: active) {
    .button {
      border: 1px solid;
    }
  }
`;
