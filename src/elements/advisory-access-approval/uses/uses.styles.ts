import { css } from 'lit';

export const styles = css`
  .uses {
    display: grid;
    gap: calc(2 * var(--_space));
    min-width: 0;
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
  .uses b,
  .uses li {
    overflow-wrap: anywhere;
  }
  .uses .search {
    margin-inline-start: 0;
  }
`;
