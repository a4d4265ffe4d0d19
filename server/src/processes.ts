import cluster from 'node:cluster';
import type { Log } from './http/observe.js';

/** Milliseconds until a process that ended is started again, so that one that can't start doesn't keep the computer busy. */
const PAUSE = 1000;

/**
 * Keeps several processes of the endpoint running, which share the port. What this one is told, each of them is told: SIGHUP, and
 * SIGTERM or SIGINT, after which it ends when all of them have. One that ends by itself is started again. The first one starts
 * alone: it brings the database up to date, and what keeps it from starting would keep all others too.
 *
 * @param opened is called once, with where they listen
 */
export function keepProcesses(
  count: number,
  log: Log,
  opened: (host: string, port: number) => void,
): void {
  let isOpen = false;
  let isStopping = false;

  const running = () => Object.values(cluster.workers ?? {}).flatMap((worker) => worker ?? []);
  const signalAll = (signal: NodeJS.Signals) => {
    for (const { process: child } of running()) child.kill(signal);
  };

  function start(): void {
    if (isStopping) return;
    const worker = cluster.fork();
    worker.once('listening', ({ address, port }) => {
      log.info({ pid: worker.process.pid }, 'a process of the endpoint takes calls');
      if (isOpen) return;
      isOpen = true;
      opened(address, port);
      for (let more = 1; more < count; more += 1) start();
    });
    worker.once('exit', (code, signal) => {
      if (isStopping && running().length === 0) process.exit(0);
      if (isStopping) return;
      if (!isOpen) process.exit(code || 1);
      log.error({ code, signal }, 'a process of the endpoint ended, and is started again');
      setTimeout(start, PAUSE);
    });
  }

  function stop(): void {
    if (running().length === 0) process.exit(0);
    isStopping = true;
    signalAll('SIGTERM');
  }

  process.on('SIGHUP', () => signalAll('SIGHUP'));
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  start();
}
