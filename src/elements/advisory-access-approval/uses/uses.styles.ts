import { css } from 'lit';

export const styles = css`
  .uses {
    min-width: 0;
  }
  .uses > :not(:empty) {
    margin-block-start: calc(2 * var(--_space));
  }
  .uses h5 {
    margin: 0;
    font: inherit;
    font-weight: 600;
  }
  .uses ul,
  .uses ol {
    display: grid;
    gap: 2px;
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .uses ul {
    gap: calc(2 * var(--_space));
  }
  .uses li {
    overflow-wrap: anywhere;
  }
  .uses .search {
    display: block;
    margin-inline-start: 0;
  }
`;
