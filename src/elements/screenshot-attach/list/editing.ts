import { nothing, type LitElement } from 'lit';
import { LazyPart } from '../../../controllers/lazy-part.js';
import type {
  Catalogues,
  LocalizationController,
} from '../../../localization/localization-controller.js';
import type { Outcome, PictureEditor, ReviewPosition } from '../editor/picture-editor.lazy.js';

const editorCatalogues: Catalogues = {
  fi: () => import('../../../localization/catalogues/fi/picture-editor.lazy.js'),
  sv: () => import('../../../localization/catalogues/sv/picture-editor.lazy.js'),
};

type EditedPicture = Parameters<PictureEditor['edit']>[0] & { readonly original: Blob };
type EditorElement = LitElement & { readonly isDisabled: boolean };

/** The editor of one element: loaded with the first picture that is opened, and again after a failure; one picture at a time. */
export class Editing {
  /** Until the picture is done that is open. */
  current: Promise<unknown> | undefined;
  readonly #part;
  #editor: PictureEditor | undefined;
  /** Of the picture that is open. */
  #original: Blob | undefined;

  /** @param changed called when the editor can't be shown any more, or is shown again */
  constructor(element: EditorElement, localization: LocalizationController, changed: () => void) {
    this.#part = new LazyPart(
      element,
      localization,
      editorCatalogues,
      () => import('../editor/picture-editor.lazy.js'),
      ({ PictureEditor }) => (this.#editor = new PictureEditor(element, localization, changed)),
    );
  }

  /** The name of a picture whose editor can't be shown for now. */
  get paused(): string | undefined {
    return this.#editor?.isPaused ? this.#editor.name : undefined;
  }

  render(): unknown {
    return this.#editor?.isOpen ? this.#part.module?.editorView(this.#editor) : nothing;
  }

  /** Shows the editor again where it could not be shown for a while. */
  resume(): void {
    this.#editor?.resume();
  }

  /** Whether the picture that is open was made of the same bytes. */
  async isOpen(original: Blob): Promise<boolean> {
    const open = this.#original;
    if (open?.size !== original.size) return false;
    const [one, other] = await Promise.all([open.arrayBuffer(), original.arrayBuffer()]);
    const bytes = new Uint8Array(other);
    return new Uint8Array(one).every((byte, index) => byte === bytes[index]);
  }

  /** What the picture was made of that a person sees now. */
  get seen(): Blob | undefined {
    return this.#editor?.isSeen ? this.#original : undefined;
  }

  /**
   * Makes room for a picture that comes, and says whether there is room. A person is done with the one that is open where they saw it
   * when they gave the next one.
   */
  goOnToNext(seen: Blob | undefined): boolean {
    return !this.current || Boolean(seen && seen === this.#original && this.#editor?.goOnToNext());
  }

  /** Closes it without asking. */
  discard(): void {
    this.#editor?.discard();
  }

  /**
   * Opens a picture, and resolves with what was done to it.
   *
   * @param turn of several that are opened one after the other, which one it is
   */
  async edit(picture: EditedPicture, signal: AbortSignal, turn?: ReviewPosition): Promise<Outcome> {
    const editing = this.#open(picture, signal, turn);
    // Nobody who only waits for the end has to know of a failure.
    const settled = editing.catch(() => undefined);
    this.current = settled;
    this.#original = picture.original;
    try {
      const outcome = await editing;
      signal.throwIfAborted();
      return outcome;
    } finally {
      if (this.current === settled) this.current = this.#original = undefined;
    }
  }

  async #open(
    picture: EditedPicture,
    signal: AbortSignal,
    turn?: ReviewPosition,
  ): Promise<Outcome> {
    await this.#part.load();
    signal.throwIfAborted();
    return this.#editor?.edit(picture, turn);
  }
}
