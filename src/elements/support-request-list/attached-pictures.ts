import type { RequestDetails } from '../../contract/support-requests.js';

type Attachment = RequestDetails['attachments'][number];

/** Of a small picture, in pixels: twice as wide as it is shown, for fine screens. */
const WIDTH = 320;
const HEIGHT = 200;

const hasPictureName = ({ name }: Attachment): boolean => /\.(?:png|jpe?g|webp|gif)$/iu.test(name);

declare global {
  interface Navigator {
    /** Not in every browser. */
    readonly connection?: { readonly saveData?: boolean };
  }
}

function draw(source: ImageBitmap, scale = 1): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(source.width * scale));
  canvas.height = Math.max(1, Math.round(source.height * scale));
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  context?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * The pictures among the files of a request: small ones beside their names, and one of them large. They are drawn on canvas, since a
 * strict policy shows no picture by a blob's address.
 */
export class AttachedPictures {
  readonly #fetch: (id: string) => Promise<Blob>;
  readonly #changed: () => void;
  readonly #small = new Map<string, HTMLCanvasElement>();
  /** Files that no browser shows, whatever they are called. */
  readonly #none = new Set<string>();
  #drawing: Promise<void> | undefined;

  constructor(fetch: (id: string) => Promise<Blob>, changed: () => void) {
    this.#fetch = fetch;
    this.#changed = changed;
  }

  has(attachment: Attachment): boolean {
    return hasPictureName(attachment) && !this.#none.has(attachment.id);
  }

  /** The small one, once it is drawn. */
  small({ id }: Attachment): HTMLCanvasElement | undefined {
    return this.#small.get(id);
  }

  /** Draws the small ones, one after the other; none for who saves data. */
  draw(attachments: readonly Attachment[], isWanted: () => boolean): void {
    if (navigator.connection?.saveData || this.#drawing) return;
    const missing = attachments.filter((one) => this.has(one) && !this.#small.has(one.id));
    this.#drawing = this.#drawEach(missing, isWanted).finally(() => (this.#drawing = undefined));
  }

  /**
   * The picture in its own size; nothing when it is none.
   *
   * @throws when it can't be had
   */
  async large(attachment: Attachment): Promise<HTMLCanvasElement | undefined> {
    return this.#decode(attachment, await this.#fetch(attachment.id));
  }

  async #drawEach(attachments: readonly Attachment[], isWanted: () => boolean): Promise<void> {
    for (const attachment of attachments) {
      if (!isWanted()) return;
      // Whoever asks for it themselves is told why it isn't there.
      const blob = await this.#fetch(attachment.id).catch(() => undefined);
      if (blob) await this.#decode(attachment, blob);
    }
  }

  /** Draws the small one, if it isn't there, and the large one. */
  async #decode({ id }: Attachment, blob: Blob): Promise<HTMLCanvasElement | undefined> {
    try {
      const source = await createImageBitmap(blob);
      const scale = Math.min(1, WIDTH / source.width, HEIGHT / source.height);
      if (!this.#small.has(id)) this.#small.set(id, draw(source, scale));
      const large = draw(source);
      source.close();
      return large;
    } catch {
      this.#none.add(id);
      return undefined;
    } finally {
      this.#changed();
    }
  }
}
