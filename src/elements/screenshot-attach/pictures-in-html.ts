import { isSeen } from '../../contract/plain-text.js';

/** A picture that stands whole in its address, as Google Docs and mail programs on the web copy it. */
const PICTURE =
  /<img\b[^>]*?\ssrc\s*=\s*(["'])data:(image\/(?:png|jpeg|webp|gif|bmp));base64,([\s\w+/]+=*)\s*\1/gi;
/** More of them are no picture of what is wrong, and no list holds them. */
const MOST = 20;

function fileOf([, , type = '', base64 = '']: RegExpMatchArray): File[] {
  try {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return [new File([bytes], `image.${type.replace(/^image\/|e(?=g$)/g, '')}`, { type })];
  } catch {
    return [];
  }
}

/**
 * The pictures on the clipboard: its files, or where there is neither a file nor text those in its HTML. What is only referred to is
 * not fetched.
 */
export function picturesOn(data: DataTransfer): readonly File[] {
  if (data.files.length) return [...data.files];
  if (isSeen(data.getData('text/plain'))) return [];
  return [...data.getData('text/html').matchAll(PICTURE)].slice(0, MOST).flatMap(fileOf);
}
