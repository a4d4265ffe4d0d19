const SIDE = 16;
const COLOURS = ['#102030', '#f0e0d0', '#20c060', '#9040e0'];
/** How far a value may be from what was drawn: some browsers change the last bits, which nobody sees. */
const TOLERANCE = 24;

function draw(): Uint8ClampedArray | undefined {
  const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true });
  COLOURS.forEach((colour, index) => {
    if (!context) return;
    context.fillStyle = colour;
    context.fillRect((index * SIDE) / COLOURS.length, 0, SIDE / COLOURS.length, SIDE);
  });
  return context?.getImageData(0, 0, SIDE, SIDE).data;
}

/**
 * Whether pages of this browser get back what they have drawn. Firefox with `privacy.resistFingerprinting`, Tor Browser, LibreWolf
 * and some add-ons give noise in its place until the person lets the page read pictures.
 */
export function canvasIsTrue(): boolean {
  const drawn = draw();
  return COLOURS.every((colour, index) => {
    const start = ((index * SIDE) / COLOURS.length) * 4;
    return [1, 3, 5].every((at, channel) => {
      const meant = Number.parseInt(colour.slice(at, at + 2), 16);
      return Math.abs((drawn?.[start + channel] ?? 0) - meant) <= TOLERANCE;
    });
  });
}
