import type { LocalizationController } from '../../../localization/localization-controller.js';
import { adoptMoreStyles } from '../../../ui/adopt-more-styles.js';
import type { Outcome, PictureEditor, Turn } from '../editor/index.js';
import type { ScreenshotAttach } from '../screenshot-attach.js';

type EditedPicture = Parameters<PictureEditor['edit']>[0];

/** The editor of one element: loaded with the first picture that is opened, and again after a failure; one picture at a time. */
export class Editing {
  /** Until the picture is done that is open. */
  current: Promise<unknown> | undefined;
  readonly #element: ScreenshotAttach;
  readonly #localization: LocalizationController;
  readonly #changed: () => void;
  #editor: PictureEditor | undefined;
  #loading: Promise<PictureEditor> | undefined;

  /** @param changed called when the editor can't be shown any more, or is shown again */
  constructor(
    element: ScreenshotAttach,
    localization: LocalizationController,
    changed: () => void,
  ) {
    this.#element = element;
    this.#localization = localization;
    this.#changed = changed;
  }

  /** The name of a picture whose editor can't be shown for now. */
  get paused(): string | undefined {
    return this.#editor?.isPaused ? this.#editor.name : undefined;
  }

  render(): unknown {
    return this.#editor?.render();
  }

  /** Shows the editor again where it could not be shown for a while. */
  resume(): void {
    this.#editor?.resume();
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
  async edit(picture: EditedPicture, signal: AbortSignal, turn?: Turn): Promise<Outcome> {
    const editing = this.#prepare().then((editor) => {
      signal.throwIfAborted();
      return editor.edit(picture, turn);
    });
    // Nobody who only waits for the end has to know of a failure.
    const settled = editing.catch(() => undefined);
    this.current = settled;
    try {
      const outcome = await editing;
      signal.throwIfAborted();
      return outcome;
    } finally {
      if (this.current === settled) this.current = undefined;
    }
  }

  #prepare(): Promise<PictureEditor> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #load(): Promise<PictureEditor> {
    const { PictureEditor, catalogues, styles } = await import('../editor/index.js');
    await this.#localization.add(...catalogues);
    adoptMoreStyles(this.#element.renderRoot, styles);
    return (this.#editor = new PictureEditor(this.#element, this.#localization, this.#changed));
  }
}
