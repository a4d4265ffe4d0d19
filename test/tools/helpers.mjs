const children = new Set();

const endAll = () => {
  for (const child of children) child.kill('SIGKILL');
};

const onSignal = (signal) => {
  endAll();
  process.off(signal, onSignal);
  // Who else listens decides what the signal means; when nobody does, it ends this process as if we hadn't listened.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
};

/** Sees to it that a helper doesn't outlive this process, whichever way it ends, except by SIGKILL. */
export const endWithThisProcess = (child) => {
  if (children.size === 0) {
    process.on('exit', endAll);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
  }
  children.add(child);
  child.once('exit', () => {
    children.delete(child);
    if (children.size > 0) return;
    process.off('exit', endAll);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, onSignal);
  });
};
