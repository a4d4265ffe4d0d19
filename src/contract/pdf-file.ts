/** How far before its end a PDF may say that it ends; some programs write more behind it. */
const END = 4096;

/**
 * Whether there is what every PDF has: its version, at least one object, and the mark near its end.
 *
 * @param text the bytes, each as the character of its number (latin1)
 */
export function isPdf(text: string): boolean {
  let last = text.length;
  while (last && /[\s\0]/.test(text.charAt(last - 1))) last -= 1;
  return (
    /^(?:\xef\xbb\xbf)?%PDF-[12]\.\d/.test(text) &&
    /\d\s+\d+\s+obj\b/.test(text) &&
    text.slice(Math.max(0, last - END), last).includes('%%EOF')
  );
}

/** What a PDF can do beside being read, or why that can't be seen. */
export const activeContents = ['javaScript', 'launch', 'embeddedFiles', 'unreadable'] as const;
export type ActiveContent = (typeof activeContents)[number];

const signs: Readonly<Record<ActiveContent, RegExp>> = {
  javaScript: /\/JavaScript\b|\/XFA\s*(?:\[|\d+\s+\d+\s+R)/,
  launch: /\/Launch\b/,
  embeddedFiles: /\/(?:EmbeddedFiles?|RichMedia)\b/,
  unreadable: /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/,
};

/** What stands in a part of a PDF: the file itself, or an unpacked stream of objects. Any character of a name may be written by its number. */
export function activeContentIn(text: string): ActiveContent[] {
  const plain = text.replaceAll(/#([\da-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return activeContents.filter((kind) => signs[kind].test(plain));
}
