import type { Break } from '../proxy.js';
import { asPerson, json, only, problem } from './changes.js';

const RECEIPT = 'GET /advisory-access/*/receipt';

/** Receipts of advisory access. */
export const receipts: readonly Break[] = [
  {
    what: 'publishes no keys',
    on: 'GET /advisory-access/keys',
    answer: json(() => ({})),
    fails: ['advisoryReceipts/getAdvisoryKeys', 'advisoryReceipts/holds'],
  },
  {
    what: 'publishes other keys than it signs with',
    on: 'GET /advisory-access/keys',
    answer: json(() => ({ keys: [] })),
    fails: ['advisoryReceipts/holds'],
  },
  {
    what: 'has no checkpoint',
    on: 'GET /advisory-access/checkpoint',
    answer: json(() => ({})),
    fails: ['advisoryReceipts/getAdvisoryCheckpoint'],
  },
  {
    what: 'has a checkpoint of a form of its own',
    on: 'GET /advisory-access/checkpoint',
    answer: json(({ checkpoint }) => ({ checkpoint: String(checkpoint).trim() })),
    fails: ['advisoryReceipts/log'],
  },
  {
    what: 'proves anything of its log',
    on: 'GET /advisory-access/consistency',
    instead: () => Promise.resolve(Response.json({ proof: ['AAAA'] })),
    fails: ['advisoryReceipts/log', 'advisoryReceipts/sign-in'],
  },
  {
    what: 'gives a receipt without a seal',
    on: RECEIPT,
    answer: json(({ seal: _, ...body }) => body),
    fails: ['advisoryReceipts/getAdvisoryReceipt'],
  },
  {
    what: 'leaves the last statement out of a receipt',
    on: RECEIPT,
    answer: json(({ statements, ...body }) => ({
      ...body,
      statements: (statements as unknown[]).slice(0, -1),
    })),
    fails: ['advisoryReceipts/holds'],
  },
  {
    what: "shows another customer's receipt",
    on: RECEIPT,
    ...asPerson((token, { other }) => token === other),
    fails: ['advisoryReceipts/foreign'],
  },
  {
    what: 'forbids a receipt that never was',
    on: RECEIPT,
    answer: only(404, () => problem(403, 'forbidden')),
    fails: ['advisoryReceipts/unknown-id', 'advisoryReceipts/foreign'],
  },
];
