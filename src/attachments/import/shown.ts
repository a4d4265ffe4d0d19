import { cropped, drawingCrop, fillCrop, noCrop, vmlCrop, type CropOrUnknown } from './crop.js';
import { isOn, TEXT_LEVEL, type TextStyles } from './text-styles.js';
import { noTurn, turnedBy, turnOf, type Turn } from '../turn.js';
import { tagsIn, type Tag } from './xml.js';

/** A picture that a part shows, by the ids of its relationships; the first of them that lies in the package counts. */
export interface ShownPicture {
  readonly kind: 'picture';
  readonly ids: string[];
  crop: CropOrUnknown;
  turn: Turn;
  /** Whether Word shows it in a circle or another form that isn't a rectangle, with soft edges, or cut off where a line, a row or a text box ends. */
  hasShape: boolean;
  /** Whether Word shows it in other colours, or so that what is behind it shines through. */
  isRecoloured: boolean;
  /** Whether it can lie over another picture. */
  isFloating: boolean;
}

/** Another part that is shown at this place, such as a header or a diagram. */
interface ShownPart {
  readonly kind: 'part';
  readonly id: string;
  /** On which pages a header or footer is shown, where a setting decides whether there are such pages. */
  readonly pages?: string | undefined;
}

export interface Shown {
  /** In their order in the text. */
  readonly items: readonly (ShownPicture | ShownPart)[];
  /** Whether something is drawn that can cover a picture. */
  readonly hasShapes: boolean;
  /** Whether a first page has a header of its own. */
  readonly hasFirstPage: boolean;
  /** Whether another document is shown in it, of any kind that Word opens. */
  readonly hasDocument: boolean;
  /** The ids of the footnotes, endnotes and comments that the text refers to, as `footnote 2`. */
  readonly notes: ReadonlySet<string>;
}

/** In EMU, 914,400 an inch. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** An element that is open. */
interface Frame {
  readonly name: string;
  /** Nothing in it counts. */
  isSkipped: boolean;
  /** What is in it isn't shown. */
  isHidden: boolean;
  /** Hidden text, as the run itself says. */
  vanish?: boolean;
  style?: string | undefined;
  picture?: ShownPicture;
  hasShape?: boolean;
  /** Whether text stands in it. */
  hasText?: boolean;
  turn?: Turn;
  /** Of a drawing, how large it is; of a line or row of fixed height, how much of it can be seen. */
  size?: Size;
  /** Whether it lies in front of the text. */
  isFloating?: boolean;
  /** Of an alternative, whether Word shows it; of all of them together, whether one was found already, so that the others are none. */
  isChosen?: boolean;
  /** Of a paragraph, its level as a heading, and whether it has folded away what stands under it. */
  level?: number;
  isCollapsed?: boolean;
  /** Whether it stands under a heading that has folded it away. */
  isFolded?: boolean;
  /** How much had been found when it began. */
  foundBefore: number;
}

/** Attributes by which an element refers to a picture. */
const references = ['embed', 'id', 'pict', 'relid', 'link', 'href'];
/** Pictures that are no pictures of the text: signs of lists, the page's background, and an SVG beside the picture that stands for it. */
const notInText = new Set(['buBlip', 'numPicBullet', 'background', 'svgBlip']);
/** What changes the colours of a picture where it is shown; the picture itself stays as it was. */
const effects =
  /^(?:alpha(?:BiLevel|Ceiling|Floor|Inv|Mod|ModFix|Repl)|biLevel|blur|clrChange|clrRepl|duotone|fillOverlay|grayscl|hsl|lum|tint)$/;
const vmlEffects = [
  'gain',
  'blacklevel',
  'gamma',
  'chromakey',
  'grayscale',
  'bilevel',
  'embosscolor',
  'recolortarget',
];
/** Where what is said of a picture stands within its drawing. */
const withinDrawing = new Set([
  'blipFill',
  'blip',
  'spPr',
  'stretch',
  'effectLst',
  'effectDag',
  'scene3d',
]);
/** What Word has shown since 2010, by the prefixes that it gives: what stands in for that is shown by older programs alone. */
const understood = /^(?:a14|v|w14|w15|w16\w*|wp14|wpc|wpg|wpi|wps)$/;
const vmlShapes = new Set([
  'arc',
  'curve',
  'line',
  'oval',
  'polyline',
  'rect',
  'roundrect',
  'shape',
  'image',
]);
const noteReferences = new Map([
  ['footnoteReference', 'footnote'],
  ['endnoteReference', 'endnote'],
  ['commentReference', 'comment'],
]);
/** What one part of a Word document shows. Deleted and hidden text isn't shown, nor is what stands in for something newer. */
class ShownReader {
  readonly items: (ShownPicture | ShownPart)[] = [];
  readonly notes = new Set<string>();
  hasShapes = false;
  hasFirstPage = false;
  hasDocument = false;
  readonly #styles: TextStyles;
  readonly #onlyNotes: ReadonlySet<string> | undefined;
  readonly #open: Frame[] = [];
  /** Of each open field whether what is read is its code, which isn't shown. */
  readonly #fields: boolean[] = [];
  /** The level of the heading that has folded away what comes; none where nothing is. */
  #foldedAt: number | undefined;
  /** Pictures and shapes so far, shown or not. */
  #found = 0;
  #hasShading = false;
  #hasPictureBehind = false;

  constructor(styles: TextStyles, onlyNotes: ReadonlySet<string> | undefined) {
    this.#styles = styles;
    this.#onlyNotes = onlyNotes;
  }

  read(tag: Tag): void {
    if (tag.isStart) this.#start(tag);
    if (tag.isEnd) this.#end();
  }

  #start(tag: Tag): void {
    const { name } = tag;
    const parent = this.#open.at(-1);
    const frame: Frame = {
      name,
      isSkipped: Boolean(parent?.isSkipped) || this.#isSkipped(name, parent),
      isHidden: name === 'del' || name === 'moveFrom' || this.#isHiddenNote(tag),
      foundBefore: this.#found,
    };
    if (this.#foldedAt !== undefined && this.#isBlock(name)) frame.isFolded = true;
    this.#open.push(frame);
    if (name === 'fldChar') this.#field(tag.attribute('fldCharType'));
    if (frame.isSkipped) return;
    if (name === 'Choice') frame.isChosen = isUnderstood(tag);
    if (parent) this.#property(tag, parent);
    if (name === 'anchor' || name === 'group' || vmlShapes.has(name)) place(tag, frame);
    this.#picture(tag, frame);
    this.#reference(tag);
  }

  #end(): void {
    const frame = this.#open.pop();
    const parent = this.#open.at(-1);
    if (!frame || frame.isSkipped) return;
    if (frame.name === 'pPr' && parent) this.#fold(parent);
    if (frame.picture && frame.hasShape) frame.picture.hasShape = true;
    // A shape that a picture fills has its text over the picture.
    if (frame.picture && frame.hasText) this.hasShapes = true;
    // A group is turned with everything in it.
    if (frame.picture)
      frame.picture.turn = [...this.#open, frame].reduceRight(
        (turn, outer) => turnedBy(turn, outer.turn ?? noTurn),
        noTurn,
      );
    if (this.#isDrawn(frame)) {
      this.#found += 1;
      if (!frame.isHidden && !this.#isInLine && this.#isShown) this.hasShapes = true;
    }
    if (frame.name === 'Choice' && parent && (frame.isChosen || this.#found > frame.foundBefore))
      parent.isChosen = true;
  }

  /** Former properties of a tracked change, an alternative beside a better one, and what isn't of the text. */
  #isSkipped(name: string, parent: Frame | undefined): boolean {
    return (
      (name.endsWith('Change') && name !== 'clrChange') ||
      notInText.has(name) ||
      (['Choice', 'Fallback'].includes(name) && Boolean(parent?.isChosen))
    );
  }

  /** Whether what opens here, or at `depth`, is a paragraph or a table of the text itself, where headings fold. */
  #isBlock(name: string, depth = this.#open.length): boolean {
    const isBlock = (one: string) => one === 'p' || one === 'tbl';
    return isBlock(name) && !this.#open.slice(0, depth).some((outer) => isBlock(outer.name));
  }

  /** A heading ends what one of its level or below it has folded away, and may fold what comes. */
  #fold(paragraph: Frame): void {
    if (!this.#isBlock(paragraph.name, this.#open.indexOf(paragraph))) return;
    const { style, level = this.#styles.levelOf(style) } = paragraph;
    if (level >= TEXT_LEVEL) return;
    if (level <= (this.#foldedAt ?? -1)) {
      this.#foldedAt = undefined;
      paragraph.isFolded = false;
    }
    if (paragraph.isCollapsed ?? this.#styles.collapses(style)) this.#foldedAt ??= level;
  }

  #isHiddenNote({ name, attribute }: Tag): boolean {
    const isNote = ['footnote', 'endnote', 'comment'].includes(name);
    return isNote && this.#onlyNotes?.has(`${name} ${attribute('id')}`) === false;
  }

  #field(type: string | undefined): void {
    if (type === 'begin') this.#fields.push(true);
    if (type === 'separate' && this.#fields.length) this.#fields[this.#fields.length - 1] = false;
    if (type === 'end') this.#fields.pop();
  }

  /** What an element says of the one that it stands in. */
  #property(tag: Tag, parent: Frame): void {
    const { name, attribute } = tag;
    const owner = this.#open.at(-3);
    if (!owner) return;
    if (name === 'vanish' && parent.name === 'rPr' && owner.name === 'r')
      owner.vanish = isOn(attribute('val'));
    if (['rStyle', 'pStyle', 'tblStyle'].includes(name)) owner.style = attribute('val');
    if (parent.name === 'pPr' && name === 'outlineLvl') owner.level = Number(attribute('val'));
    if (parent.name === 'pPr' && name === 'collapsed') owner.isCollapsed = isOn(attribute('val'));
    const isDeletedPart =
      (name === 'del' && parent.name === 'trPr') || (name === 'cellDel' && parent.name === 'tcPr');
    if (isDeletedPart) owner.isHidden = true;
    if (name === 'hidden' && parent.name === 'trPr') owner.isHidden = isOn(attribute('val'));
    // A cell that goes on with the one above shows that one's content alone.
    if (name === 'vMerge' && attribute('val') !== 'restart') owner.isHidden = true;
    if (name === 'tblpPr') owner.isFloating = true;
    if (['txbx', 'textbox'].includes(name)) parent.hasText = true;
    this.#size(tag, parent, owner);
    if (name === 'xfrm' && /^(?:grpS|s)pPr$/.test(parent.name)) owner.turn = drawingTurn(attribute);
    if (name === 'wrapNone' && parent.isFloating === undefined) parent.isFloating = true;
    // A drawing says of itself that it is hidden: `wp:docPr` in it, `pic:cNvPr` one deeper.
    if (['docPr', 'cNvPr'].includes(name) && isTrue(attribute('hidden')))
      (parent.name.startsWith('nv') ? owner : parent).isHidden = true;
  }

  #size({ name, attribute }: Tag, parent: Frame, owner: Frame): void {
    if (name === 'extent') {
      parent.size = { width: Number(attribute('cx')), height: Number(attribute('cy')) };
      if (parent.size.width === 0 || parent.size.height === 0) parent.isHidden = true;
    }
    const height = heights.get(name);
    const rule = attribute('hRule') ?? attribute('lineRule');
    if (height !== undefined && rule !== undefined)
      owner.size = {
        width: Infinity,
        height: rule === 'exact' ? TWIP * Number(attribute(height)) : Infinity,
      };
  }

  #picture(tag: Tag, frame: Frame): void {
    const { name, attribute } = tag;
    const owner = this.#owner();
    if (owner) this.#form(tag, owner);
    if (!['blip', 'imagedata', 'fill', 'stroke'].includes(name)) return;
    const ids = references.flatMap((reference) => attribute(reference) ?? []);
    if (!ids.length) return;
    this.#found += 1;
    if (!this.#isShown) return;
    const isRepeated = name === 'fill' && /^(?:tile|pattern)$/i.test(attribute('type') ?? '');
    const picture: ShownPicture = {
      kind: 'picture',
      ids,
      crop: name === 'imagedata' ? vmlCrop(tag) : isRepeated ? 'unknown' : noCrop,
      turn: noTurn,
      hasShape: this.#isCut,
      isRecoloured: vmlEffects.some((effect) => attribute(effect) !== undefined) || isClear(tag),
      isFloating: this.#isFloating,
    };
    this.#hasPictureBehind ||= this.#open.some(({ isFloating }) => isFloating === false);
    this.items.push(picture);
    (owner ?? frame).picture = picture;
    if (hides(tag)) this.#hide(picture);
  }

  /** Which part of its picture a drawing shows, and in which form. */
  #form(tag: Tag, owner: Frame): void {
    const { name, attribute } = tag;
    const { picture } = owner;
    if (name === 'prstGeom' || name === 'custGeom')
      owner.hasShape = name === 'custGeom' || (attribute('prst') ?? 'rect') !== 'rect';
    if (!picture) return;
    if (name === 'srcRect') picture.crop = cropped(drawingCrop(tag), picture.crop);
    if (name === 'fillRect') picture.crop = cropped(picture.crop, fillCrop(tag));
    if (effects.test(name)) picture.isRecoloured = true;
    if (name === 'softEdge' || name === 'camera') picture.hasShape ||= changesForm(tag);
    if (hides(tag)) this.#hide(picture);
    // A picture that is repeated is cut where the shape ends.
    if (name === 'tile') picture.crop = 'unknown';
  }

  /** A picture of which nothing is seen; what is under it may not be seen either. */
  #hide(picture: ShownPicture): void {
    const at = this.items.indexOf(picture);
    if (at < 0) return;
    this.items.splice(at, 1);
    this.hasShapes ||= picture.isFloating;
  }

  /** The drawing that a fill or a form belongs to. */
  #owner(): Frame | undefined {
    return this.#open.slice(0, -1).findLast(({ name }) => !withinDrawing.has(name));
  }

  #reference({ name, attribute }: Tag): void {
    const fill = attribute('themeFill') ?? attribute('fill') ?? 'auto';
    if (name === 'highlight' || (name === 'shd' && fill !== 'auto'))
      this.#hasShading ||= this.#isShown;
    if (name === 'titlePg') this.hasFirstPage ||= isOn(attribute('val'));
    if (name === 'altChunk' || name === 'subDoc') this.hasDocument ||= this.#isShown;
    const note = noteReferences.get(name);
    const isHeader = name === 'headerReference' || name === 'footerReference';
    const isDiagram = name === 'relIds' || name === 'chart';
    const id = attribute(name === 'relIds' ? 'dm' : 'id');
    if (!(note || isHeader || isDiagram) || id === undefined || !this.#isShown) return;
    if (note) this.notes.add(`${note} ${id}`);
    else this.items.push({ kind: 'part', id, ...(isHeader && { pages: attribute('type') }) });
    if (isDiagram) this.hasShapes ||= this.#isFloating;
  }

  /** Whether something is drawn besides pictures. */
  #isDrawn({ name, picture }: Frame): boolean {
    const isVml = vmlShapes.has(name) && this.#open.some((frame) => isVmlRoot(frame.name));
    return ['wsp', 'contentPart', 'cxnSp'].includes(name) || (isVml && !picture);
  }

  /** What stands in the line of the text covers nothing, unless it is one of several things in a group. */
  get #isInLine(): boolean {
    const names = new Set(this.#open.map(({ name }) => name));
    return names.has('inline') && !names.has('wgp') && !names.has('wpc');
  }

  /** In front of the text, or in a group with others. */
  get #isFloating(): boolean {
    return this.#open.some(
      ({ name, isFloating }) => isFloating || ['wgp', 'wpc', 'group'].includes(name),
    );
  }

  /** Whether a picture is larger than the line, row or text box that it stands in. */
  get #isCut(): boolean {
    const at = this.#open.findLastIndex(({ name }) => name === 'inline' || name === 'anchor');
    const { name, size } = this.#open[at] ?? {};
    // What floats is cut by a text box alone.
    const around = this.#open.slice(0, Math.max(at, 0));
    const limits = around.flatMap((outer) => this.#roomIn(outer) ?? []);
    return (
      size !== undefined &&
      limits.some(
        (room) =>
          (size.width > room.width || size.height > room.height) &&
          (name === 'inline' || room.width !== Infinity),
      )
    );
  }

  #roomIn({ name, size, style }: Frame): Size | undefined {
    const line = name === 'p' && !size ? this.#styles.lineOf(style) : undefined;
    return line === undefined ? size : { width: Infinity, height: TWIP * line };
  }

  /** Whether text that is shaded may lie over a picture behind it. */
  get isShadedOver(): boolean {
    return this.#hasShading && this.#hasPictureBehind;
  }

  get #isShown(): boolean {
    if (this.#fields.includes(true)) return false;
    // Headers are those of the pages, whatever is folded away on them.
    const isOfPages = this.#open.some(({ name }) => name === 'sectPr');
    return this.#open.every(
      (frame, index) =>
        !frame.isHidden &&
        (!frame.isFolded || isOfPages) &&
        !(frame.name === 'r' && this.#vanishes(frame, index)),
    );
  }

  #vanishes({ vanish, style }: Frame, index: number): boolean {
    const around = this.#open.slice(0, index);
    const styleOf = (wanted: string) => around.findLast(({ name }) => name === wanted)?.style;
    return (
      vanish ??
      this.#styles.hides({ table: styleOf('tbl'), paragraph: styleOf('p'), character: style })
    );
  }
}

const isVmlRoot = (name: string): boolean => name === 'pict' || name === 'object';

const isTrue = (value: string | undefined): boolean => value !== undefined && isOn(value);

const isNothing = (value: string | undefined): boolean => /^0*\.?0+(?:%|f)?$/.test(value ?? '');
const isAll = (value: string | undefined): boolean => /^-?100(?:000|%)$/.test(value ?? '');

/** Whether an effect leaves nothing of a picture to be seen: it is clear, or of one colour. */
function hides({ name, attribute }: Tag): boolean {
  switch (name) {
    case 'alphaModFix':
      return isNothing(attribute('amt'));
    case 'alphaRepl':
      return isNothing(attribute('a'));
    case 'biLevel':
      return isNothing(attribute('thresh')) || isAll(attribute('thresh'));
    case 'clrRepl':
      return true;
    case 'hsl':
      return isAll(attribute('lum'));
    case 'lum':
      return isAll(attribute('bright')) || /^-100(?:000|%)$/.test(attribute('contrast') ?? '');
    case 'imagedata':
    case 'fill':
      return (
        isNothing(attribute('opacity')) ||
        isNothing(attribute('gain')) ||
        /^-?(?:0?\.5|50%|32768f)$/.test(attribute('blacklevel') ?? '')
      );
    default:
      return false;
  }
}

/** Whether a picture of an older document lets something shine through. */
const isClear = ({ attribute }: Tag): boolean =>
  !/^(?:1(?:\.0*)?|100%|65536f)$/.test(attribute('opacity') ?? '1');

/** Whether the edges of a picture are faded, or it is turned in space. */
const changesForm = ({ name, attribute }: Tag): boolean =>
  name === 'softEdge'
    ? !isNothing(attribute('rad') ?? '0')
    : attribute('prst') !== 'orthographicFront';

/** Whether Word knows everything that an alternative requires. */
const isUnderstood = ({ attribute }: Tag): boolean =>
  attribute('Requires')
    ?.trim()
    .split(/\s+/)
    .every((prefix) => understood.test(prefix)) === true;

const TWIP = 635;
/** By which attribute an element says a height, in twips. */
const heights = new Map([
  ['trHeight', 'val'],
  ['framePr', 'h'],
  ['spacing', 'line'],
]);

/** Text can only be read in a picture that stands straight, so what is turned by another angle is turned by whole quarters. */
const nearestTurn = (degrees: number, isMirrored: boolean, isUpsideDown: boolean): Turn =>
  turnOf((Math.round(degrees / 90) || 0) + (isUpsideDown ? 2 : 0), isMirrored !== isUpsideDown);

/** `a:xfrm`, in 60,000ths of a degree. */
const drawingTurn = (attribute: Tag['attribute']): Turn =>
  nearestTurn(
    Number(attribute('rot') ?? 0) / 60_000,
    isTrue(attribute('flipH')),
    isTrue(attribute('flipV')),
  );

/** Of documents before 2010, in degrees, or in 65,536ths: `rotation:90;flip:x`, `rotation:5898240fd`. */
function vmlTurn(style: string): Turn {
  const [, angle, isFine] = /(?:^|;)\s*rotation\s*:\s*(-?[\d.]+)\s*(fd)?/i.exec(style) ?? [];
  const [, axes = ''] = /(?:^|;)\s*flip\s*:([\sxy]*)/i.exec(style) ?? [];
  return nearestTurn(Number(angle ?? 0) / (isFine ? 65_536 : 1), /x/i.test(axes), /y/i.test(axes));
}

/** What a drawing says of where it stands. */
function place({ name, attribute }: Tag, frame: Frame): void {
  const style = attribute('style') ?? '';
  if (isTrue(attribute('hidden')) || /visibility\s*:\s*hidden/i.test(style)) frame.isHidden = true;
  if (isTrue(attribute('behindDoc')) || /z-index\s*:\s*-/i.test(style)) frame.isFloating = false;
  else if (name !== 'anchor' && /position\s*:\s*absolute/i.test(style)) frame.isFloating = true;
  frame.turn = vmlTurn(style);
  // A rule across the page covers nothing.
  if (isTrue(attribute('hr'))) frame.isSkipped = true;
}

/**
 * Reads what a part of a Word document shows.
 *
 * @param onlyNotes the footnotes, endnotes and comments that count, where not all do
 */
export function shownIn(xml: string, styles: TextStyles, onlyNotes?: ReadonlySet<string>): Shown {
  const reader = new ShownReader(styles, onlyNotes);
  for (const tag of tagsIn(xml)) reader.read(tag);
  const pictures = reader.items.filter((item) => item.kind === 'picture');
  const isOverlapped = pictures.length > 1 && pictures.some(({ isFloating }) => isFloating);
  reader.hasShapes ||= isOverlapped || reader.isShadedOver;
  return reader;
}
