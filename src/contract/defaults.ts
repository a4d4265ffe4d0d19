import type { ServiceLinks, ServiceProfile } from './service.js';

/**
 * What the guide itself says of customer service, for when no endpoint tells: the last resort of the form, and
 * `<remote-support-download>` on a page without an endpoint. The reference endpoint's own profile is made of it too.
 */
export const defaultContact: ServiceProfile['contact'] = {
  phone: '0107 562 170',
  phoneInternational: '+358 10 756 2170',
  email: 'asiakaspalvelu@visma.com',
  hours: {
    timeZone: 'Europe/Helsinki',
    weekly: [
      { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' },
      { days: [1, 2, 3, 4, 5], from: '13:00', to: '16:00' },
    ],
    closedDates: [],
  },
};

/** The Community holds all but the HelpDesk credentials; the guide names its sections, not their addresses. */
export const defaultLinks = {
  community: 'https://community.visma.fi',
  orderHelpDeskCredentials:
    'https://www.visma.fi/Asiakasportaali/Asiakkaiden-asiointi/HelpDesk-tunnusten-tilaus/',
} as const satisfies ServiceLinks;
