/**
 * The endpoint as it runs in production, in processes of its own that tell how much of the processor they have used, and where.
 */
import cluster from 'node:cluster';
import { once } from 'node:events';
import { Session } from 'node:inspector/promises';

const session = new Session();
session.connect();

const own = {
  cpu: () => ({ cpu: process.cpuUsage() }),
  async profile() {
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    return { started: true };
  },
  stop: () => session.post('Profiler.stop'),
};

/** Asks each of the processes that this one keeps. */
const askAll = (question) =>
  Promise.all(
    Object.values(cluster.workers ?? {}).map(async (worker) => {
      const answer = once(worker, 'message');
      worker.send(question);
      return (await answer)[0];
    }),
  );

process.on('message', async (question) => {
  const answers = await askAll(question);
  // The one that keeps others works on connections alone, so a profile is that of the first of them.
  if (question !== 'cpu') return process.send(answers[0] ?? (await own[question]()));
  const cpu = { user: 0, system: 0 };
  for (const answer of [own.cpu(), ...answers]) {
    cpu.user += answer.cpu.user;
    cpu.system += answer.cpu.system;
  }
  process.send({ cpu });
});

await import('../../server/src/main.ts');
