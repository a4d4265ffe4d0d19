/** Inserts rows and nothing else, as fast as the same connections can, for as long as it is asked to. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { insertRow } from './row.mjs';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

process.on('message', async ({ milliseconds, concurrency }) => {
  const end = performance.now() + milliseconds;
  const before = process.cpuUsage();
  let count = 0;
  const insert = async () => {
    while (performance.now() < end) {
      await pool.query(insertRow(randomUUID()));
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, insert));
  process.send({ count, cpu: process.cpuUsage(before) });
});
process.send({ ready: true });
