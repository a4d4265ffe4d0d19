import { everywhere, withParents } from '../../ui/flat-tree.js';
import { noEdits, type Rect } from '../../attachments/edits.js';
import { renderPicture } from '../../attachments/render-picture.js';

/** What was captured, and which places of it are private. */
export interface Captured {
  readonly source: ImageBitmap;
  /** The same as a file; it stays in this browser. */
  readonly original: Blob;
  /** Missing where another window or screen was captured, whose private places nobody knows. */
  readonly covers: readonly Rect[] | undefined;
}

/** What a capture handle needs, where the browser has them. */
interface HandleConfig {
  readonly handle: string;
  readonly permittedOrigins: readonly string[];
}
interface MediaDevicesWithHandle {
  setCaptureHandleConfig?(config: HandleConfig): void;
}
interface TrackWithHandle {
  getCaptureHandle?(): { readonly handle: string } | null;
}

/** Beyond the edge of a private place, in pixels of the page: a frame, a shadow, a rounding, the blur of a video. */
const MARGIN = 4;
const WAIT_MS = 100;
const MOST_WAITS = 30;

/** The panel in which the element stands, across shadow roots. */
export const panelAround = (element: Element): HTMLElement | undefined =>
  withParents(element).find(
    (outer): outer is HTMLElement =>
      outer instanceof HTMLElement && outer.matches('[popover], dialog, [data-support-panel]'),
  );

/** Where private places stand in the viewport now. */
const privateBoxes = (): DOMRect[] =>
  everywhere('[data-support-private]')
    .flatMap((element) => [...element.getClientRects()])
    .filter(({ width, height }) => width && height);

/** Boxes of the page in whole pixels of the picture, a little larger, and only what is inside of it. */
export function coversOf(
  boxes: readonly DOMRectReadOnly[],
  picture: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
): Rect[] {
  const across = picture.width / view.width;
  const down = picture.height / view.height;
  return boxes.flatMap((box) => {
    const x = Math.max(0, Math.floor((box.left - MARGIN) * across));
    const y = Math.max(0, Math.floor((box.top - MARGIN) * down));
    const width = Math.min(picture.width, Math.ceil((box.right + MARGIN) * across)) - x;
    const height = Math.min(picture.height, Math.ceil((box.bottom + MARGIN) * down)) - y;
    return width > 0 && height > 0 ? [{ x, y, width, height }] : [];
  });
}

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** How wide a page and its picture are for their height; a picture of this tab is as wide as the tab. */
const isAsWide = ({
  width,
  height,
}: {
  readonly width: number;
  readonly height: number;
}): boolean => Math.abs(width / height / (innerWidth / innerHeight) - 1) < 0.01;

/**
 * Waits until neither the window nor the stream changes its size any more: browsers put a bar above the page that says what is
 * shared, and the page moves down while it comes.
 */
async function settled(video: HTMLVideoElement): Promise<void> {
  const sizes = () => [innerWidth, innerHeight, video.videoWidth, video.videoHeight].join();
  let last = sizes();
  for (let tries = 0, still = 0; tries < MOST_WAITS && still < 3; tries += 1) {
    await pause(WAIT_MS);
    const now = sizes();
    still = now === last ? still + 1 : 0;
    last = now;
  }
}

/** A frame of the stream that was made after now. */
async function nextFrame(video: HTMLVideoElement): Promise<void> {
  await frame();
  await frame();
  // A page that doesn't change gives no new frame; then the last one is as good.
  const { promise, resolve } = Promise.withResolvers<void>();
  if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(() => resolve());
  setTimeout(resolve, 500);
  await promise;
}

async function play(stream: MediaStream): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  await video.play();
  return video;
}

/** Whether what is captured is this very tab: it alone knows the handle. */
function isThisTab(track: MediaStreamTrack | undefined, handle: string): boolean {
  return (track as TrackWithHandle | undefined)?.getCaptureHandle?.()?.handle === handle;
}

/**
 * Asks the person for a tab, window or screen and takes one picture of it, without the panel in which the element stands.
 * Where it is this tab, the places are found that its host marks by `data-support-private`.
 *
 * @returns nothing where the person chose nothing
 */
export async function captureScreen(element: Element): Promise<Captured | undefined> {
  const handle = crypto.randomUUID();
  (navigator.mediaDevices as MediaDevicesWithHandle).setCaptureHandleConfig?.({
    handle,
    permittedOrigins: [location.origin],
  });
  const options = {
    video: true,
    audio: false,
    preferCurrentTab: true,
    selfBrowserSurface: 'include',
  };
  const stream = await navigator.mediaDevices.getDisplayMedia(options).catch(() => undefined);
  if (!stream) return undefined;
  const [track] = stream.getVideoTracks();
  const panel = panelAround(element);
  const visibility = panel?.style.visibility ?? '';
  try {
    const video = await play(stream);
    if (panel) panel.style.visibility = 'hidden';
    await settled(video);
    const before = privateBoxes();
    await nextFrame(video);
    const source = await createImageBitmap(video);
    // What moved meanwhile is covered where it was and where it is. Where the page can't be found in the picture, nothing is.
    const boxes = [...before, ...privateBoxes()];
    const isFound = isThisTab(track, handle) && isAsWide(source);
    const covers = isFound
      ? unique(coversOf(boxes, source, { width: innerWidth, height: innerHeight }))
      : undefined;
    const { blob: original } = await renderPicture(source, noEdits);
    return { source, original, covers };
  } finally {
    if (panel) panel.style.visibility = visibility;
    for (const each of stream.getTracks()) each.stop();
  }
}

const unique = (rects: readonly Rect[]): Rect[] => [
  ...new Map(rects.map((rect) => [JSON.stringify(rect), rect])).values(),
];
