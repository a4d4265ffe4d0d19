import type { LitElement, ReactiveController } from 'lit';

/**
 * Keeps the focus in the element: when what had it is gone after an update, the nearest thing that says how matters stand
 * gets it, since a browser would begin again at the top of the page.
 */
export class FocusController implements ReactiveController {
  readonly #host: LitElement;
  #focused: Element | null = null;
  #around: Element | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const { renderRoot } = this.#host;
    this.#focused = renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
    this.#around = this.#focused?.closest('[part=request]') ?? null;
  }

  hostUpdated(): void {
    if (!this.#focused || this.#focused.isConnected) return;
    const { renderRoot } = this.#host;
    const around = this.#around?.isConnected ? this.#around : renderRoot;
    const next =
      around.querySelector<HTMLElement>('.notice[tabindex]') ??
      around.querySelector<HTMLElement>('[tabindex="-1"]');
    (next ?? renderRoot.querySelector<HTMLElement>('#title'))?.focus();
  }
}
