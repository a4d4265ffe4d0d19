import { invalid, ProblemError } from './problem-error.js';

export const JSON_LIMIT = 1024 * 1024;

/**
 * Reads a body of at most `limit` bytes; a larger one is refused before it fills the memory.
 *
 * @param isMeasured whether the server has held the body to the length that was announced: then it is read in one piece
 */
export async function readBytes(
  request: Request,
  limit: number,
  isMeasured = false,
): Promise<Uint8Array> {
  const tooLarge = () => new ProblemError('tooLarge', { detail: `More than ${limit} bytes` });
  const announced = request.headers.get('Content-Length');
  if (Number(announced ?? 0) > limit) throw tooLarge();
  if (isMeasured && announced !== null) return new Uint8Array(await request.arrayBuffer());
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks, bytes);
    bytes += value.byteLength;
    if (bytes > limit) throw tooLarge();
    chunks.push(value);
  }
}

/** Reads a body as JSON in UTF-8, which is the only form that JSON travels in. */
export async function readJson(request: Request, isMeasured = false): Promise<unknown> {
  const type = request.headers.get('Content-Type') ?? '';
  const bytes = await readBytes(request, JSON_LIMIT, isMeasured);
  if (!/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type))
    throw invalid('', 'format');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw invalid('', 'format');
  }
}
