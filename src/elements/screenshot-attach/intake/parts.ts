/**
 * The two parts of a Word document that tell which pictures it shows. They are read as text: the parser of the browser is closed
 * under a policy that requires trusted types, and nothing here is shown to anybody.
 */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*(["'])(.*?)\\1`, 's').exec(tag)?.[2] ?? '';

export const relationshipsIn = (xml: string): Relationship[] =>
  [...xml.matchAll(/<(?:\w+:)?Relationship(\s[^<>]*)>/g)].map(([, tag = '']) => ({
    id: attribute(tag, 'Id'),
    type: attribute(tag, 'Type'),
    target: attribute(tag, 'Target'),
    isExternal: attribute(tag, 'TargetMode') === 'External',
  }));

/** The paths of the pictures that a document shows, each once, in the order in which they stand in it. */
export function picturesIn(
  document: string,
  relationships: readonly Relationship[],
): { paths: string[]; hasExternal: boolean } {
  const pictures = new Map(
    relationships
      .filter(({ type }) => type.endsWith('/image'))
      .map((picture) => [picture.id, picture]),
  );
  const shown = [...document.matchAll(/:(?:embed|link|id)\s*=\s*["']([^"'<>]*)["']/g)].flatMap(
    ([, id = '']) => pictures.get(id) ?? [],
  );
  const own = shown
    .filter(({ isExternal }) => !isExternal)
    .map(({ target }) => (target.startsWith('/') ? target.slice(1) : `word/${target}`));
  return {
    // An SVG stands beside the picture that is shown by programs which don't know it.
    paths: [...new Set(own)].filter(
      (path) => /^word\/media\/[^/]+$/.test(path) && !/\.svg$/i.test(path),
    ),
    hasExternal: shown.some(({ isExternal }) => isExternal),
  };
}
