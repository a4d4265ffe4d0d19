import type { AttachmentLimits } from '../../contract/service.js';

/** What may be attached, as the contract says it; the types may also be endings such as `.pdf`. */
export type Limits = AttachmentLimits;

/** The longest side that every browser can draw. */
export const longestSide = 16_384;

/** The most bytes of a picture that comes; what is sent of it is drawn anew, and has fewer. */
export const mostComing = 256 * 1024 * 1024;

export const pictureExtensions: readonly string[] = [
  'png',
  'jpg',
  'jpeg',
  'jpe',
  'jfif',
  'webp',
  'gif',
  'bmp',
  'dib',
];

/** Word documents whose pictures can be taken out; those of before 2007 can't be opened here. */
export const wordExtensions: readonly string[] = ['docx', 'docm', 'dotx', 'dotm'];

export const takesPictures = ({ types }: Limits): boolean =>
  types.some(
    (type) => type.startsWith('image/') || pictureExtensions.includes(type.slice(1).toLowerCase()),
  );
