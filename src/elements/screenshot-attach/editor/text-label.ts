import type { Rect, TextMark } from '../../../attachments/edits.js';
import { fontOf, LABEL_PADDING, LINE_HEIGHT } from '../../../attachments/render-picture.js';
import { clamped, type Size } from './geometry.js';

/** Letters are as large in a large picture as in a small one when both are seen as a whole. */
const sizeFor = ({ width, height }: Size): number =>
  Math.max(14, Math.round(Math.max(width, height) / 50));

/** Smaller letters can't be read. */
const LEAST_SIZE = 9;

const context = document.createElement('canvas').getContext('2d');

/** The lines of a text. They break between words, and within a word that is longer than a line. */
function linesOf(text: string, most: number): string[] {
  const fits = (line: string) => (context?.measureText(line).width ?? 0) <= most;
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = '';
    for (const letter of word) {
      if (line && !fits(line + letter)) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return [...lines, line];
}

/**
 * A label at a place of the picture, as high as its words need. Letters become smaller only where it would be higher than the
 * picture.
 */
export function labelled(
  { x, y, width: wanted }: Omit<Rect, 'height'>,
  { text, most }: Pick<TextMark, 'text' | 'most'>,
  picture: Size,
): TextMark {
  for (let size = sizeFor(picture); ; size -= 1) {
    const padding = 2 * LABEL_PADDING * size;
    const widest = Math.min(picture.width, Math.max(most ?? wanted, 4 * size));
    if (context) context.font = fontOf(size);
    const lines = linesOf(text, widest - padding);
    const widths = lines.map((line) => context?.measureText(line).width ?? 0);
    const needed = Math.ceil(Math.max(2 * size, ...widths) + padding);
    const width = Math.round(most === undefined ? widest : Math.min(widest, needed));
    const height = Math.ceil(lines.length * LINE_HEIGHT * size + padding / 2);
    if (height > picture.height && size > LEAST_SIZE) continue;
    const rect = clamped({ x, y, width, height }, picture);
    return { kind: 'text', rect, text, most, size, lines };
  }
}
