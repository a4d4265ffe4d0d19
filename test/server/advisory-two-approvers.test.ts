import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import {
  amendAdvisoryAccess,
  decideAdvisoryAccess,
  getAdvisoryReceipt,
  putAdvisorySettings,
  type AdvisoryAccess,
} from '../../src/contract/index.js';
import { problemIn } from '../../server/src/advisory-log/audit.js';
import type { DemoUserName } from '../../server/src/demo-data/users.js';
import {
  openDatabase,
  type OpenDatabase,
  type Storage,
} from '../../server/src/storage/database.js';
import { verifyReceipt } from '../../verify/src/verify-receipt.js';
import { describe as describeReceipt } from '../../verify/src/words.js';
import { AdvisoryDesk, isoHours } from './tools/advisory.js';
import { onOneDatabase } from './tools/databases.js';

const maija = 'main-user';
const kaisa = 'second-granter';

onOneDatabase('Where two people have to approve', (databases) => {
  let desk: AdvisoryDesk;
  let storage: Storage;
  let opened: OpenDatabase;

  before(async () => {
    storage = await databases();
    desk = await AdvisoryDesk.open(storage);
    opened = await openDatabase(storage);
    await desk.endpoint.get(putAdvisorySettings, { as: maija, body: { approversRequired: 2 } });
  });
  after(async () => {
    await opened.close();
    await desk.close();
  });

  const approve = (id: string, as: DemoUserName, more: object = {}): Promise<AdvisoryAccess> =>
    desk.endpoint.get(decideAdvisoryAccess, {
      as,
      params: { id },
      body: { version: 1, outcome: 'approved', ...more },
    });
  const refused = (id: string, as: DemoUserName, more: object = {}): Promise<string> =>
    desk.refused(decideAdvisoryAccess, id, { version: 1, outcome: 'approved', ...more }, as);
  const numbers = (companies: readonly { readonly number: string }[] | undefined) =>
    companies?.map(({ number }) => number);
  /** The second approval confirms the first one that the person saw. */
  const confirm = async (id: string, more: object = {}) =>
    approve(id, kaisa, { ...more, confirms: (await desk.read(id, kaisa)).firstApproval?.at });

  it('one lets nobody in; what both chose is granted, until the earlier end', async () => {
    const { id } = await desk.ask();
    const first = await approve(id, maija, {
      companies: ['1234', '5678'],
      until: isoHours(3),
      reason: 'Vain nämä',
    });
    assert.equal(first.state, 'pending');
    assert.equal(first.firstApproval?.mine, true);
    assert.equal((await desk.mayLook()).allowed, false);
    const seen = await desk.read(id, kaisa);
    assert.deepEqual(
      [seen.firstApproval?.by.name, seen.firstApproval?.mine, seen.firstApproval?.until],
      ['Maija Mäkelä', undefined, isoHours(3)],
    );
    assert.deepEqual(numbers(seen.firstApproval?.companies), ['1234', '5678']);
    const granted = await confirm(id, {
      companies: ['5678', '9012'],
      areas: ['kirjanpito'],
      until: isoHours(2),
    });
    assert.deepEqual(
      [granted.state, granted.endsAt, numbers(granted.decision?.companies), granted.decision?.by],
      ['active', isoHours(2), ['5678'], { name: 'Kaisa Korhonen' }],
    );
    assert.deepEqual(
      granted.history.map(({ act, by }) => [act, by?.name]),
      [
        ['asked', 'Laura Niemi'],
        ['firstApproved', 'Maija Mäkelä'],
        ['approved', 'Kaisa Korhonen'],
      ],
    );
    assert.equal((await desk.mayLook({ company: '5678' })).allowed, true);
    assert.equal((await desk.mayLook({ company: '1234' })).allowed, false);
    assert.equal((await desk.mayLook({ company: '9012' })).allowed, false);
    assert.equal((await desk.mayLook({ company: '5678', area: 'myyntireskontra' })).allowed, false);
    await desk.revoke(id);
  });

  it('the same person’s second approval doesn’t count, the same one again is harmless', async () => {
    const { id } = await desk.ask();
    const { firstApproval } = await approve(id, maija, { companies: ['1234'] });
    assert.equal((await approve(id, maija, { companies: ['1234'] })).state, 'pending');
    assert.equal(await refused(id, maija), '409 decided');
    assert.equal(await refused(id, maija, { confirms: firstApproval?.at }), '409 decided');
    assert.equal((await desk.mayLook()).allowed, false);
    const { state } = await confirm(id);
    assert.equal(state, 'active');
    assert.equal((await approve(id, maija, { companies: ['1234'] })).state, 'active');
    await desk.revoke(id);
  });

  it('nobody approves second without having seen what the first chose', async () => {
    const { id } = await desk.ask();
    await approve(id, maija, { companies: ['1234'] });
    assert.equal(await refused(id, kaisa), '409 changed');
    assert.equal(await refused(id, kaisa, { confirms: isoHours(-1) }), '409 changed');
    assert.equal((await desk.read(id)).state, 'pending');
    const other = await desk.ask();
    assert.equal(await refused(other.id, kaisa, { confirms: isoHours(-1) }), '409 changed');
    await desk.withdraw(id);
    await desk.withdraw(other.id);
  });

  it('nothing is granted where both chose nothing in common', async () => {
    const { id } = await desk.ask();
    const { firstApproval } = await approve(id, maija, { companies: ['1234'] });
    const confirms = firstApproval?.at;
    assert.equal(
      await refused(id, kaisa, { confirms, companies: ['5678'] }),
      '422 validation: /companies required',
    );
    assert.equal(
      await refused(id, kaisa, { confirms, companies: ['666'] }),
      '422 validation: /companies/0 wider',
    );
    await desk.withdraw(id);
  });

  it('either of them may reject', async () => {
    for (const as of [maija, kaisa] as const) {
      const { id } = await desk.ask();
      await approve(id, maija);
      const rejected = await approve(id, as, { outcome: 'rejected', reason: 'Ei sittenkään' });
      assert.equal(rejected.state, 'rejected');
      assert.equal(await refused(id, kaisa), '409 decided');
      assert.equal((await desk.mayLook()).allowed, false);
    }
  });

  it('a changed request is approved anew by both', async () => {
    const { id } = await desk.ask();
    const { firstApproval } = await approve(id, maija);
    const amended = await desk.endpoint.get(amendAdvisoryAccess, {
      as: 'agent',
      params: { id },
      body: { access: 'change' },
    });
    assert.equal(amended.firstApproval, undefined);
    assert.equal(
      await refused(id, kaisa, { version: 2, confirms: firstApproval?.at }),
      '409 changed',
    );
    assert.equal((await approve(id, kaisa, { version: 2 })).state, 'pending');
    const seen = await desk.read(id);
    assert.equal(seen.firstApproval?.by.name, 'Kaisa Korhonen');
    const { state } = await approve(id, maija, { version: 2, confirms: seen.firstApproval?.at });
    assert.equal(state, 'active');
    await desk.revoke(id);
  });

  it('a first approval that nobody follows lapses with the end that it chose', async () => {
    const { id } = await desk.ask();
    const { lapsesAt } = await approve(id, maija, { until: isoHours(1) });
    assert.equal(lapsesAt, isoHours(1));
    const confirms = (await desk.read(id)).firstApproval?.at;
    desk.moveTo(1);
    assert.equal(await refused(id, kaisa, { confirms }), '410 lapsed');
    assert.equal((await desk.read(id)).state, 'lapsed');
    desk.moveTo(0);
  });

  it('a first approval waits for the second even when the rule is changed meanwhile', async () => {
    const { id } = await desk.ask();
    await approve(id, maija);
    const set = (approversRequired: number) =>
      desk.endpoint.get(putAdvisorySettings, { as: maija, body: { approversRequired } });
    await set(1);
    assert.equal(await refused(id, maija, { companies: ['1234'] }), '409 decided');
    assert.equal((await desk.read(id)).state, 'pending');
    assert.equal((await confirm(id)).state, 'active');
    await set(2);
    await desk.revoke(id);
  });

  it('each is told how many requests wait for them: what one has approved waits for the other alone', async () => {
    const counts = async () => [
      (await desk.list({}, maija)).pendingCount,
      (await desk.list({}, kaisa)).pendingCount,
    ];
    const [before = 0] = await counts();
    const { id } = await desk.ask();
    assert.deepEqual(await counts(), [before + 1, before + 1]);
    await approve(id, maija);
    assert.deepEqual(await counts(), [before, before + 1]);
    const { items } = await desk.list({}, maija);
    assert.equal(items.find((item) => item.id === id)?.firstApproval?.mine, true);
    await desk.endpoint.get(amendAdvisoryAccess, {
      as: 'agent',
      params: { id },
      body: { access: 'change' },
    });
    assert.deepEqual(await counts(), [before + 1, before + 1]);
    await desk.withdraw(id);
    assert.deepEqual(await counts(), [before, before]);
  });

  it('the list says how many have to approve, and who has', async () => {
    const { id } = await desk.ask();
    const { firstApproval } = await approve(id, maija);
    const { items, approversRequired } = await desk.list({}, kaisa);
    assert.equal(approversRequired, 2);
    assert.deepEqual(items.find((item) => item.id === id)?.firstApproval, {
      by: { name: 'Maija Mäkelä' },
      at: firstApproval?.at,
    });
    assert.equal((await desk.list({}, 'other-tenant')).approversRequired, 1);
    await desk.withdraw(id);
  });

  it('the receipt has the word of both, and the tables agree with it', async () => {
    const { id } = await desk.ask();
    await approve(id, maija, { companies: ['1234', '5678'] });
    await confirm(id, { companies: ['1234'] });
    await desk.mayLook();
    const { text } = await desk.endpoint.ask(getAdvisoryReceipt, { as: maija, params: { id } });
    const receipt = await verifyReceipt(text);
    assert.deepEqual(
      receipt.statements.map(({ type, by, first, content }) => [
        type,
        by?.name,
        first?.name,
        content?.companies,
      ]),
      [
        ['asked', 'Laura Niemi', undefined, ['1234', '5678', '9012']],
        ['firstApproved', 'Maija Mäkelä', undefined, ['1234', '5678']],
        ['approved', 'Kaisa Korhonen', 'Maija Mäkelä', ['1234']],
        ['used', 'Laura Niemi', undefined, undefined],
      ],
    );
    assert.match(describeReceipt(receipt, false).join('\n'), /together with Maija Mäkelä/);
    assert.equal(await problemIn(opened.db, 'tenant-1'), undefined);
    await desk.revoke(id);
  });
});
