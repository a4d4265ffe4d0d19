import { html, nothing, type TemplateResult } from 'lit';
import { defaultLinks } from '../../../contract/defaults.js';
import type { Me } from '../../../contract/me.js';
import type { ServiceProfile } from '../../../contract/service.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { outsideLink } from '../../../ui/link.js';
import { phoneLink } from '../../../ui/phone.js';
import { hoursText, type Telephone } from '../fields/critical-details.js';

/** Only the e-mail way needs them, so they are mentioned there alone [guide 1.2]. */
function credentialsHint(
  { msg }: Localization,
  me: Me | undefined,
  service: ServiceProfile | undefined,
): TemplateResult | typeof nothing {
  if (me?.helpDeskAccount === 'yes') return nothing;
  const address = service?.links.orderHelpDeskCredentials ?? defaultLinks.orderHelpDeskCredentials;
  return html`
    ${msg('To send by e-mail, you need personal HelpDesk credentials. They are free of charge.')}
    ${outsideLink(address, msg('Order HelpDesk credentials'))}
  `;
}

interface Known {
  readonly telephone: Telephone;
  readonly me: Me | undefined;
  readonly service: ServiceProfile | undefined;
}

/**
 * The guide's other roads, for when the endpoint can't be reached: telephone, e-mail, and the text to take along [1.2, step 2].
 *
 * @param request the request to take along
 */
export function lastResort(
  l10n: Localization,
  { telephone, me, service }: Known,
  request: TemplateResult,
): TemplateResult {
  const { msg } = l10n;
  const { contact } = telephone;
  return html`
    <h3>${msg('Other ways to reach customer service')}</h3>
    <p class="small">${msg('By phone:')} ${phoneLink(contact.phone, contact.phoneInternational)}. ${hoursText(l10n, telephone)}</p>
    <p class="small">${msg('By e-mail:')} ${contact.email}. ${credentialsHint(l10n, me, service)}</p>
    ${request}
  `;
}
