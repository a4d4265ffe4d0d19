import { html, type TemplateResult } from 'lit';
import type { Localization } from '../../../localization/localization-controller.js';
import type { RequestValues } from '../request-values.js';

/**
 * Whom to answer: known details folded to one line [guide 1.2.3].
 *
 * @param contact missing while it is to be seen who is signed in
 */
export const contactLine = (
  { msg }: Localization,
  contact: RequestValues['contact'] | undefined,
  edit: () => void,
): TemplateResult =>
  contact
    ? html`
        <div class="row between contact-line">
          <p class="small"><span class="visually-hidden">${msg('Contact details')}:</span> <b>${contact.name}</b>, ${contact.company} · <span class="unbroken">${contact.phone}</span> · ${contact.email}</p>
          <button class="button text" part="button" type="button" @click=${edit}>${msg('Edit details')}</button>
        </div>
      `
    : html`<div class="row contact-line"><p class="small quiet">${msg('Loading your contact details…')}</p></div>`;
