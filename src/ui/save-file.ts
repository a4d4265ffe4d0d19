/** A browser has surely begun to read a file by then, also where it asks the person for a place first. */
const KEPT_MS = 10 * 60_000;

/** Hands a file to the browser, which saves it under its name or asks where. Needs a press of a person's. */
export function saveFile(file: File): void {
  const link = document.createElement('a');
  // eslint-disable-next-line no-restricted-properties -- It is saved, not shown, which no policy forbids.
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
