import type { Break } from '../proxy.js';
import { asPerson, json, only } from './changes.js';

const READ = 'GET /settings/advisory-access';
const PUT = 'PUT /settings/advisory-access';
const DECISION = 'PUT /advisory-access/*/decision';

/** The customer's own rules of advisory access. */
export const settings: readonly Break[] = [
  {
    what: 'does not say how many people have to approve',
    on: READ,
    answer: json(({ approversRequired: _, ...body }) => body),
    fails: ['advisorySettings/getAdvisorySettings'],
  },
  {
    what: 'does not say who changed the rules',
    on: READ,
    answer: json((body) => ({ ...body, changes: [] })),
    fails: ['advisorySettings/kept'],
  },
  {
    what: 'takes no approvers at all',
    on: PUT,
    answer: only(422, () => Response.json({ maxHours: 4, approversRequired: 1, changes: [] })),
    fails: ['advisorySettings/refused'],
  },
  {
    what: 'grants by one where two have to approve',
    on: DECISION,
    answer: json((body) => (body['firstApproval'] ? { ...body, state: 'active' } : body)),
    options: ['--decide'],
    fails: ['advisorySettings/two-approvers'],
  },
  {
    what: 'counts as pending what waits for somebody else',
    on: 'GET /advisory-access',
    answer: json((body) => ({
      ...body,
      items: (body['items'] as { firstApproval?: object }[]).map(({ firstApproval, ...item }) => ({
        ...item,
        ...(firstApproval && { firstApproval: { ...firstApproval, mine: false } }),
      })),
      pendingCount: (body['items'] as { state: string }[]).filter(
        ({ state }) => state === 'pending',
      ).length,
    })),
    options: ['--decide'],
    fails: ['advisorySettings/two-approvers'],
  },
  {
    what: `lets anybody in at ${READ}`,
    on: READ,
    ...asPerson((token, { other }) => token !== other),
    fails: ['advisorySettings/sign-in'],
  },
];
