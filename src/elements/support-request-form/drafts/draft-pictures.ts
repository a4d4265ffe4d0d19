import { PICTURES } from '../../../context/drafts.js';
import type { DraftsMode, FormHost, FormModel } from '../form-model.js';
import { missingFilesText } from '../../../ui/missing-files.js';
import type { KeptAttachment } from './stored-draft.js';

type PictureDatabase = typeof import('./picture-database.lazy.js');

/** The pictures of what is being written, kept beside its texts where the host wants that (`drafts="all"`). */
export class DraftPictures {
  /** Resolves when those of an earlier draft are in the form again. */
  restored: Promise<void> = Promise.resolve();
  readonly #host: Pick<FormHost, 'l10n' | 'announce' | 'update'>;
  readonly #model: Pick<FormModel, 'draft' | 'pictures'>;
  readonly #mode: () => DraftsMode;
  #kept = new Set<string>();
  /** Ids of what this browser could not keep. */
  #failed: ReadonlySet<string> = new Set();
  /** Names of what an earlier draft had and could not be brought back. */
  #missing: readonly string[] = [];
  #restoring: readonly KeptAttachment[] = [];
  /** One act on the database after the other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(
    host: Pick<FormHost, 'l10n' | 'announce' | 'update'>,
    model: Pick<FormModel, 'draft' | 'pictures'>,
    mode: () => DraftsMode,
  ) {
    this.#host = host;
    this.#model = model;
    this.#mode = mode;
  }

  /** What the draft says of them. */
  get attachments(): readonly KeptAttachment[] {
    if (!this.#areKept) return [];
    const attachments = this.#model.pictures.attachments.filter(({ id }) => !this.#failed.has(id));
    return [
      ...attachments,
      ...this.#restoring.filter(({ id }) => !attachments.some((there) => there.id === id)),
    ];
  }

  /** Names of what has to be added again, since it was not kept when the page was left. */
  get missing(): readonly string[] {
    const there = this.#model.pictures.attachments.map(({ name }) => name);
    return this.#missing.filter((name) => !there.includes(name));
  }

  /** Names of what is in the form now and will not be kept when the page is left. */
  get unkept(): readonly string[] {
    const { attachments } = this.#model.pictures;
    return attachments.flatMap(({ id, name }) =>
      this.#areKept && !this.#failed.has(id) ? [] : name,
    );
  }

  /** Whether something could not be kept that the host wants to be kept. */
  get haveFailed(): boolean {
    return this.#areKept && this.unkept.length > 0;
  }

  dismissMissing(): void {
    this.#missing = [];
    this.#host.update();
  }

  /** Keeps what is new and removes what is gone; to be called when the draft says so. */
  keep(): void {
    if (!this.#areKept) return;
    const { files, attachments } = this.#model.pictures;
    const added = attachments.flatMap(({ id }, index) =>
      files[index] && !this.#kept.has(id) && !this.#failed.has(id)
        ? [{ id, file: files[index] }]
        : [],
    );
    const ids = new Set(this.attachments.map(({ id }) => id));
    const isFewer = [...this.#kept].some((id) => !ids.has(id));
    this.#kept = ids;
    for (const picture of added) void this.#keepOne(picture);
    if (isFewer) void this.#act(({ removeUnnamed }) => removeUnnamed());
  }

  /** Removes what no draft names any more: of this one, of another person, of one that was too old. */
  forget(): void {
    this.#kept.clear();
    void this.#isSomethingKept().then(
      (isKept) => void (isKept && this.#act(({ removeUnnamed }) => removeUnnamed())),
    );
  }

  close(): void {
    this.#kept.clear();
    this.#failed = new Set();
    this.#restoring = this.#missing = [];
  }

  /** @param unkept names of what the draft had beside them */
  restore(attachments: readonly KeptAttachment[], unkept: readonly string[]): void {
    this.#addMissing(unkept);
    if (this.#areKept && attachments.length) this.restored = this.#restore(attachments);
    else this.#addMissing(attachments.map(({ name }) => name));
  }

  #addMissing(names: readonly string[]): void {
    if (!names.length) return;
    this.#missing = [...this.#missing, ...names];
    const { l10n } = this.#host;
    const back = this.#model.draft.isEmpty ? '' : l10n.msg('Your text has been restored.');
    this.#host.announce(`${back} ${missingFilesText(l10n, this.#missing)}`.trim());
  }

  async #keepOne(picture: { readonly id: string; readonly file: File }): Promise<void> {
    const isKept = await this.#act(({ keepPictures }) => keepPictures([picture]));
    if (isKept) return;
    this.#failed = new Set([...this.#failed, picture.id]);
    this.#host.update();
  }

  async #restore(attachments: readonly KeptAttachment[]): Promise<void> {
    this.#restoring = attachments;
    try {
      await this.#model.pictures.restore(this.#read(attachments));
    } catch {
      // The texts are back all the same.
    }
    if (this.#restoring !== attachments) return;
    this.#restoring = [];
    const there = this.#model.pictures.attachments.map(({ id }) => id);
    this.#addMissing(attachments.flatMap(({ id, name }) => (there.includes(id) ? [] : name)));
    this.#host.update();
  }

  async #read(attachments: readonly KeptAttachment[]) {
    const { keptPictures } = await import('./picture-database.lazy.js');
    const found = await keptPictures(attachments);
    // Another person may have come meanwhile.
    return this.#restoring === attachments ? found : [];
  }

  get #areKept(): boolean {
    return this.#mode() === 'all';
  }

  /** So that a page whose host never wanted pictures kept gets no database. */
  async #isSomethingKept(): Promise<boolean> {
    try {
      return (await indexedDB.databases()).some(({ name }) => name === PICTURES);
    } catch {
      return false;
    }
  }

  /** Whether it could be done. With a full or closed database the form works on, and its texts are kept. */
  #act(act: (database: PictureDatabase) => Promise<void>): Promise<boolean> {
    const done = this.#queue
      .then(async () => act(await import('./picture-database.lazy.js')))
      .then(
        () => true,
        () => false,
      );
    this.#queue = done.then(() => undefined);
    return done;
  }
}
