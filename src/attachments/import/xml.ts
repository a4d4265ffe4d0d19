/**
 * The tags of an XML text, one after the other. The parser of the browser is closed under a policy that requires trusted types,
 * and nothing that is read here is shown to anybody.
 */
export interface Tag {
  /** With its prefix. */
  readonly qualifiedName: string;
  /** Without its prefix: every producer has prefixes of its own. */
  readonly name: string;
  readonly isStart: boolean;
  readonly isEnd: boolean;
  /** An attribute by its name without a prefix. `r:id` comes before `id` where there are both. */
  readonly attribute: (name: string) => string | undefined;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function characterOf(reference: string, entity: string): string {
  if (!entity.startsWith('#')) return entities[entity] ?? reference;
  const code = Number(entity.replace(/^#x/i, '0x').replace(/^#/, ''));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference;
}

/** `a &amp; b` is `a & b`. */
const unescaped = (text: string): string => text.replace(/&(#?\w+);/g, characterOf);

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributeOf(source: string, wanted: string): string | undefined {
  let found: string | undefined;
  for (const [, name = '', double, single] of source.matchAll(
    /(?<![^\s"'])([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (localName(name) !== wanted) continue;
    const value = unescaped(double ?? single ?? '');
    if (name.includes(':')) return value;
    found = value;
  }
  return found;
}

/** What is not a tag, and how it ends. */
const others: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/** Reads as far as the text is well formed. */
export function* tagsIn(xml: string): Generator<Tag> {
  const tag = /<(\/?)([^\s/<>"'=!?]+)((?:[^"'<>]|"[^"]*"|'[^']*')*?)(\/?)>/y;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const other = others.find(([start]) => xml.startsWith(start, at));
    if (other) {
      const end = xml.indexOf(other[1], at);
      if (end < 0) return;
      at = end + other[1].length;
      continue;
    }
    tag.lastIndex = at;
    const match = tag.exec(xml);
    // A document type is forbidden in packages, and what is below a broken tag can't be trusted.
    if (!match) return;
    at = tag.lastIndex;
    const [, close, qualifiedName = '', source = '', empty] = match;
    yield {
      qualifiedName,
      name: localName(qualifiedName),
      isStart: !close,
      isEnd: Boolean(close) || Boolean(empty),
      attribute: (name) => attributeOf(source, name),
    };
  }
}

/** The text of a part: UTF-8, or UTF-16 by its mark of the byte order or by its first letter. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
}
