import {
  decideAdvisoryAccess,
  getAdvisoryAccess,
  getAdvisorySettings,
  listAdvisoryAccess,
  putAdvisorySettings,
  revokeAdvisoryAccess,
  type AdvisorySettingsChange,
} from '../../../src/contract/index.js';
import { refused, refusedAt, told } from '../answer.js';
import { expect, NotChecked, type Check } from '../check.js';
import type { Session } from '../session.js';
import { readingChecks, rowsOf, signInCheck } from '../table.js';

const reason = 'Testi – test (visma-support-conformance)';

export function settingsChecks(session: Session): Check[] {
  const permission = 'manageSettings';
  const after = 'advisorySettings/getAdvisorySettings';
  const read = async () => told(getAdvisorySettings, await session.ask(getAdvisorySettings));
  const put = async (body: AdvisorySettingsChange) =>
    told(putAdvisorySettings, await session.ask(putAdvisorySettings, { body }));
  const [reading] = readingChecks(session, 'advisorySettings', getAdvisorySettings);

  const list = async () =>
    told(
      listAdvisoryAccess,
      await session.ask(listAdvisoryAccess, { query: { state: 'pending' } }),
    );

  async function pending() {
    const [item] = (await list()).items;
    if (!item) throw new NotChecked('no advisory request is pending: let support ask for one');
    return item;
  }

  return [
    ...(reading ? [{ ...reading, permission } as const] : []),
    {
      name: 'advisorySettings/kept',
      title: 'A rule that was changed is kept, the other stays, and it is told who changed it',
      rule: '`PUT /settings/advisory-access`: what is absent stays; `changes` has the latest first.',
      advice: 'Change only what the body has, and keep who changed it in the same transaction.',
      after,
      permission,
      needs: ['token', 'writing'],
      async run() {
        const { maxHours, approversRequired, changes: before } = await read();
        const other = maxHours === 4 ? 5 : 4;
        try {
          const changed = await put({ maxHours: other });
          const { maxHours: kept, approversRequired: stayed, changes } = await read();
          expect(
            kept === other && changed.maxHours === other && stayed === approversRequired,
            `maxHours ${other} and approversRequired ${approversRequired}`,
            JSON.stringify({ maxHours: kept, approversRequired: stayed }),
          );
          const [last] = changes;
          expect(
            last?.maxHours === other && last.at !== before[0]?.at,
            `the change to ${other} hours first among the changes`,
            JSON.stringify(last),
          );
        } finally {
          await put({ maxHours });
        }
      },
    },
    {
      name: 'advisorySettings/refused',
      title: 'A number of approvers that cannot be is refused, with the field that is wrong',
      rule: 'Errors are RFC 9457, with a JSON pointer to the field.',
      advice: 'Answer 422 `validation` and point at `/approversRequired`.',
      after,
      permission,
      needs: ['token', 'writing'],
      async run() {
        refusedAt(
          await session.ask(putAdvisorySettings, { body: { approversRequired: 0 } }),
          '/approversRequired',
        );
      },
    },
    {
      name: 'advisorySettings/two-approvers',
      title: 'Where two people have to approve, one grants nothing',
      rule:
        'With `approversRequired` 2 an approval leaves the request pending, with `firstApproval`; the same person’s next one is 409 `decided`. ' +
        'It waits for somebody else then: `pendingCount` of who gave it is one less. A second approval names the first one that was seen (`confirms`).',
      advice:
        'Count approvals by person, in the transaction that keeps the decision, and grant what both chose.',
      after: 'advisorySettings/kept',
      permission,
      needs: ['token', 'writing', 'decide'],
      async run() {
        if ((await session.may('person', 'grantAdvisoryAccess')) === false)
          throw new NotChecked('the person of --token lacks grantAdvisoryAccess, says GET /me');
        const { approversRequired } = await read();
        const { id, version } = await pending();
        const decide = (body: object) =>
          session.ask(decideAdvisoryAccess, { params: { id }, body: { version, ...body } });
        const approval = { outcome: 'approved', reason };
        try {
          await put({ approversRequired: 2 });
          const before = (await list()).pendingCount;
          const first = told(decideAdvisoryAccess, await decide(approval));
          expect(
            first.state === 'pending' && first.firstApproval?.mine === true && !first.startsAt,
            'pending, with the first approval as mine',
            JSON.stringify({ state: first.state, firstApproval: first.firstApproval }),
          );
          const { items, pendingCount } = await list();
          const isMine = items.find((item) => item.id === id)?.firstApproval?.mine;
          expect(
            pendingCount === before - 1 && isMine === true,
            `pendingCount ${before - 1}, and the first approval as mine in the list`,
            JSON.stringify({ pendingCount, mine: isMine }),
          );
          const again = told(decideAdvisoryAccess, await decide(approval));
          expect(again.state === 'pending', 'pending after the same approval again', again.state);
          const confirms = first.firstApproval?.at;
          refused(await decide({ ...approval, reason: `${reason} 2`, confirms }), 'decided');
          const { state } = told(
            getAdvisoryAccess,
            await session.ask(getAdvisoryAccess, { params: { id } }),
          );
          expect(state === 'pending', 'pending still', state);
        } finally {
          await put({ approversRequired });
          const end = await decide({ outcome: 'rejected', reason });
          if (end.status !== 200)
            await session.ask(revokeAdvisoryAccess, { params: { id }, body: { reason } });
        }
      },
    },
    signInCheck(session, 'advisorySettings', rowsOf('advisorySettings')),
  ];
}
