/**
 * Whether a place on the page keeps what is pasted into it. A text field keeps text; where there is only a picture, it has no use for
 * it. An editor of rich text keeps both.
 */
export function keepsPaste([origin]: readonly EventTarget[], { types }: DataTransfer): boolean {
  if (!(origin instanceof HTMLElement)) return false;
  if (origin.isContentEditable) return true;
  return (
    (origin instanceof HTMLInputElement || origin instanceof HTMLTextAreaElement) &&
    types.includes('text/plain')
  );
}
