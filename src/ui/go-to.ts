import type { LitElement } from 'lit';

/**
 * Leads the person to what has this id, once it is there.
 *
 * @param block where it comes to stand in the window; `start` for the heading of what is to be read from its beginning
 */
export async function goTo(
  host: LitElement,
  id: string,
  block: ScrollLogicalPosition = 'nearest',
): Promise<void> {
  await host.updateComplete;
  const target = host.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  target?.focus({ preventScroll: block === 'start' });
  target?.scrollIntoView({ block });
}
