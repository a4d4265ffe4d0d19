import { isPdf } from '../../contract/pdf-file.js';

/** What keeps a PDF from being read by somebody else, as far as its bytes tell. */
export async function pdfFault(file: Blob): Promise<'cutOff' | 'encrypted' | undefined> {
  const text = new TextDecoder('latin1').decode(await file.arrayBuffer());
  // One that is made for quick viewing has an end near its beginning, too, and says how long it is.
  const length = Number(/\/Linearized[^>]{0,200}\/L\s+(\d+)/.exec(text.slice(0, 2048))?.[1] ?? 0);
  if (!isPdf(text) || length > file.size) return 'cutOff';
  return /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(text) ? 'encrypted' : undefined;
}
