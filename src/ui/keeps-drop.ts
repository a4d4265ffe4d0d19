/** Whether somebody else sees to what is dragged: the host's own drop area, a field for files, an editor, or a field for text. */
export function keepsDrop(event: DragEvent): boolean {
  const [origin] = event.composedPath();
  if (event.defaultPrevented || !event.dataTransfer || !(origin instanceof Element)) return true;
  const isFile = event.dataTransfer.types.includes('Files');
  if (origin instanceof HTMLInputElement && origin.type === 'file') return true;
  if (origin instanceof HTMLElement && origin.isContentEditable) return true;
  // Nobody sees into a closed shadow root.
  if (origin.localName.includes('-') && !origin.shadowRoot) return true;
  return !isFile && origin.matches('input, textarea');
}

/**
 * Keeps the browser from leaving the page for a file that is dropped anywhere on it, or for an address that is dropped where pictures
 * are taken: what was written would be lost.
 *
 * @param isTaken whether files are taken there
 */
export function keepPage(event: DragEvent, isTaken: boolean): void {
  const { dataTransfer: data } = event;
  if (!data) return;
  const isFile = data.types.includes('Files');
  if (!isFile && !(isTaken && data.types.includes('text/uri-list'))) return;
  event.preventDefault();
  data.dropEffect = isFile && isTaken ? 'copy' : 'none';
}
