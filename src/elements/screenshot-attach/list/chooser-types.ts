import { extensionsOf } from '../../../attachments/document-types.js';

/** Pictures that are drawn anew in a format that is accepted, and documents whose pictures are taken out, wherever pictures are accepted. */
const besidePictures = [
  'image/gif',
  'image/bmp',
  '.docx',
  '.docm',
  '.dotx',
  '.dotm',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
];

/** A computer shows files of a type only where it has a word for it, as few have for those of a program that isn't installed. */
const withExtensions = (type: string): string[] =>
  type ? [type, ...extensionsOf(type.toLowerCase()).map((extension) => `.${extension}`)] : [];

/** What the chooser of files offers: what is taken, which is more than what is sent. */
export function chooserTypes(accept: string): string {
  const types = accept.split(',').flatMap((type) => withExtensions(type.trim()));
  const takesPictures = types.some((type) => /^image\/|^\.(?:png|jpe?g|webp|gif|bmp)$/i.test(type));
  return [...new Set([...types, ...(takesPictures ? besidePictures : [])])].join();
}
