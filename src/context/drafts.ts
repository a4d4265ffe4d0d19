/** What the keys of all drafts in the browser's storage begin with. */
export const DRAFTS = 'visma-support:draft:';

/** A draft is kept for a day and no longer. */
const LIFETIME_MS = 24 * 60 * 60 * 1000;

/**
 * When a draft was saved, by this computer's clock as it goes now; nothing where that is too long ago. A clock that was put
 * back makes drafts of the future, which are as young as a draft can be.
 */
export const savedAtOf = (savedAt: number, now: number): number | undefined =>
  now - savedAt < LIFETIME_MS ? Math.min(savedAt, now) : undefined;

/** The name of the database that holds their pictures, where a host wants those kept too. */
export const PICTURES = 'visma-support:draft-pictures';

/** The keys of drafts in this browser that begin with `prefix`; none where the storage is closed to us. */
export function draftKeys(prefix: string = DRAFTS): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

/** Removes the drafts of everybody in this browser, as when a person signs out. */
export function clearDrafts(): void {
  for (const key of draftKeys()) localStorage.removeItem(key);
  try {
    indexedDB.deleteDatabase(PICTURES);
  } catch {
    // A browser that lets us into no database has kept nothing in one.
  }
}
