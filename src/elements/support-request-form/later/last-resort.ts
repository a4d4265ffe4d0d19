import { html, nothing, type TemplateResult } from 'lit';
import { defaultLinks } from '../../../contract/defaults.js';
import { contactOf } from '../../../ui/contact.js';
import { outsideLink } from '../../../ui/link.js';
import { phoneLink } from '../../../ui/phone.js';
import type { FormView } from '../form-view.js';
import { hoursText } from './hours.js';
import { carryAway } from './carry-away.js';

/** Only the e-mail way needs them, so they are mentioned there alone [guide 1.2]. */
export function helpDeskCredentials({
  msg,
  me,
  service,
}: FormView): TemplateResult | typeof nothing {
  if (me?.helpDeskAccount === 'yes') return nothing;
  const address = service?.links.orderHelpDeskCredentials ?? defaultLinks.orderHelpDeskCredentials;
  return html`
    ${msg('To send by e-mail you need personal HelpDesk credentials. They are free of charge.')}
    ${outsideLink(address, msg('Order HelpDesk credentials'))}
  `;
}

/** The guide's other roads, for when the endpoint can't be reached: telephone, e-mail, and the text to take along [1.2, step 2]. */
export function lastResort(view: FormView): TemplateResult {
  const { msg, service, settings } = view;
  const contact = contactOf(service, settings);
  return html`
    <h3>${msg('Other ways to reach customer service')}</h3>
    <p class="small">${msg('By phone:')} ${phoneLink(contact.phone, contact.phoneInternational)}. ${hoursText(view, contact)}</p>
    <p class="small">${msg('By e-mail:')} ${contact.email}. ${helpDeskCredentials(view)}</p>
    ${carryAway(view, { to: [{ email: contact.email }], isChecked: false })}
  `;
}
