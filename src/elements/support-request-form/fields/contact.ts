import { html, type TemplateResult } from 'lit';
import type { RequestValues } from '../request-values.js';

/** Whom to answer, in one line [guide 1.2.3]. */
export const contactText = ({
  name,
  company,
  phone,
  email,
}: RequestValues['contact']): TemplateResult =>
  html`<b>${name}</b>, ${company}&nbsp;· <span class="unbroken">${phone}</span>&nbsp;· ${email}`;
