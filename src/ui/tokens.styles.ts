import { css } from 'lit';

/**
 * What a host may set, each a custom property: colours, whose defaults follow the host's `color-scheme`, letters, spaces and sizes.
 * Public names start with `--support-`, what the styles use with `--_`. A space is a multiple of `--_space`, so that one value
 * makes everything denser.
 */
export const tokens = css`
  :host {
    --_accent: var(--support-accent, light-dark(#0b5a6e, #6cc3d6));
    --_on-accent: var(--support-on-accent, light-dark(#ffffff, #08242c));
    --_accent-soft: var(--support-accent-soft, light-dark(#e4f1f4, #12333c));
    --_surface: var(--support-surface, light-dark(#ffffff, #14191d));
    --_sunken: var(--support-sunken, light-dark(#f5f7f7, #1b2227));
    --_ink: var(--support-ink, light-dark(#17242b, #e8eef0));
    --_quiet: var(--support-quiet, light-dark(#53646d, #9fb0b8));
    --_line: var(--support-line, light-dark(#d5dde0, #33404a));
    --_line-strong: var(--support-line-strong, light-dark(#7d8d95, #74868f));
    --_notice: var(--support-notice, light-dark(#8a5a00, #f0c060));
    --_notice-soft: var(--support-notice-soft, light-dark(#fff5e0, #33290f));
    --_danger: var(--support-danger, light-dark(#b3261e, #ff9a90));
    --_danger-soft: var(--support-danger-soft, light-dark(#fdecea, #3a1a18));
    --_good: var(--support-good, light-dark(#1d6b3c, #7fd6a2));
    --_good-soft: var(--support-good-soft, light-dark(#e6f4ea, #14301f));
    --_focus: var(--support-focus, var(--_accent));
    --_focus-width: var(--support-focus-width, 2px);
    --_radius: var(--support-radius, 6px);
    --_radius-small: var(--support-radius-small, 4px);
    --_line-width: var(--support-line-width, 1px);
    --_bar-width: var(--support-bar-width, 3px);
    --_font: var(--support-font, 'Open Sans', system-ui, sans-serif);
    --_font-mono: var(--support-font-mono, ui-monospace, Consolas, monospace);
    --_font-size: var(--support-font-size, 14px);
    --_font-size-small: var(--support-font-size-small, 12.5px);
    --_font-size-heading: var(--support-font-size-heading, 18px);
    --_line-height: var(--support-line-height, calc(10 / 7));
    --_font-weight-strong: var(--support-font-weight-strong, 600);
    --_space: var(--support-space, 4px);
    --_gap: var(--support-gap, calc(5 * var(--_space)));
    --_gap-field: var(--support-gap-field, var(--_space));
    --_gap-row: var(--support-gap-row, calc(3 * var(--_space)));
    --_control-height: var(--support-control-height, 36px);
    --_control-padding: var(--support-control-padding, 10px);
    --_button-padding: var(--support-button-padding, 14px);
    --_text-height: var(--support-text-height, 84px);
    --_notice-padding: var(--support-notice-padding, 10px 14px);
    --_entry-height: max(24px, var(--_control-height) - 10px);
    --_control-padding-block: calc(
      (var(--_control-height) - var(--_font-size) * var(--_line-height)) / 2 - var(--_line-width)
    );
  }
`;
