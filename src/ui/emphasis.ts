import { html, type TemplateResult } from 'lit';
import { unbroken } from './unbroken.js';

/** Unicode's isolates: invisible, and no text from outside may hold them where it is emphasized. */
const MARKS = /[\u2068\u2069]/g;

/** Marks a part of a message that is to be read first; `emphasized` shows it. Translations are texts without markup. */
export const strong = (text: string): string => `\u2068${text.replaceAll(MARKS, '')}\u2069`;

const bold = (part: string) => html`<b>${unbroken(part)}</b>`;

/** A message with its marked parts in bold, or whatever `mark` makes of them. */
export const emphasized = (
  message: string,
  mark: (part: string) => TemplateResult = bold,
): (string | TemplateResult)[] =>
  message.split(MARKS).map((part, index) => (index % 2 ? mark(part) : part));
