import { createHash } from 'node:crypto';
import type { SupportRequest } from '../../../src/contract/index.js';

/** The guide's own example [1.2, step 3]. */
export const sampleRequest = (changes: Partial<SupportRequest> = {}): SupportRequest => ({
  kind: 'problem',
  about: 'error',
  product: 'fivaldi',
  application: 'kirjanpito',
  summary: 'tilikauden avaaminen ei onnistu',
  critical: false,
  description: 'Avasin uuden tilikauden. Ohjelma ilmoitti virheestä. Tilikauden piti avautua.',
  errorMessage: 'Tilikautta ei voi avata (F-4711)',
  userIds: ['ayras-maija'],
  companyNumbers: ['1234'],
  contact: {
    company: 'Tilitoimisto Äyräs Oy',
    name: 'Maija Mäkelä',
    phone: '040 123 4567',
    email: 'maija.makela@ayras.fi',
  },
  attachments: [],
  language: 'fi',
  ...changes,
});

export const contentDigest = (bytes: Uint8Array): string =>
  `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;

/** What an upload needs beside its bytes. */
export const upload = (bytes: Uint8Array, type = 'image/png') => ({
  body: bytes,
  headers: { 'Content-Type': type, 'Content-Digest': contentDigest(bytes) },
});
