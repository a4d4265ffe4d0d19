import { tagsIn } from './xml.js';

interface Style {
  readonly kind: string;
  vanish: boolean | undefined;
  /** The height of its lines, where that is fixed; `Infinity` where it says that it isn't. */
  line: number | undefined;
  /** The level of a heading, from 0; 9 is that of other text. */
  level: number | undefined;
  /** Whether what stands under such a heading is folded away. */
  isCollapsed: boolean | undefined;
  basedOn: string | undefined;
}

/** The level of text that is no heading. */
export const TEXT_LEVEL = 9;

/** What is on or off: `<w:vanish/>`, `<w:vanish w:val="0"/>`. */
export const isOn = (value: string | undefined): boolean => !/^(?:0|false|off)$/i.test(value ?? '');

/** Which styles hide their text or what stands under it, and which cut off what is higher than a line. */
export class TextStyles {
  readonly #styles = new Map<string, Style>();
  readonly #defaults = new Map<string, string>();
  #isHiddenByDefault = false;

  /** @param xml the part of a Word document that holds its styles */
  constructor(xml = '') {
    const open: string[] = [];
    let style: Style | undefined;
    for (const { name, isStart, isEnd, attribute } of tagsIn(xml)) {
      if (isStart) {
        const isOwn = open.at(-1) === 'rPr';
        if (name === 'style') {
          const id = attribute('styleId') ?? '';
          style = {
            kind: attribute('type') ?? 'paragraph',
            vanish: undefined,
            line: undefined,
            level: undefined,
            isCollapsed: undefined,
            basedOn: undefined,
          };
          this.#styles.set(id, style);
          const isDefault = attribute('default');
          if (isDefault && isOn(isDefault)) this.#defaults.set(style.kind, id);
        }
        if (name === 'basedOn' && style) style.basedOn = attribute('val');
        if (name === 'vanish' && isOwn && open.at(-2) === 'style' && style)
          style.vanish = isOn(attribute('val'));
        const rule = attribute('lineRule');
        if (name === 'spacing' && rule && style && open.at(-2) === 'style')
          style.line = rule === 'exact' ? Number(attribute('line')) : Infinity;
        if (style && open.at(-1) === 'pPr') {
          if (name === 'outlineLvl') style.level = Number(attribute('val'));
          if (name === 'collapsed') style.isCollapsed = isOn(attribute('val'));
        }
        if (name === 'vanish' && isOwn && open.at(-2) === 'rPrDefault')
          this.#isHiddenByDefault = isOn(attribute('val'));
        open.push(name);
      }
      if (isEnd && open.pop() === 'style') style = undefined;
    }
  }

  /** Whether text is hidden that has these styles. Two that hide it show it again, as Word does with every such property. */
  hides(
    styles: Readonly<Record<'table' | 'paragraph' | 'character', string | undefined>>,
  ): boolean {
    const hiding = Object.entries(styles).filter(([kind, id]) =>
      this.#of('vanish', id ?? this.#defaults.get(kind)),
    );
    return this.#isHiddenByDefault || hiding.length % 2 === 1;
  }

  /** The fixed height of a paragraph's lines in twips, where its style has one. */
  lineOf(paragraph: string | undefined): number | undefined {
    return this.#of('line', paragraph ?? this.#defaults.get('paragraph'));
  }

  /** The level that paragraphs of a style have as headings, from 0. */
  levelOf(paragraph: string | undefined): number {
    return this.#of('level', paragraph ?? this.#defaults.get('paragraph')) ?? TEXT_LEVEL;
  }

  /** Whether headings of a style have folded away what stands under them. */
  collapses(paragraph: string | undefined): boolean {
    return this.#of('isCollapsed', paragraph ?? this.#defaults.get('paragraph')) ?? false;
  }

  /** What a style says, or the nearest that it is based on. */
  #of<Name extends Exclude<keyof Style, 'kind' | 'basedOn'>>(
    name: Name,
    id: string | undefined,
  ): Style[Name] | undefined {
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at); at = this.#styles.get(at)?.basedOn) {
      seen.add(at);
      const said = this.#styles.get(at)?.[name];
      if (said !== undefined) return said;
    }
    return undefined;
  }
}
