import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Statement, StatementContent } from '../../src/contract/index.js';
import { problemWith } from '../../verify/src/acts.js';

const content: StatementContent = {
  grantedTo: { kind: 'person', id: 'agent', name: 'Laura Niemi' },
  access: 'view',
  environment: { id: 'ayras', name: 'Tilitoimisto Äyräs' },
  companies: ['1234', '5678'],
  areas: ['kirjanpito'],
  from: '2026-01-05T07:00:00.000Z',
  until: '2026-01-05T15:00:00.000Z',
  reason: 'Selvitämme virheen',
};
const maija = { id: 'main-user', name: 'Maija Mäkelä', side: 'customer' } as const;
const kaisa = { id: 'second-granter', name: 'Kaisa Korhonen', side: 'customer' } as const;
const nameOf = ({ id, name }: typeof maija | typeof kaisa) => ({ id, name });

const said = (type: Statement['type'], more: Partial<Statement> = {}): Statement => ({
  type,
  tenant: 'tenant-1',
  id: 'b1d5ae01-6f4e-4b7e-9a52-0d5b7c3f8a11',
  version: 1,
  at: '2026-01-05T07:05:00.000Z',
  ...more,
});
const asked = said('asked', { content });
const first = said('firstApproved', { content: { ...content, companies: ['1234'] }, by: maija });
const second = said('approved', {
  content: { ...content, companies: ['1234'], from: '2026-01-05T07:06:00.000Z' },
  by: kaisa,
  first: nameOf(maija),
});

/** Whatever signed it, this can't be. */
const wrong: Readonly<Record<string, readonly Statement[]>> = {
  'one person’s word alone where two had to approve': [asked, { ...second, first: nameOf(maija) }],
  'the same person’s word twice': [asked, first, { ...second, by: maija }],
  'a grant that does not name the first': [asked, first, said('approved', { content, by: kaisa })],
  'a grant that names another first than there was': [
    asked,
    first,
    { ...second, first: { id: 'accountant', name: 'Aino Virtanen' } },
  ],
  'more than the first chose': [asked, first, { ...second, content }],
  'a later end than the first chose': [
    asked,
    { ...first, content: { ...content, until: '2026-01-05T09:00:00.000Z' } },
    second,
  ],
  'a first approval of what was changed since': [
    asked,
    first,
    said('amended', { version: 2, content }),
    { ...second, version: 2 },
  ],
  'two first approvals': [asked, first, { ...first, by: kaisa }],
  'a first approval of more than was asked': [
    asked,
    { ...first, content: { ...content, companies: ['666'] } },
  ],
  'a first approval of what nobody asked for': [first],
  'a first approval by nobody': [asked, said('firstApproved', { content })],
  'a use while the second word was missing': [
    asked,
    first,
    said('used', { use: { company: '1234', area: 'kirjanpito', access: 'view' } }),
  ],
};

describe('what a receipt says of two approvers', () => {
  it('holds when both approved, and the second within what the first chose', () => {
    assert.equal(problemWith([asked, first, second]), undefined);
    assert.equal(problemWith([asked, first, said('amended', { version: 2, content })]), undefined);
    assert.equal(problemWith([asked, first, said('rejected', { by: maija })]), undefined);
    assert.equal(problemWith([asked, said('approved', { content, by: kaisa })]), undefined);
  });

  for (const [what, statements] of Object.entries(wrong))
    it(`is refused with ${what}`, () => assert.notEqual(problemWith(statements), undefined));
});
