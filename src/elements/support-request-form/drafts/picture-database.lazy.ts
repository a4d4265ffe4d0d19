import { draftKeys, PICTURES } from '../../../context/drafts.js';
import { parseDraft, type KeptAttachment } from './stored-draft.js';

/**
 * The pictures of drafts, in the browser's own database, under the ids by which drafts name them. What lies under an id
 * never changes, and it is removed as soon as no draft names it.
 */

const STORE = 'pictures';

/** Bytes and not a `File`: not every browser keeps files everywhere, as in a private window. */
interface KeptPicture {
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

const isKept = (it: unknown): it is KeptPicture =>
  typeof it === 'object' &&
  it !== null &&
  'bytes' in it &&
  it.bytes instanceof ArrayBuffer &&
  'type' in it &&
  typeof it.type === 'string';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database gave no reason'));
  });

/** Open for one act only, so that nobody who removes the database has to wait. */
async function withStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const opening = indexedDB.open(PICTURES, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await settled(opening);
  try {
    return await act(database.transaction(STORE, mode).objectStore(STORE));
  } finally {
    database.close();
  }
}

/** To be called when a draft in the storage names them: before, they are nobody's and may be removed. */
export async function keepPictures(
  pictures: readonly { readonly id: string; readonly file: File }[],
): Promise<void> {
  for (const { id, file } of pictures) {
    const kept: KeptPicture = { type: file.type, bytes: await file.arrayBuffer() };
    await withStore('readwrite', (store) => settled(store.put(kept, id)));
  }
}

/** What of a draft's pictures is still there. */
export async function keptPictures(
  attachments: readonly KeptAttachment[],
): Promise<{ attachment: KeptAttachment; file: File }[]> {
  const found = await withStore('readonly', (store) =>
    Promise.all(attachments.map(({ id }) => settled<unknown>(store.get(id)))),
  );
  return attachments.flatMap((attachment, index) => {
    const kept = found[index];
    return isKept(kept)
      ? [{ attachment, file: new File([kept.bytes], attachment.name, { type: kept.type }) }]
      : [];
  });
}

/** Removes what no draft in this browser names. The drafts are read last: whoever adds a picture names it first. */
export const removeUnnamed = (): Promise<void> =>
  withStore('readwrite', async (store) => {
    const ids = await settled(store.getAllKeys());
    const drafts = draftKeys().flatMap(
      (key) => parseDraft(localStorage.getItem(key), Date.now()) ?? [],
    );
    const named = new Set<IDBValidKey>(
      drafts.flatMap(({ attachments = [] }) => attachments.map(({ id }) => id)),
    );
    for (const id of ids) if (!named.has(id)) store.delete(id);
  });
