/**
 * The endpoint as it runs in production, in a process of its own that tells how much of the processor it has used, and where.
 */
import { Session } from 'node:inspector/promises';

const session = new Session();
session.connect();

process.on('message', async (asked) => {
  if (asked === 'cpu') return process.send({ cpu: process.cpuUsage() });
  if (asked === 'profile') {
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    return process.send({ started: true });
  }
  const { profile } = await session.post('Profiler.stop');
  process.send({ profile });
});

await import('../../server/src/main.ts');
