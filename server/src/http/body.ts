import { setTimeout as wait } from 'node:timers/promises';
import { invalid, ProblemError } from './problem-error.js';

export const JSON_LIMIT = 1024 * 1024;

/** How slowly a body may come: after some patience, so many bytes a second on the whole. */
export interface Slowness {
  /** Milliseconds. */
  readonly patience: number;
  readonly bytesPerSecond: number;
}

const usualSlowness: Slowness = { patience: 15_000, bytesPerSecond: 8 * 1024 };

export interface Reading {
  readonly slowness?: Slowness;
  /** Whether the server ends a body at its Content-Length, as Node's does: then a short one is read as a whole. */
  readonly isHeldToLength?: boolean | undefined;
  /** Told of the bytes that have been read, gives the milliseconds after which more may be read of whoever sends the body. */
  readonly pace?: ((bytes: number) => number) | undefined;
  /** Told of the bytes as they come. */
  readonly onChunk?: ((chunk: Uint8Array) => void) | undefined;
}

/** A body of so many bytes at most is short: reading it as a whole costs far less than chunk by chunk. */
const SHORT = 64 * 1024;

/** Reads a body of at most `limit` bytes; a larger one is refused before it fills the memory, and so is one that hardly comes. */
export async function readBytes(
  request: Request,
  limit: number,
  { slowness = usualSlowness, isHeldToLength = false, pace, onChunk }: Reading = {},
): Promise<Uint8Array> {
  const length = announcedLength(request);
  if (length !== undefined && length > limit) throw tooLarge(limit);
  if (!isHeldToLength || length === undefined || length > SHORT)
    return readChunks(request, limit, { slowness, pace, onChunk });
  const bytes = await readWhole(request, length, slowness);
  onChunk?.(bytes);
  return bytes;
}

/** How long a body says to be. */
function announcedLength(request: Request): number | undefined {
  const given = request.headers.get('Content-Length') ?? '';
  return /^\d{1,15}$/.test(given) ? Number(given) : undefined;
}

const tooLarge = (limit: number) =>
  new ProblemError('tooLarge', { detail: `More than ${limit} bytes` });

/** Reads a body at once. */
async function readWhole(
  request: Request,
  length: number,
  slowness: Slowness,
): Promise<Uint8Array> {
  const tooSlow = watch(slowness, () => length);
  try {
    return new Uint8Array(await Promise.race([request.arrayBuffer(), tooSlow.promise]));
  } finally {
    tooSlow.stop();
  }
}

async function readChunks(
  request: Request,
  limit: number,
  { slowness, pace, onChunk }: Pick<Reading, 'pace' | 'onChunk'> & { readonly slowness: Slowness },
): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array();
  const length = announcedLength(request);
  // Memory that nothing has been written to yet takes none.
  const whole = length === undefined ? undefined : Buffer.allocUnsafe(length);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body.getReader();
  // Whoever is kept from sending more isn't slow.
  let held = 0;
  const tooSlow = watch(
    slowness,
    () => bytes,
    () => held,
  );
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), tooSlow.promise]);
      if (done) return whole?.subarray(0, bytes) ?? Buffer.concat(chunks, bytes);
      const end = bytes + value.byteLength;
      if (end > (whole?.byteLength ?? limit)) throw tooLarge(limit);
      onChunk?.(value);
      if (whole) whole.set(value, bytes);
      else chunks.push(value);
      bytes = end;
      const pause = pace?.(value.byteLength) ?? 0;
      held += pause;
      if (pause > 0) await wait(pause);
    }
  } finally {
    tooSlow.stop();
  }
}

/** Rejects when fewer bytes have come than there should be by now, without the milliseconds in which they were held up. */
function watch(
  { patience, bytesPerSecond }: Slowness,
  came: () => number,
  held: () => number = () => 0,
): { readonly promise: Promise<never>; readonly stop: () => void } {
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<never>((_, reject) => {
    const look = () => {
      const patient = patience + held() + (came() / bytesPerSecond) * 1000;
      const due = started + patient - performance.now();
      if (due > 0) timer = setTimeout(look, due);
      else
        reject(
          new ProblemError('unavailable', {
            detail: 'The body arrived too slowly',
            headers: { 'Retry-After': '5' },
          }),
        );
    };
    look();
  });
  promise.catch(() => undefined);
  return { promise, stop: () => clearTimeout(timer) };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a body as JSON in UTF-8, which is the only form that JSON travels in. */
export async function readJson(
  request: Request,
  reading: Pick<Reading, 'isHeldToLength' | 'pace'> = {},
): Promise<unknown> {
  const type = request.headers.get('Content-Type') ?? '';
  const bytes = await readBytes(request, JSON_LIMIT, reading);
  if (!/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type))
    throw invalid('', 'format');
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw invalid('', 'format');
  }
}
