import type { RequestDetails } from '../../src/contract/index.js';
import { nextStep, statusLabel } from '../../server/src/operations/texts.js';
import { screen } from '../host/screens.js';
import { messageOf, Refusal, type Answers } from './answers.js';

const HOUR = 3_600_000;
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString();

const support = { name: 'Laura Niemi', side: 'support' } as const;
const maija = { name: 'Maija Mäkelä', side: 'customer' } as const;

/** A request that customer service has taken up and asked about. */
const answered: RequestDetails = {
  id: '5f0b8a52-7a43-4a59-9d1e-3d1f0c0a7b01',
  number: 'FIV-2026-0412',
  helpDeskNumber: 'HD-77123',
  subject: 'Visma Fivaldi Kirjanpito, tilikauden avaaminen ei onnistu',
  status: 'waitingForCustomer',
  createdAt: hoursAgo(26),
  updatedAt: hoursAgo(1),
  kind: 'problem',
  about: 'error',
  product: 'fivaldi',
  application: 'kirjanpito',
  summary: 'tilikauden avaaminen ei onnistu',
  critical: false,
  description: 'Avasin uuden tilikauden. Ohjelma ilmoitti virheestä. Tilikauden piti avautua.',
  errorMessage: 'Tilikautta ei voi avata (F-4711)',
  userIds: ['ayras-maija'],
  companyNumbers: ['1234', '5678'],
  contact: {
    company: 'Tilitoimisto Äyräs Oy',
    name: 'Maija Mäkelä',
    phone: '040 123 4567',
    email: 'maija.makela@ayras.fi',
  },
  attachments: [
    {
      id: '5f0b8a52-7a43-4a59-9d1e-3d1f0c0a7b11',
      name: 'tilikaudet.png',
      caption: 'Virhe näkyy alareunassa',
    },
  ],
  timeline: [
    {
      id: '5f0b8a52-7a43-4a59-9d1e-3d1f0c0a7b21',
      at: hoursAgo(3),
      kind: 'status',
      author: support,
      text: 'Käsittelyssä',
      attachments: [],
    },
    {
      id: '5f0b8a52-7a43-4a59-9d1e-3d1f0c0a7b22',
      at: hoursAgo(1),
      kind: 'message',
      author: support,
      text: 'Hei!\nOnko edellinen tilikausi päätetty? Ohje on liitteenä.',
      attachments: [{ id: '5f0b8a52-7a43-4a59-9d1e-3d1f0c0a7b12', name: 'ohje.pdf' }],
    },
  ],
};

export const requestId = answered.id;

/** Support proposes chargeable work. */
export const proposed: RequestDetails = {
  ...answered,
  status: 'awaitingConfirmation',
  timeline: [
    ...answered.timeline,
    {
      id: '5f0b8a52-7a43-4a59-9d1e-3d1f0c0a7b23',
      at: hoursAgo(0.5),
      kind: 'chargeableProposal',
      author: support,
      text: 'Tilikausien korjaus kestää arviolta 2 tuntia. Hinta on palveluhinnaston mukainen.',
      attachments: [],
    },
  ],
};

/** The customer has confirmed it. */
export const confirmed: RequestDetails = {
  ...proposed,
  status: 'inProgress',
  timeline: [
    ...proposed.timeline,
    {
      id: '5f0b8a52-7a43-4a59-9d1e-3d1f0c0a7b24',
      at: hoursAgo(0.2),
      kind: 'message',
      author: maija,
      text: '',
      attachments: [],
      confirms: '5f0b8a52-7a43-4a59-9d1e-3d1f0c0a7b23',
    },
  ],
};

const others: readonly RequestDetails[] = (
  ['received', 'inProgress', 'resolved', 'closed'] as const
).map((status, index) => ({
  ...answered,
  id: `5f0b8a52-7a43-4a59-9d1e-3d1f0c0a7c0${index}`,
  number: `FIV-2026-04${String(11 - index).padStart(2, '0')}`,
  helpDeskNumber: undefined,
  subject:
    [
      'kiireellinen Visma Fivaldi Palkanlaskenta, palkka-ajo ei valmistu',
      'Visma Fivaldi Ostoreskontra, maksuaineisto jää jonoon',
      'Visma Fivaldi Myyntireskontra, laskun arvonlisävero',
      'Visma Fivaldi Arkisto, tositteen haku',
    ][index] ?? '',
  status,
  createdAt: hoursAgo(30 + index * 50),
  updatedAt: hoursAgo(20 + index * 50),
  timeline: [],
  attachments: [],
}));

/** The endpoint with requests: one whole, and some beside it. */
export const withRequests = (first: RequestDetails = answered): Answers => ({
  listRequests({ query: { status }, language, requests }) {
    const sent = [...requests.values()].map(({ receipt }) => receipt).reverse();
    const known = [first, ...others].map((item) => ({
      ...item,
      statusLabel: item.status === 'unknown' ? undefined : statusLabel(item.status, language),
    }));
    return { items: [...sent, ...known].filter((item) => !status || item.status === status) };
  },
  getRequest({ params: { id }, language }) {
    const found = [first, ...others].find((item) => item.id === id);
    if (!found) throw new Refusal('notFound');
    const { status } = found;
    const told =
      status === 'unknown' || status === 'received' ? {} : { nextStep: nextStep(status, language) };
    return {
      ...found,
      ...told,
      ...(status !== 'unknown' && { statusLabel: statusLabel(status, language) }),
    };
  },
  putMessage: messageOf,
  getAttachment: () => screen(),
});
