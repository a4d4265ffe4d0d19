/** Twice as wide as it is shown, for fine screens. */
const WIDTH = 224;
const HEIGHT = 140;

/** A finished picture, small. Drawn on a canvas: a page with a strict policy shows no picture by a blob's address. */
export async function thumbnailOf(
  blob: Blob,
  width: number,
  height: number,
): Promise<HTMLCanvasElement> {
  const scale = Math.min(1, WIDTH / width, HEIGHT / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const bitmap = await createImageBitmap(blob, {
    resizeWidth: canvas.width,
    resizeHeight: canvas.height,
    resizeQuality: 'high',
  });
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas;
}
