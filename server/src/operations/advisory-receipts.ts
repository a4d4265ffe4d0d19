import { invalid, ProblemError } from '../http/problem-error.js';
import { checkpointOf, consistencyOf, receiptOf } from '../advisory-log/advisory-log.js';
import { BrokenLogError } from '../advisory-log/log-nodes.js';
import type { Handlers } from '../http/call.js';
import { findAccess } from '../storage/advisory-reading.js';
import { inTransaction } from '../storage/transaction.js';
import type { Services } from './services.js';

/** What a customer keeps and checks by themselves: receipts, and the head of their log. */
export function advisoryReceipts({ db, now, keys, log }: Services) {
  /** A log that was changed by hand is signed no more; the customer is told, and so is whoever runs the endpoint. */
  const unlessAltered = async <T>(reading: Promise<T>): Promise<T> => {
    try {
      return await reading;
    } catch (error) {
      if (!(error instanceof BrokenLogError)) throw error;
      log?.error({ problem: error.message }, 'the log of advisory access was changed by hand');
      throw new ProblemError('conflict', {
        detail: `The advisory access log has been altered: ${error.message}`,
      });
    }
  };
  return {
    getAdvisoryKeys: () => Promise.resolve({ status: 200, body: { keys: [...keys.published] } }),

    getAdvisoryCheckpoint: async ({ identity: { tenant } }) => ({
      status: 200,
      body: {
        checkpoint: await unlessAltered(
          inTransaction(db, (trx) => checkpointOf(trx, keys, tenant), 'repeatable read'),
        ),
      },
    }),

    async getAdvisoryConsistency({ identity: { tenant }, query: { from, size } }) {
      const proof = await unlessAltered(consistencyOf(db, tenant, Number(from), Number(size)));
      if (!proof) throw invalid('#query/size', 'notAllowed');
      return { status: 200, body: { proof } };
    },

    async getAdvisoryReceipt({ identity: { tenant }, params: { id } }) {
      const receipt = await unlessAltered(
        inTransaction(
          db,
          async (trx) =>
            (await findAccess(trx, id, tenant)) && receiptOf(trx, keys, tenant, id, now()),
          'repeatable read',
        ),
      );
      if (!receipt) throw new ProblemError('notFound');
      return { status: 200, body: receipt };
    },
  } satisfies Handlers;
}
