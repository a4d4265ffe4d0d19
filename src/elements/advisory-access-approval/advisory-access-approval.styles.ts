import { css } from 'lit';

export const styles = css`
  .request,
  .companies,
  section {
    display: grid;
    gap: calc(4 * var(--_space));
    min-width: 0;
  }
  .request,
  section:not(:first-child) {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 16px;
  }
  .news {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 8px;
  }
  section {
    gap: calc(2 * var(--_space));
  }
  .companies {
    gap: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .companies > .bar {
    background: var(--_sunken);
    border-radius: var(--_radius) var(--_radius) 0 0;
    gap: 0 14px;
    padding: 6px 12px;
    min-height: 44px;
  }
  .bar .button.text {
    margin-inline: -6px;
  }
  .bar .button {
    min-height: 32px;
    padding-block: 4px;
  }
  .companies > .field,
  .companies > p > span {
    display: grid;
    padding: 8px 12px;
  }
  .companies > .button {
    justify-self: start;
    margin: 0 6px 4px;
  }
  .search > * {
    display: block;
  }
  .search {
    flex: 1 1 200px;
    max-width: 320px;
    margin-inline-start: auto;
  }
  .button.text[aria-pressed='true'] {
    background: var(--_accent-soft);
    border-color: var(--_accent);
  }
  .companies ul {
    max-height: 320px;
    overflow: auto;
  }
  .companies li {
    border-block-start: 1px solid var(--_line);
    padding: 7px 12px;
  }
  .companies .check {
    margin: -7px -12px;
    padding: 7px 12px;
  }
  .areas {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 20px;
  }
  .segments label {
    display: grid;
    align-content: center;
  }
  .segments .small {
    display: block;
  }
  @container (max-width: 479.9px) {
    .segments:has(.small) {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .segments label:last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
  }
  /* While none is chosen the keys may be on any. */
  .segments label:has(:focus-visible:not(:checked)) {
    outline: var(--_focus-width) dashed var(--_focus);
    outline-offset: -4px;
  }
  .verdict {
    display: grid;
    gap: var(--_gap-row);
    padding-block: 12px;
    border-block-start: 1px solid var(--_line);
  }
  /* In sight however long the list of companies is, where that takes no more than a quarter of the window. */
  @media (min-height: 720px) {
    @container (min-width: 640px) {
      .verdict:not(:has(textarea)) {
        position: sticky;
        inset-block-end: 0;
        z-index: 1;
        background: var(--_surface);
      }
      .request input,
      .request button {
        scroll-margin-block-end: 200px;
      }
    }
  }
  .verdict .notice > span {
    text-wrap: pretty;
  }
  .button.danger {
    color: var(--_danger);
    border-color: var(--_danger);
  }
  .rows > li {
    display: grid;
    gap: var(--_gap-row);
    padding-block: 10px;
  }
  .rows > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .history ol {
    list-style: none;
    display: grid;
    gap: 2px;
  }
  .changes {
    display: grid;
    gap: 2px;
    list-style: disc;
    padding-inline-start: 18px;
  }
  section > .button,
  h4 > .button {
    justify-self: start;
  }
  /* The words of a button without a border stand on the edge of the texts. */
  section > .button.text,
  h4 > .button.text,
  .history > .button.text,
  .news > .button.text,
  .row:not(.bar) > .button.text:first-child {
    margin-inline-start: -7px;
  }
`;
