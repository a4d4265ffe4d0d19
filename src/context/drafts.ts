/** What the keys of all drafts in the browser's storage begin with. */
export const DRAFTS = 'visma-support:draft:';

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
