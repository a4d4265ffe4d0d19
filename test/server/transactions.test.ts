import assert from 'node:assert/strict';
import { it } from 'node:test';
import { openDatabase } from '../../server/src/storage/database.js';
import { onEachDatabase } from './tools/databases.js';

onEachDatabase('Transactions', (storage) => {
  it('that run at once never take part in each other', async () => {
    const { db, close } = await openDatabase(await storage());
    const numbers = Array.from({ length: 12 }, (_, number) => number);
    const results = await Promise.allSettled(
      numbers.map((number) =>
        db.transaction().execute(async (trx) => {
          await trx
            .insertInto('tenants')
            .values({ id: String(number), name: 'Äyräs', number: null })
            .execute();
          if (number % 2) throw new Error('refused');
        }),
      ),
    );
    const kept = await db.selectFrom('tenants').select('id').execute();
    await close();
    assert.deepEqual(
      results.map(({ status }) => status),
      numbers.map((number) => (number % 2 ? 'rejected' : 'fulfilled')),
    );
    assert.deepEqual(
      kept.map(({ id }) => Number(id)).sort((a, b) => a - b),
      numbers.filter((number) => number % 2 === 0),
    );
  });
});
