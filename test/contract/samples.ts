import type { SupportRequest } from '../../src/contract/index.js';

/** A request with every field that there is. */
export const fullRequest: SupportRequest = {
  kind: 'problem',
  about: 'report',
  product: 'fivaldi',
  application: 'kirjanpito',
  summary: 'tase ei täsmää',
  critical: true,
  neededBy: '2026-01-07T10:00:00Z',
  description: 'Ajoin taseen. Vastaavaa ja vastattavaa eroavat 10,00 e. Pitäisi täsmätä.',
  report: { name: 'Tase', criteria: 'Tilikausi 2025, kaikki kustannuspaikat' },
  errorMessage: 'Virhe 42',
  diagnostics: 'java.lang.IllegalStateException',
  userIds: ['ayras-maija', 'maija.makela@ayras.fi'],
  companyNumbers: ['1234', '1001'],
  contact: {
    company: 'Tilitoimisto Äyräs Oy',
    name: 'Maija Mäkelä',
    phone: '+358 40 123 4567',
    email: 'maija.makela@ayras.fi',
  },
  attachments: [{ id: '0b6e9f4c-6f4e-4b7e-9a52-0d5b7c3f8a11', name: 'tase.png', caption: 'Tase' }],
  relatedIncident: 'incident-1',
  chargeableWork: {
    version: '1',
    text: 'Hyväksyn, että työ laskutetaan.',
    name: 'Maija Mäkelä',
    confirmedAt: '2026-01-05T07:05:00Z',
  },
  language: 'fi',
};

/** What a question needs. */
export const question: SupportRequest = {
  kind: 'question',
  product: 'fivaldi',
  application: 'kirjanpito',
  summary: 'tilikauden avaaminen',
  critical: false,
  description: 'Miten avaan tilikauden?',
  userIds: [],
  companyNumbers: [],
  contact: fullRequest.contact,
  attachments: [],
  language: 'fi',
};

/** What a problem needs. */
export const problem: SupportRequest = {
  ...question,
  kind: 'problem',
  about: 'other',
  userIds: ['ayras-maija'],
  companyNumbers: ['1234'],
};
