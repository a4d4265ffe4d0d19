/** Runs in every measured page before its own scripts; `find` sees open shadow roots, one at a time. */
export function probe(ready) {
  const long = [];
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries()));
  observer.observe({ type: 'longtask', buffered: true });
  const roots = (root) => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? roots(shadowRoot) : [],
    ),
  ];
  const find = (selector) =>
    roots(document)
      .flatMap((root) => [...root.querySelectorAll(selector)])
      .find(
        (one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled'),
      );
  const look = () => {
    if (!find(ready)) return requestAnimationFrame(look);
    const at = performance.now();
    setTimeout(() => {
      long.push(...observer.takeRecords());
      const blocking = long
        .filter(({ startTime }) => startTime < at + 500)
        .reduce((sum, { duration }) => sum + duration - 50, 0);
      globalThis.isReady({ ready: at, blocking });
    }, 500);
  };
  requestAnimationFrame(look);

  /** Milliseconds from each key to the frame that shows it. */
  const keys = [];
  const startTyping = (selector) => {
    find(selector).focus();
    addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => keys.push(performance.now() - timeStamp);
          port2.postMessage(null);
        }),
      true,
    );
  };
  globalThis.bench = { find: (selector) => Boolean(find(selector)), startTyping, keys };
}
