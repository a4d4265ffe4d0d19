import { css } from 'lit';

export const styles = css`
  form {
    display: grid;
    gap: 20px;
  }
  .two {
    display: grid;
    gap: 20px 16px;
    grid-template-columns: minmax(0, 1fr);
  }
  .ahead {
    min-height: 80px;
    padding: 8px 12px;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .closing {
    display: grid;
    gap: 12px;
    align-content: start;
  }
  .closing.awaited {
    min-height: 66px;
  }
  .pictures {
    min-height: 178px;
    align-content: start;
  }
  @container (min-width: 480px) {
    .two {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .ahead {
      min-height: 52px;
    }
    .pictures {
      min-height: 122px;
    }
  }
  @container (min-width: 560px) {
    .closing.awaited {
      min-height: 48px;
    }
  }
  .hits {
    min-height: 24px;
  }
  .preview {
    background: var(--_sunken);
    border-radius: var(--_radius);
    padding: 8px 12px;
    overflow-wrap: anywhere;
  }
  .preview b {
    font-weight: 600;
  }
  .contact-line {
    min-height: 36px;
  }
  .unbroken {
    white-space: nowrap;
  }
  .contact-line .button {
    margin-inline: -7px;
  }
`;
