import { longestName, unsafeInNames } from '../../contract/file-name.js';

const unsafe = new RegExp(`[${unsafeInNames}]`, 'gu');

/** The ending of a name in lower case, without its dot. */
export const extensionOf = (name: string): string =>
  /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

const stemOf = (name: string): string => name.replace(/(?!^)\.[^.]*$/, '');

/** A name as the endpoint takes it: no folders, nothing that can't be seen, not too long, and never empty. */
export function safeName(name: string, fallback = 'picture.png'): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const visible = last.toWellFormed().normalize('NFC').replace(unsafe, '').trim();
  if (!/[^.]/.test(visible)) return fallback;
  if (visible.length <= longestName) return visible;
  const ending = `.${extensionOf(visible)}`.slice(0, 10);
  return (
    stemOf(visible)
      .slice(0, longestName - ending.length)
      .toWellFormed() + ending
  );
}

/** A picture is drawn anew, as a JPEG or a PNG, whatever it came as; those out of one document are counted. */
export const pictureName = (name: string, isPhoto: boolean, number?: number): string =>
  safeName(`${stemOf(name)}${number ? ` ${number}` : ''}.${isPhoto ? 'jpg' : 'png'}`);
