import { html, type TemplateResult } from 'lit';
import type { Localization } from '../../localization/localization-controller.js';

/** What the field for a picture's caption is called. */
export const captionLabel = ({ msg }: Localization): TemplateResult =>
  html`${msg('Picture caption')} <span class="quiet">${msg('optional')}</span>`;

export const preparing = ({ msg }: Localization): string => msg('Preparing the picture…');

/** Rows of pictures that are on their way into the list, as high as they will be: nothing moves when they are there. */
export const comingRows = (l10n: Localization, count: number): TemplateResult[] =>
  Array.from(
    { length: count },
    () => html`
      <li class="entry coming">
        <div class="thumbnail"></div>
        <div class="what">
          <p class="small unseen" aria-hidden="true">${captionLabel(l10n)}</p>
          <div class="control unseen"></div>
          <p class="state small quiet">${preparing(l10n)}</p>
        </div>
        <div class="row acts"></div>
      </li>
    `,
  );
