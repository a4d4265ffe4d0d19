import type { LitElement } from 'lit';

/** Leads the person to what has this id, once it is there. */
export async function goTo(host: LitElement, id: string): Promise<void> {
  await host.updateComplete;
  const target = host.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}
