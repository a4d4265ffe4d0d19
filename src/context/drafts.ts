/** What the keys of all drafts in the browser's storage begin with. */
export const DRAFTS = 'visma-support:draft:';

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
}
