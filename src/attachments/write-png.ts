import { crc32 } from '../contract/picture-file.js';
import { PixelPacker, type Rows } from './pack-pixels.js';

/** A picture that can be drawn as often as it takes, from its upper left corner. */
export interface Drawing {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  draw(context: OffscreenCanvasRenderingContext2D): void;
}

/** Drawn and written at once, in pixels: a few milliseconds, and memory that browsers use again. */
const AT_ONCE = 200_000;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A part of a PNG, with its checksum. */
export function pngChunk(name: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** Eight bits for each of three colours, not interlaced. */
function header(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(13);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  bytes.set([8, 2], 8);
  return bytes;
}

/** Pixels in four bytes each, of which the first is red or blue. */
type Pixels = Pick<Rows, 'pixels' | 'isBlueFirst'>;

/**
 * The upper rows of a canvas as a frame of video, which takes a fifth of the time that `getImageData` takes, since it needs no new memory.
 * Only safe pages have frames, not all browsers make one of colours, and none is as wide or high as a canvas may be.
 */
async function readFrame(
  canvas: OffscreenCanvas,
  rows: number,
  memory: Uint32Array<ArrayBuffer>,
): Promise<Pixels | undefined> {
  let frame: VideoFrame | undefined;
  try {
    frame = new VideoFrame(canvas, { timestamp: 0 });
    const [, first] = /^(R|B)G[RB][AX]$/.exec(frame.format ?? '') ?? [];
    if (!first) return undefined;
    const rect = { x: 0, y: 0, width: canvas.width, height: rows };
    await frame.copyTo(memory, { rect });
    return { pixels: memory, isBlueFirst: first === 'B' };
  } catch {
    return undefined;
  } finally {
    frame?.close();
  }
}

/** The upper rows of a canvas. */
async function read(
  context: OffscreenCanvasRenderingContext2D,
  rows: number,
  memory: Uint32Array<ArrayBuffer>,
): Promise<Pixels> {
  const { canvas } = context;
  const frame = 'VideoFrame' in globalThis && (await readFrame(canvas, rows, memory));
  if (frame) return frame;
  const { data } = context.getImageData(0, 0, canvas.width, rows);
  return { pixels: new Uint32Array(data.buffer), isBlueFirst: false };
}

/** Lets the page do what else it has to. A page that nobody sees would wait for a second each time. */
const pause = async (): Promise<void> => {
  if ('scheduler' in globalThis && 'yield' in scheduler) await scheduler.yield();
  else if (!document.hidden) await new Promise((resolve) => setTimeout(resolve));
};

/**
 * A picture without transparency as a PNG of its pixels alone. Browsers have encoders too, but none that lets the page go on meanwhile:
 * Chromium needs a canvas as large as the picture, and writes it in moments in which nothing else happens.
 */
export async function writePng({ width, height, draw }: Drawing): Promise<Blob> {
  const rows = Math.max(1, Math.min(height, Math.floor(AT_ONCE / width)));
  const context = new OffscreenCanvas(width, rows).getContext('2d', {
    alpha: false,
    willReadFrequently: true,
  });
  if (!context) throw new Error('This browser draws nothing');
  const parts = [new Uint8Array(SIGNATURE), pngChunk('IHDR', header(width, height))];
  const packer = new PixelPacker(width, rows);
  const memory = new Uint32Array(width * rows);
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top);
    context.setTransform(1, 0, 0, 1, 0, -top);
    draw(context);
    const isLast = top + count === height;
    parts.push(
      pngChunk('IDAT', packer.pack({ ...(await read(context, count, memory)), count, isLast })),
    );
    await pause();
  }
  parts.push(pngChunk('IEND', new Uint8Array()));
  return new Blob(parts, { type: 'image/png' });
}
