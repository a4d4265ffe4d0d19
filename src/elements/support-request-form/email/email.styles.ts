import { css } from 'lit';

export const styles = css`
  .email-file {
    display: grid;
    gap: calc(2 * var(--_space));
    padding: 10px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  .email-file h4,
  .email-file dl,
  .email-file dd {
    margin: 0;
  }
  .email-file h4 {
    font-size: 14px;
    line-height: 20px;
  }
  .email-file h4,
  .email-file dt {
    font-weight: var(--_font-weight-strong);
  }
  .email-file dd + dt {
    margin-block-start: 8px;
  }
`;
