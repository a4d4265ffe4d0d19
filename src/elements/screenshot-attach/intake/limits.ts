/** What may be attached: media types, or endings such as `.pdf`; bytes are bytes, pixels are width × height. */
export interface Limits {
  readonly types: readonly string[];
  readonly count: number;
  readonly bytesEach: number;
  readonly bytesTotal: number;
  readonly pixels: number;
}

/** The longest side that every browser can draw. */
export const longestSide = 16_384;

export const pictureExtensions: readonly string[] = ['png', 'jpg', 'jpeg', 'jpe', 'jfif', 'webp', 'gif', 'bmp', 'dib'];

export const takesPictures = ({ types }: Limits): boolean =>
  types.some((type) => type.startsWith('image/') || pictureExtensions.includes(type.slice(1).toLowerCase()));
