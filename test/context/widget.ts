import { html, type TemplateResult } from 'lit';
import type { SupportError } from '../../src/client/support-error.js';
import type { Connection } from '../../src/context/connection.js';
import { SupportElement } from '../../src/context/support-element.js';

/** The least that a widget can be: it shows what it was told, and lets a test reach its endpoint. */
export class TestWidget extends SupportElement {
  updates = 0;
  connections: (Connection | undefined)[] = [];

  get reached(): Connection | undefined {
    return this.connection;
  }

  get failure(): SupportError | undefined {
    return this.endpointError;
  }

  /** What it shows. */
  get text(): string {
    return this.shadowRoot?.textContent?.trim() ?? '';
  }

  protected override connectionChanged(connection: Connection | undefined): void {
    this.connections.push(connection);
  }

  protected override updated(): void {
    this.updates += 1;
  }

  protected override render(): TemplateResult {
    const { endpoint = '-', application = '-', phone = '-' } = this.settings;
    return html`${endpoint} ${application} ${phone}`;
  }
}

customElements.define('test-widget', TestWidget);

declare global {
  interface HTMLElementTagNameMap {
    'test-widget': TestWidget;
  }
}

/** Until whatever was changed has reached everybody below: a change goes down one element at a time. */
export async function settled(root: ParentNode = document): Promise<void> {
  const elements = [...root.querySelectorAll<SupportElement>('support-provider, test-widget')];
  for (let round = 0; round < 3; round += 1)
    await Promise.all(elements.map((element) => element.updateComplete));
}

/** The widget with an id, wherever it stands. */
export function widget(id: string, root: ParentNode = document): TestWidget {
  const found = root.querySelector<TestWidget>(`test-widget#${id}`);
  if (!found) throw new Error(`There is no widget ${id}.`);
  return found;
}
