import type { RequestDetails } from '../contract/support-requests.js';
import type { Edits } from './edits.js';
import type { Turn } from './turn.js';

/**
 * How many private places of a captured page were covered by themselves; `unknown` where something else than this tab was
 * captured; nothing where nothing was captured.
 */
export type CoveredBeforehand = number | 'unknown' | undefined;

/**
 * What a person has to know of a picture out of a Word document: that Word showed a part of it, or that in a form such as a circle
 * or cut off, or in other colours, or that something which lay over the pictures isn't there.
 */
export type PictureNote = 'cropped' | 'shaped' | 'recoloured' | 'uncovered';

/** A picture as it came, what was done to it, and what it looks like now. */
export interface Picture {
  /** Stays in this browser. */
  readonly original: Blob;
  /** How it is turned when it is decoded again. */
  readonly turn: Turn;
  /** What the edits are counted in, in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly edits: Edits;
  /** As it is now, in pixels. */
  readonly width: number;
  readonly height: number;
  /** The picture as it would be sent, drawn small. */
  readonly thumbnail: HTMLCanvasElement;
  readonly coveredBeforehand: CoveredBeforehand;
  /** Only on a picture out of a Word document. */
  readonly fromWord?: readonly PictureNote[] | undefined;
}

/** One picture or document of the list. */
export interface Entry {
  /** Stays the same whatever is done to it. */
  readonly key: string;
  /** Under which it is uploaded; another one for each new content. */
  readonly id: string;
  /** What is sent. */
  readonly file: File;
  /** As it is written, with the spaces around it that aren't sent. */
  readonly caption: string;
  /** Missing for a document. */
  readonly picture: Picture | undefined;
  /** Whether the person has looked at it in the editor and pressed Done; until then it isn't uploaded. */
  readonly isConfirmed: boolean;
}

export const toAttachment = ({
  id,
  file,
  caption,
}: Entry): RequestDetails['attachments'][number] => ({
  id,
  name: file.name,
  ...(caption.trim() && { caption: caption.trim() }),
});

/** A picture's name with the ending of its type. */
export const nameAs = (name: string, type: string): string =>
  type === 'image/jpeg' && /\.jpe?g$/i.test(name)
    ? name
    : name.replace(/\.[^.]*$/, '') + (type === 'image/jpeg' ? '.jpg' : '.png');

/** A name that nothing in the list has yet: `kuva.png`, `kuva (2).png`. */
export function uniqueName(name: string, taken: readonly string[]): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let unique = name;
  for (let count = 2; taken.includes(unique); count += 1) unique = `${stem} (${count})${extension}`;
  return unique;
}

/** The list with one entry in another place; places outside become the nearest one inside. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, ...list.slice(from, from + 1));
}
