const reported = new Set<string>();

/**
 * Tells whoever builds the page of a fault that a person can do nothing about, such as what a function of the host threw. Once for
 * each, since the same is tried again and again.
 */
export function reportFault(what: string, cause: unknown): void {
  const fault = `${what}: ${String(cause)}`;
  if (reported.has(fault)) return;
  reported.add(fault);
  // An error and no warning, so that whatever watches the page's errors sees it.
  // eslint-disable-next-line no-console
  console.error(`visma-support-widgets: ${what}.`, cause);
}
