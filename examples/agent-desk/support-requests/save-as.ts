/** By then the browser has begun to read the file, also where it asked for a place first. */
const KEPT = 10 * 60_000;

/** Has the browser save a file that only a signed-in person can fetch. */
export function saveAs(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
