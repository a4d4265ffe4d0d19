/** A WebP says within its first chunks of which kind it is; a profile of colours may stand before. */
const START = 256 * 1024;

/** Whether a picture came in a format for photographs, by the type that it was found to be; a WebP may be either. */
export async function isPhotograph(file: Blob): Promise<boolean> {
  if (file.type !== 'image/webp') return file.type === 'image/jpeg';
  const bytes = await file.slice(0, START).arrayBuffer();
  const view = new DataView(bytes);
  for (let at = 12; at + 8 <= bytes.byteLength;) {
    const name = new TextDecoder('latin1').decode(bytes.slice(at, at + 4));
    if (name === 'VP8 ' || name === 'VP8L') return name === 'VP8 ';
    const length = view.getUint32(at + 4, true);
    // The pictures of an animation begin behind where they stand and how long they are shown.
    at += name === 'ANMF' ? 24 : 8 + length + (length % 2);
  }
  return false;
}
