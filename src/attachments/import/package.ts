import type { Archive } from './archive.js';
import { partName } from './part-name.js';
import { tagsIn, textOf } from './xml.js';

/** The most bytes that one part of text may have. */
export const mostText = 32 * 1024 * 1024;

/** Where one part of a package points at another, or out of it. */
export interface Relationship {
  /** The last part of its type: the strict format and the usual one differ only before it. */
  readonly type: string;
  /** The part that is meant; nothing where it lies outside of the package. */
  readonly part: string | undefined;
}

export type Relationships = ReadonlyMap<string, Relationship>;

const ROOT = 'https://package';

/** A target is an address relative to the part that names it. */
function resolve(target: string, source: string): string | undefined {
  const base = `${ROOT}/${source.split('/').map(encodeURIComponent).join('/')}`;
  const address = target.replaceAll('#', '%23').replaceAll('?', '%3F');
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  return url?.origin === ROOT ? partName(url.pathname) : undefined;
}

/** The parts of an Open Packaging Conventions file, such as a Word document, by their names. */
export class Package {
  readonly archive: Archive;
  #contentTypes: Promise<(part: string) => string> | undefined;

  constructor(archive: Archive) {
    this.archive = archive;
  }

  has(part: string): boolean {
    return this.archive.has(part);
  }

  async text(part: string): Promise<string> {
    return textOf(await this.archive.read(part, mostText));
  }

  /** What a part points at, by the ids that it uses; the package itself is the part without a name. */
  async relationshipsOf(part: string): Promise<Relationships> {
    const path = part.replace(/[^/]*$/, '_rels/$&.rels');
    const found = new Map<string, Relationship>();
    if (!this.has(path)) return found;
    for (const { name, isStart, attribute } of tagsIn(await this.text(path))) {
      if (name !== 'Relationship' || !isStart) continue;
      const isExternal = attribute('TargetMode') === 'External';
      found.set(attribute('Id') ?? '', {
        type: attribute('Type')?.replace(/^.*\//, '') ?? '',
        part: isExternal ? undefined : resolve(attribute('Target') ?? '', part),
      });
    }
    return found;
  }

  /** The type of a part as the package tells it, without parameters. */
  async contentTypeOf(part: string): Promise<string> {
    this.#contentTypes ??= this.#readContentTypes();
    return (await this.#contentTypes)(part);
  }

  /** The part that everything else hangs on. */
  async mainPart(): Promise<string> {
    const roots = [...(await this.relationshipsOf('')).values()];
    const main = roots.find(({ type, part }) => type === 'officeDocument' && part)?.part;
    if (main !== undefined && this.has(main)) return main;
    for (const part of this.archive.names) {
      if (
        /\.(?:document|template)(?:\.macroEnabled\w*)?\.main\+xml$/i.test(
          await this.contentTypeOf(part),
        )
      )
        return part;
    }
    return 'word/document.xml';
  }

  async #readContentTypes(): Promise<(part: string) => string> {
    const defaults = new Map<string, string>();
    const overrides = new Map<string, string>();
    const path = '[content_types].xml';
    for (const { name, attribute } of tagsIn(this.has(path) ? await this.text(path) : '')) {
      const type = attribute('ContentType')?.split(';', 1)[0]?.trim() ?? '';
      if (name === 'Default') defaults.set(attribute('Extension')?.toLowerCase() ?? '', type);
      if (name === 'Override') overrides.set(partName(attribute('PartName') ?? ''), type);
    }
    return (part) => overrides.get(part) ?? defaults.get(part.replace(/^.*\./s, '')) ?? '';
  }
}
