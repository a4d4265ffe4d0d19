import { find } from '../shared/find.js';

export const views = [
  'support-request-form',
  'support-request-list',
  'advisory-access-approval',
  'remote-support-download',
] as const;
export type View = (typeof views)[number];

/** In pixels; the most is half of the window. */
const LEAST = 340;
const USUAL = 400;
const STEP = 20;

/**
 * The panel of customer service: beside the work, never over it as a modal dialog would be. Each widget is made when it is first asked
 * for and stays from then on, shown or not, so that closing loses nothing. The focus moves only with opening and closing.
 */
export class SupportPanel {
  readonly #panel = find('#support', HTMLElement);
  readonly #title = find('#support-title', HTMLElement);
  readonly #edge = find('#support-edge', HTMLElement);
  readonly #provider = find('support-provider', HTMLElement);
  readonly #views = [...document.querySelectorAll<HTMLElement>('#support-views button')];
  #width = USUAL;
  /** Where the person was in the program. */
  #outside: HTMLElement | undefined;

  constructor() {
    find('#support-close', HTMLElement).addEventListener('click', () => this.close());
    for (const button of this.#views)
      button.addEventListener('click', () => this.#show(button.dataset['value']));
    this.#panel.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) this.close();
    });
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLElement && !this.#panel.contains(target)) this.#outside = target;
    });
    this.#edge.addEventListener('keydown', (event) => this.#onEdgeKey(event));
    this.#edge.addEventListener('pointerdown', (event) =>
      this.#edge.setPointerCapture(event.pointerId),
    );
    this.#edge.addEventListener('pointermove', (event) => {
      if (this.#edge.hasPointerCapture(event.pointerId)) this.#resize(innerWidth - event.clientX);
    });
    window.addEventListener('resize', () => this.#resize(this.#width));
    this.#resize(USUAL);
  }

  open<V extends View>(view: V): HTMLElementTagNameMap[V] {
    const widget = this.#show(view);
    if (!this.#panel.matches(':popover-open')) this.#panel.showPopover();
    document.documentElement.dataset['support'] = 'open';
    this.#title.focus();
    return widget as HTMLElementTagNameMap[V];
  }

  close(): void {
    this.#panel.hidePopover();
    delete document.documentElement.dataset['support'];
    this.#outside?.focus();
  }

  #show(view: string | undefined): Element | undefined {
    const chosen = views.find((one) => one === view);
    if (!chosen) return undefined;
    if (!this.#provider.querySelector(chosen))
      this.#provider.append(document.createElement(chosen));
    for (const widget of this.#provider.children)
      widget.toggleAttribute('hidden', widget.localName !== chosen);
    for (const button of this.#views) {
      if (button.dataset['value'] === chosen) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
    return this.#provider.querySelector(chosen) ?? undefined;
  }

  #resize(width: number): void {
    const most = Math.max(LEAST, Math.floor(innerWidth / 2));
    this.#width = Math.round(Math.min(most, Math.max(LEAST, width)));
    document.documentElement.style.setProperty('--panel-width', `${this.#width}px`);
    for (const [name, value] of [
      ['min', LEAST],
      ['max', most],
      ['now', this.#width],
    ] as const)
      this.#edge.setAttribute(`aria-value${name}`, String(value));
  }

  #onEdgeKey(event: KeyboardEvent): void {
    const widths: Readonly<Record<string, number>> = {
      ArrowLeft: this.#width + STEP,
      ArrowRight: this.#width - STEP,
      Home: LEAST,
      End: innerWidth,
    };
    const width = widths[event.key];
    if (width === undefined) return;
    event.preventDefault();
    this.#resize(width);
  }
}
