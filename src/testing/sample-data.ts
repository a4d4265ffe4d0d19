import type { Me } from '../contract/me.js';
import { capabilities } from '../contract/operation.js';
import type { ServiceProfile } from '../contract/service.js';
import type { SupportRequest } from '../contract/support-requests.js';
import type { Company } from '../contract/values.js';

const MEGABYTE = 1024 * 1024;

/** The companies that the person of the samples may act for. */
export const sampleCompanies: readonly Company[] = [
  { number: '1234', name: 'Kahvila Kulma Oy' },
  { number: '5678', name: 'Rakennus Öhman Oy' },
  { number: '9012', name: 'Äänekosken Sähkö Ky' },
];

/** A main user, who may do everything that a customer can. */
export const samplePerson: Me = {
  id: 'esimerkki-maija',
  tenant: 'tenant-1',
  name: 'Maija Mäkelä',
  email: 'maija@example.com',
  phone: '040 123 4567',
  company: { number: '1001', name: 'Tilitoimisto Esimerkki Oy' },
  userIds: ['esimerkki-maija'],
  companyCount: sampleCompanies.length,
  permissions: ['submitRequests', 'grantAdvisoryAccess', 'viewCompanyRequests', 'manageSettings'],
  helpDeskAccount: 'yes',
  mainUsers: [{ name: 'Maija Mäkelä', email: 'maija@example.com' }],
  granters: [{ name: 'Maija Mäkelä', email: 'maija@example.com' }],
};

/**
 * What customer service offers: one product, a telephone that is answered on weekdays, and all that the contract knows but signed receipts
 * of advisory access, which nobody can make up.
 */
export const sampleProfile: ServiceProfile = {
  contract: 1,
  capabilities: capabilities.filter((capability) => capability !== 'advisoryReceipts'),
  products: [
    {
      id: 'fivaldi',
      name: { fi: 'Visma Fivaldi', en: 'Visma Fivaldi', sv: 'Visma Fivaldi' },
      applications: [
        { id: 'kirjanpito', name: { fi: 'Kirjanpito', en: 'Accounting', sv: 'Bokföring' } },
        { id: 'palkanlaskenta', name: { fi: 'Palkanlaskenta', en: 'Payroll', sv: 'Löneräkning' } },
      ],
    },
  ],
  contact: {
    phone: '09 123 4567',
    phoneInternational: '+358 9 123 4567',
    email: 'support@example.com',
    hours: {
      timeZone: 'Europe/Helsinki',
      weekly: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '16:00' }],
      closedDates: [],
    },
  },
  links: {},
  attachments: {
    types: ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'],
    count: 10,
    bytesEach: 10 * MEGABYTE,
    bytesTotal: 25 * MEGABYTE,
    pixels: 50_000_000,
  },
  polling: { approval: 5, badge: 60 },
};

/** A question of that person, as the form sends it. */
export const sampleRequest = (changes: Partial<SupportRequest> = {}): SupportRequest => ({
  kind: 'question',
  product: 'fivaldi',
  application: 'kirjanpito',
  summary: 'Opening an accounting period',
  critical: false,
  description: 'How do I open the accounting period of next year?',
  userIds: [...samplePerson.userIds],
  companyNumbers: ['1234'],
  contact: {
    company: 'Tilitoimisto Esimerkki Oy',
    name: samplePerson.name,
    phone: '040 123 4567',
    email: 'maija@example.com',
  },
  attachments: [],
  language: 'en',
  ...changes,
});
