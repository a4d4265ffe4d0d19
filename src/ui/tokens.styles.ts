import { css } from 'lit';

/**
 * The only place with raw values. Each is a custom property that a host may set; the defaults follow the host's
 * `color-scheme`. Public names start with `--support-`, what the styles use with `--_`.
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
    --_radius: var(--support-radius, 6px);
    --_font: var(--support-font, 'Open Sans', system-ui, sans-serif);
  }
`;
