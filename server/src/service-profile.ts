import {
  defaultContact,
  defaultLinks,
  type AttachmentLimits,
  type Language,
  type Product,
  type ServiceProfile,
} from '../../src/contract/index.js';
import { closedDays } from './closed-days.js';

/** What the guide and the public pages of Visma Fivaldi say; the application names are those in the program's menu. */
const fivaldi: Product = {
  id: 'fivaldi',
  name: { fi: 'Visma Fivaldi' },
  applications: [
    { id: 'kirjanpito', name: { fi: 'Kirjanpito', en: 'Accounting', sv: 'Bokföring' } },
    {
      id: 'myyntireskontra',
      name: { fi: 'Myyntireskontra', en: 'Accounts receivable', sv: 'Kundreskontra' },
    },
    {
      id: 'ostoreskontra',
      name: { fi: 'Ostoreskontra', en: 'Accounts payable', sv: 'Leverantörsreskontra' },
    },
    {
      id: 'myynninhallinta',
      name: { fi: 'Myynninhallinta', en: 'Sales management', sv: 'Försäljningshantering' },
    },
    {
      id: 'ostolaskujen-kasittely',
      name: {
        fi: 'Ostolaskujen käsittely',
        en: 'Purchase invoice processing',
        sv: 'Hantering av inköpsfakturor',
      },
    },
    {
      id: 'laskujen-valitys',
      name: { fi: 'Laskujen välitys', en: 'Invoice delivery', sv: 'Fakturaförmedling' },
    },
    { id: 'palkanlaskenta', name: { fi: 'Palkanlaskenta', en: 'Payroll', sv: 'Löneräkning' } },
    {
      id: 'poissaolorekisteri',
      name: { fi: 'Poissaolorekisteri', en: 'Absence register', sv: 'Frånvaroregister' },
    },
    {
      id: 'pankkiyhteys',
      name: { fi: 'Pankkiyhteys', en: 'Bank connection', sv: 'Bankförbindelse' },
    },
    {
      id: 'kiinteistohallinta',
      name: { fi: 'Kiinteistöhallinta', en: 'Property management', sv: 'Fastighetsförvaltning' },
    },
    {
      id: 'tehtavienhallinta',
      name: { fi: 'Tehtävienhallinta', en: 'Task management', sv: 'Uppgiftshantering' },
    },
    {
      id: 'yleisraportti',
      name: { fi: 'Yleisraportti', en: 'General report', sv: 'Allmän rapport' },
    },
    { id: 'arkisto', name: { fi: 'Arkisto', en: 'Archive', sv: 'Arkiv' } },
    {
      id: 'yrityksen-perustiedot',
      name: { fi: 'Yrityksen perustiedot', en: 'Company details', sv: 'Företagets basuppgifter' },
    },
    {
      id: 'palvelunhallinta',
      name: { fi: 'Palvelunhallinta', en: 'Service Management', sv: 'Tjänsteadministration' },
    },
    { id: 'fivaldi-linkki', name: { fi: 'Fivaldi Linkki' } },
  ],
};

/** Not every reader has every type, and what a browser runs (SVG, HTML) is not among them. */
export const attachmentLimits: AttachmentLimits = {
  types: ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'],
  count: 10,
  bytesEach: 10 * 1024 * 1024,
  bytesTotal: 25 * 1024 * 1024,
  pixels: 50_000_000,
};

const chargeableWork: Readonly<Record<Language, string>> = {
  fi:
    'Vahvistan, että tämän tukipyynnön käsittelyyn saa sisältyä maksullista työtä, joka veloitetaan asiakaspalvelun palveluhinnaston mukaan. ' +
    'Asiakaspalvelu arvioi, kuuluuko työ tuen piiriin, ja palvelun lopullisen hinnan.',
  en:
    'I confirm that the handling of this support request may include chargeable work, which is charged according to the price list of customer service. ' +
    'Customer service judges whether the work is covered by support, and the final price.',
  sv:
    'Jag bekräftar att behandlingen av det här supportärendet får omfatta avgiftsbelagt arbete, som debiteras enligt kundtjänstens prislista. ' +
    'Kundtjänsten bedömer om arbetet omfattas av supporten samt det slutliga priset.',
};

const { community } = defaultLinks;
const YEARS_AHEAD = 2;

/** The profile as it is at `now`, all but the capabilities, which are what the endpoint can do. */
export function serviceProfile(
  language: Language,
  now: Date,
): Omit<ServiceProfile, 'contract' | 'capabilities'> {
  const year = now.getUTCFullYear();
  const years = Array.from({ length: 1 + YEARS_AHEAD }, (_, ahead) => year + ahead);
  return {
    products: [fivaldi],
    contact: {
      ...defaultContact,
      hours: { ...defaultContact.hours, closedDates: years.flatMap(closedDays) },
    },
    links: {
      ...defaultLinks,
      incidents: community,
      forum: community,
      manuals: community,
      agreements: community,
      priceList: community,
    },
    attachments: attachmentLimits,
    chargeableWork: { version: '2026-01', text: chargeableWork[language] },
    polling: { approval: 5, badge: 30 },
  };
}
