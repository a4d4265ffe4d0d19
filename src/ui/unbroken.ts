import { html, type TemplateResult } from 'lit';

/** What is read as one: digits in groups (`040 123 4567`), or letters and digits joined by hyphens (`F-4711`, `FIV-2026-0412`). */
const PIECE =
  /(?<![\p{L}\p{N}-])(?:\+?\d{1,4}(?: \d{2,4}){1,4}|[\p{L}\p{N}]{1,8}(?:-[\p{L}\p{N}]{1,8}){1,3})(?![\p{L}\p{N}-])/gu;

/** A text whose numbers and codes stay on one line; the text itself is as it was. */
export function unbroken(text: string): string | (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (!/\d/.test(piece)) continue;
    parts.push(text.slice(end, index), html`<span class="unbroken">${piece}</span>`);
    end = index + piece.length;
  }
  return end ? [...parts, text.slice(end)] : text;
}
