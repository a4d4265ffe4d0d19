import {
  fromBase64Url,
  getAdvisoryCheckpoint,
  getAdvisoryConsistency,
  getAdvisoryKeys,
  getAdvisoryReceipt,
  isConsistent,
  listAdvisoryAccess,
  readCheckpoint,
  type Checkpoint,
  webSha256,
} from '../../../src/contract/index.js';
import { ReceiptError, verifyReceipt } from '../../../verify/src/verify-receipt.js';
import { refused, told } from '../answer.js';
import { expect, given, NotChecked, type Check } from '../check.js';
import type { Session } from '../session.js';
import { expectHidden, readingChecks, rowsOf, signInCheck, unknownCheck } from '../table.js';

export function receiptChecks(session: Session): Check[] {
  const newest = async () => {
    const { items } = told(listAdvisoryAccess, await session.ask(listAdvisoryAccess));
    return given(items[0], 'there is no advisory request to look at').id;
  };
  const place = async () => ({ params: { id: await newest() } });

  async function head(): Promise<Checkpoint> {
    const { checkpoint } = told(getAdvisoryCheckpoint, await session.ask(getAdvisoryCheckpoint));
    const read = readCheckpoint(checkpoint);
    expect(
      read !== undefined,
      'a checkpoint as C2SP tlog-checkpoint writes it',
      JSON.stringify(checkpoint),
    );
    return read;
  }

  return [
    ...readingChecks(session, 'advisoryReceipts', getAdvisoryKeys),
    ...readingChecks(session, 'advisoryReceipts', getAdvisoryCheckpoint),
    ...readingChecks(session, 'advisoryReceipts', getAdvisoryReceipt, place),
    {
      name: 'advisoryReceipts/holds',
      title: 'A receipt holds by the keys that the endpoint publishes, and leaves nothing out',
      rule: 'Receipt: statements in canonical JSON (RFC 8785), each signed (JWS, EdDSA) and in the log of the checkpoint (RFC 9162); the seal names them all.',
      advice:
        'Answer with canonical JSON, publish every key that has ever signed, and log what happens in the transaction in which it happens.',
      after: 'advisoryReceipts/getAdvisoryReceipt',
      needs: ['token'],
      async run() {
        const { keys } = told(
          getAdvisoryKeys,
          await session.ask(getAdvisoryKeys, { as: 'nobody' }),
        );
        const answer = await session.ask(getAdvisoryReceipt, await place());
        const why = await verifyReceipt(answer.text, keys).then(
          () => undefined,
          (error: unknown) => {
            if (error instanceof ReceiptError) return error.message;
            throw error;
          },
        );
        expect(why === undefined, 'a receipt that holds', `${answer.asked}: ${why}`);
      },
    },
    {
      name: 'advisoryReceipts/log',
      title: 'The log begins with what it was before, and proves nothing that it has not got',
      rule: '`GET /advisory-access/consistency?from=&size=`: the proof of RFC 9162, 2.1.4, between two checkpoints.',
      advice: 'Only ever add to the log; answer 422 where `size` is more than it has.',
      after: 'advisoryReceipts/getAdvisoryCheckpoint',
      needs: ['token'],
      async run() {
        const [earlier, later] = [await head(), await head()];
        const ask = (from: number, size: number) =>
          session.ask(getAdvisoryConsistency, {
            query: { from: String(from), size: String(size) },
          });
        const { proof } = told(getAdvisoryConsistency, await ask(earlier.size, later.size));
        const hashes = proof.map((hash) => fromBase64Url(hash) ?? new Uint8Array());
        expect(
          await isConsistent(earlier, later, hashes, webSha256),
          `a proof that the log of ${later.size} begins with that of ${earlier.size}`,
          JSON.stringify(proof),
        );
        refused(await ask(later.size, later.size + 1_000_000), 'validation');
      },
    },
    {
      name: 'advisoryReceipts/foreign',
      title: 'Another customer’s receipt looks like one that never was',
      rule: 'A foreign id answers 404 with the same body as one that never was.',
      advice: 'Look for the id within the customer’s own requests.',
      after: 'advisoryReceipts/getAdvisoryReceipt',
      needs: ['token', 'otherToken'],
      async run() {
        const [mine, other] = [await session.me('person'), await session.me('other')];
        if (!mine || mine.tenant === other?.tenant)
          throw new NotChecked('GET /me does not say that --other-token is of another customer');
        await expectHidden(session, getAdvisoryReceipt, (await place()).params);
      },
    },
    unknownCheck(session, 'advisoryReceipts', rowsOf('advisoryReceipts')),
    signInCheck(session, 'advisoryReceipts', rowsOf('advisoryReceipts')),
  ];
}
