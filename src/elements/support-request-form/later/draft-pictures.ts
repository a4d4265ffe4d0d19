import { PICTURES } from '../../../context/drafts.js';
import type { FormInside } from '../form-inside.js';
import type { KeptAttachment } from './stored-draft.js';

type KeptPictures = typeof import('./kept-pictures.js');

/** The pictures of what is being written, kept beside its texts where the host wants that (`drafts="all"`). */
export class DraftPictures {
  /** Resolves when those of an earlier draft are in the form again. */
  back: Promise<void> = Promise.resolve();
  readonly #form: FormInside;
  #kept = new Set<string>();
  #comingBack: readonly KeptAttachment[] = [];
  /** One act on the database after the other. */
  #turn: Promise<void> = Promise.resolve();

  constructor(form: FormInside) {
    this.#form = form;
  }

  /** What the draft says of them. */
  get attachments(): readonly KeptAttachment[] {
    if (!this.#areKept) return [];
    const { attachments } = this.#form.pictures;
    return [
      ...attachments,
      ...this.#comingBack.filter(({ id }) => !attachments.some((there) => there.id === id)),
    ];
  }

  /** Keeps what is new and removes what is gone; to be called when the draft says so. */
  keep(): void {
    if (!this.#areKept) return;
    const { files, attachments } = this.#form.pictures;
    const added = attachments.flatMap(({ id }, index) =>
      files[index] && !this.#kept.has(id) ? [{ id, file: files[index] }] : [],
    );
    const ids = new Set(this.attachments.map(({ id }) => id));
    const isFewer = [...this.#kept].some((id) => !ids.has(id));
    this.#kept = ids;
    if (added.length) this.#act(({ keepPictures }) => keepPictures(added));
    if (isFewer) this.#act(({ removeUnnamed }) => removeUnnamed());
  }

  /** Removes what no draft names any more: of this one, of another person, of one that was too old. */
  forget(): void {
    this.#kept.clear();
    void this.#isSomethingKept().then(
      (isKept) => isKept && this.#act(({ removeUnnamed }) => removeUnnamed()),
    );
  }

  close(): void {
    this.#kept.clear();
    this.#comingBack = [];
  }

  bringBack(attachments: readonly KeptAttachment[]): void {
    if (this.#areKept && attachments.length) this.back = this.#bringBack(attachments);
  }

  async #bringBack(attachments: readonly KeptAttachment[]): Promise<void> {
    this.#comingBack = attachments;
    try {
      await this.#form.pictures.restore(this.#read(attachments));
    } catch {
      // The texts are back all the same.
    }
    if (this.#comingBack !== attachments) return;
    this.#comingBack = [];
    this.#form.update();
  }

  async #read(attachments: readonly KeptAttachment[]) {
    const { keptPictures } = await import('./kept-pictures.js');
    const found = await keptPictures(attachments);
    // Another person may have come meanwhile.
    return this.#comingBack === attachments ? found : [];
  }

  get #areKept(): boolean {
    return this.#form.draftsMode() === 'all';
  }

  /** So that a page whose host never wanted pictures kept gets no database. */
  async #isSomethingKept(): Promise<boolean> {
    try {
      return (await indexedDB.databases()).some(({ name }) => name === PICTURES);
    } catch {
      return false;
    }
  }

  /** A full or closed database: the form works on, and its texts are kept. */
  #act(act: (kept: KeptPictures) => Promise<void>): void {
    this.#turn = this.#turn
      .then(async () => act(await import('./kept-pictures.js')))
      .catch(() => undefined);
  }
}
