import type { Receipt } from '../../src/contract/index.js';
import type { Answers } from '../../src/testing/answers.js';
import { usualAnswers as inMemory } from '../../src/testing/usual-answers.js';
import { ayrasCompanies } from '../../server/src/demo-data/companies.js';
import { nextStepWhenReceived, statusLabel } from '../../server/src/operations/texts.js';
import { signedLog } from './log.js';
import { articlesAbout, incidents } from './notices.js';

export { Refusal, type Answers } from '../../src/testing/answers.js';
export { messageOf } from '../../src/testing/usual-answers.js';

/** The endpoint as it should be: what was sent is there, and people, companies and texts are those of the demo. */
export const usualAnswers = {
  ...inMemory,

  ...signedLog,

  listCompanies({ query: { q = '' } }) {
    const wanted = q.toLocaleLowerCase('fi');
    return {
      items: ayrasCompanies.filter(({ number, name }) =>
        `${number} ${name}`.toLocaleLowerCase('fi').includes(wanted),
      ),
    };
  },

  listIncidents: ({ query: { application }, language }) => ({
    items: incidents(application, language),
  }),

  listArticles: ({ query: { q } }) => ({ items: articlesAbout(q) }),

  submitRequest(call) {
    const { params, body, language, profile, requests } = call;
    const { size } = requests;
    const known = requests.get(params.id);
    const stored = inMemory.submitRequest(call);
    if (known) return stored;
    const receipt: Receipt = {
      ...stored,
      number: `FIV-2026-${String(413 + size).padStart(4, '0')}`,
      statusLabel: statusLabel('received', language),
      nextStep: nextStepWhenReceived(profile.contact, body.critical, new Date(), language),
    };
    requests.set(params.id, { request: body, receipt, timeline: [] });
    return receipt;
  },
} satisfies Answers;
