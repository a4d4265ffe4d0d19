import { crc32 } from '../contract/picture-file.js';

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
/** Each byte as the difference to that of the pixel on its left. */
const SUB = 1;

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
interface Pixels {
  readonly bytes: Uint8Array | Uint8ClampedArray;
  readonly isBlueFirst: boolean;
}

/**
 * The upper rows of a canvas. A frame of video gives them in a fifth of the time that `getImageData` takes, since it needs no new memory;
 * only safe pages have frames, and not all browsers make one of colours.
 */
async function read(
  context: OffscreenCanvasRenderingContext2D,
  rows: number,
  memory: Uint8Array<ArrayBuffer>,
): Promise<Pixels> {
  const { canvas } = context;
  const frame = 'VideoFrame' in globalThis ? new VideoFrame(canvas, { timestamp: 0 }) : undefined;
  try {
    const [, first] = /^(R|B)G[RB][AX]$/.exec(frame?.format ?? '') ?? [];
    if (frame && first) {
      const rect = { x: 0, y: 0, width: canvas.width, height: rows };
      await frame.copyTo(memory, { rect });
      return { bytes: memory.subarray(0, 4 * canvas.width * rows), isBlueFirst: first === 'B' };
    }
  } finally {
    frame?.close();
  }
  return { bytes: context.getImageData(0, 0, canvas.width, rows).data, isBlueFirst: false };
}

/** Rows of pixels as lines in a PNG. */
function filter({ bytes, isBlueFirst }: Pixels, width: number, lines: Uint8Array): void {
  const [redAt, blueAt] = isBlueFirst ? [2, 0] : [0, 2];
  let to = 0;
  for (let from = 0; from < bytes.length;) {
    lines[to++] = SUB;
    let red = 0;
    let green = 0;
    let blue = 0;
    for (const end = from + 4 * width; from < end; from += 4, to += 3) {
      const r = bytes[from + redAt] ?? 0;
      const g = bytes[from + 1] ?? 0;
      const b = bytes[from + blueAt] ?? 0;
      lines[to] = r - red;
      lines[to + 1] = g - green;
      lines[to + 2] = b - blue;
      red = r;
      green = g;
      blue = b;
    }
  }
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
  const { readable, writable } = new CompressionStream('deflate');
  const writer = writable.getWriter();
  const parts = [new Uint8Array(SIGNATURE), pngChunk('IHDR', header(width, height))];
  const packed = readable.pipeTo(
    new WritableStream<Uint8Array>({ write: (part) => void parts.push(pngChunk('IDAT', part)) }),
  );
  const memory = new Uint8Array(4 * width * rows);
  const lines = new Uint8Array(rows * (3 * width + 1));
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top);
    context.setTransform(1, 0, 0, 1, 0, -top);
    draw(context);
    filter(await read(context, count, memory), width, lines);
    await writer.write(lines.subarray(0, count * (3 * width + 1)));
    await pause();
  }
  await writer.close();
  await packed;
  parts.push(pngChunk('IEND', new Uint8Array()));
  return new Blob(parts, { type: 'image/png' });
}
