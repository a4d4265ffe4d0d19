import { html, nothing, type TemplateResult } from 'lit';
import type { Attachment } from './request-view.js';

/** Of a small picture, in pixels: twice as large as it is shown. */
const WIDTH = 480;
const HEIGHT = 320;

function drawn(source: ImageBitmap, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(source.width * scale));
  canvas.height = Math.max(1, Math.round(source.height * scale));
  canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * The pictures among the files of a request. They are fetched with the sign-in of who reads, and drawn on canvas: the strict policy shows
 * no picture by a blob's address.
 */
export class Pictures {
  readonly #fetch: (id: string) => Promise<Blob>;
  readonly #changed: () => void;
  /** Of each file, what it looks like once that is known; `none` where it is no picture. */
  readonly #views = new Map<string, HTMLCanvasElement | 'loading' | 'none'>();

  /** @param changed called when another picture can be shown */
  constructor(fetch: (id: string) => Promise<Blob>, changed: () => void) {
    this.#fetch = fetch;
    this.#changed = changed;
  }

  /** Forgets what the former person saw. */
  clear(): void {
    this.#views.clear();
  }

  view(
    { id, name, caption = name }: Attachment,
    told: { readonly show: string; readonly close: string },
  ): TemplateResult | typeof nothing {
    if (!/\.(png|jpe?g|gif|webp)$/i.test(name)) return nothing;
    if (!this.#views.has(id)) void this.#load(id);
    const view = this.#views.get(id);
    if (view === 'none') return nothing;
    if (!(view instanceof HTMLCanvasElement))
      return html`<span class="picture" aria-hidden="true"></span>`;
    return html`<button class="picture" type="button" aria-label="${told.show}: ${name}" @click=${() => void this.#show(id, caption, told.close)}>${view}</button>`;
  }

  async #load(id: string): Promise<void> {
    this.#views.set(id, 'loading');
    const small = await this.#decode(id, (source) =>
      drawn(source, Math.min(1, WIDTH / source.width, HEIGHT / source.height)),
    );
    if (!this.#views.has(id)) return;
    this.#views.set(id, small ?? 'none');
    this.#changed();
  }

  async #decode(
    id: string,
    draw: (source: ImageBitmap) => HTMLCanvasElement,
  ): Promise<HTMLCanvasElement | undefined> {
    try {
      const source = await createImageBitmap(await this.#fetch(id));
      const canvas = draw(source);
      source.close();
      return canvas;
    } catch {
      return undefined;
    }
  }

  /** As large as the window, over the page; the focus is back at its button afterwards. */
  async #show(id: string, title: string, close: string): Promise<void> {
    const canvas = await this.#decode(id, (source) => drawn(source, 1));
    if (!canvas) return;
    const dialog = document.createElement('dialog');
    const heading = document.createElement('h2');
    heading.textContent = dialog.ariaLabel = title;
    const button = document.createElement('button');
    button.textContent = close;
    button.addEventListener('click', () => dialog.close());
    canvas.role = 'img';
    canvas.ariaLabel = title;
    dialog.className = 'large-picture';
    dialog.addEventListener('close', () => dialog.remove());
    dialog.append(heading, button, canvas);
    document.body.append(dialog);
    dialog.showModal();
  }
}
