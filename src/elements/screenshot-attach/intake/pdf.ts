/** How far before its end a PDF may say that it ends; some programs write more behind it. */
const END = 4096;

/** What keeps a PDF from being read by somebody else, as far as its bytes tell. */
export async function pdfFault(file: Blob): Promise<'cutOff' | 'encrypted' | undefined> {
  const text = new TextDecoder('latin1').decode(await file.arrayBuffer());
  // One that is made for quick viewing has an end near its beginning, too, and says how long it is.
  const length = Number(/\/Linearized[^>]{0,200}\/L\s+(\d+)/.exec(text.slice(0, 2048))?.[1] ?? 0);
  let last = text.length;
  while (last && /[\s\0]/.test(text.charAt(last - 1))) last -= 1;
  const end = text.slice(Math.max(0, last - END), last);
  if (!end.includes('%%EOF') || length > file.size) return 'cutOff';
  return /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(text) ? 'encrypted' : undefined;
}
