import type { Edits, Mark, Rect, TextMark } from '../../../attachments/edits.js';
import { clamped, stretched, type Size } from './geometry.js';
import { advance, amend, begin, redo, undo, type History } from './history.js';
import { boxOf, fitted, movedBy } from './marks.js';
import { labelled } from './text-label.js';

/** The mark that is being worked on, by its place; or what is kept of the picture. */
export type MarkSelection = number | 'crop' | undefined;

/** What an arrow key moves, in pixels; ten times as much with Shift. */
const NUDGE = 1;

const isEmpty = (mark: Mark | undefined): mark is TextMark =>
  mark?.kind === 'text' && !mark.text.trim();

/** What is done to one picture, step by step, and which part of it is being worked on. */
export class Markup {
  selection: MarkSelection;
  /** What stands in the field of a number that is being typed. */
  typed: { readonly name: keyof Rect; readonly text: string } | undefined;
  readonly #size: Size;
  #history: History<Edits>;
  /** What made the last change; the same again is the same step. */
  #lastStep: unknown;
  /** As it was before the last step. */
  #before: History<Edits>;
  /** Where the mark was before a number was typed: each further digit counts from there. */
  #typedFrom: Rect | undefined;

  constructor(size: Size, history: History<Edits> = begin({ crop: undefined, marks: [] })) {
    this.#size = size;
    this.#history = this.#before = history;
  }

  get edits(): Edits {
    return this.#history.present;
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /** The mark that is being worked on. */
  get mark(): Mark | undefined {
    return typeof this.selection === 'number' ? this.edits.marks[this.selection] : undefined;
  }

  /** Where it is, or what is kept of the picture. */
  get box(): Rect | undefined {
    const { mark } = this;
    return mark ? boxOf(mark) : this.selection === 'crop' ? this.edits.crop : undefined;
  }

  select(selection: MarkSelection): void {
    if (selection === this.selection) return;
    const gone = this.settle();
    const isBehind = typeof selection === 'number' && gone !== undefined && selection > gone;
    this.selection = isBehind ? selection - 1 : selection;
    this.#lastStep = this.typed = undefined;
  }

  /** @param step what makes the change; the same as the last one goes on with its step */
  change(edits: Edits, selection: MarkSelection, step?: unknown): void {
    const isSameStep = (step !== undefined && step === this.#lastStep) || isEmpty(this.mark);
    if (!isSameStep) this.#before = this.#history;
    this.#history = isSameStep ? amend(this.#history, edits) : advance(this.#history, edits);
    this.selection = selection;
    this.#lastStep = step;
    if (!isSameStep) this.typed = undefined;
  }

  add(mark: Mark): void {
    this.settle();
    const { marks } = this.edits;
    this.change({ ...this.edits, marks: [...marks, mark] }, marks.length);
  }

  /** Keeps that much of the picture, or all of it. */
  crop(crop: Rect | undefined): void {
    this.settle();
    this.change({ ...this.edits, crop }, crop && 'crop');
  }

  /** Takes a mark away. */
  remove(index: number): void {
    this.select(index);
    const { mark, selection } = this;
    if (isEmpty(mark)) this.settle();
    else if (typeof selection === 'number') this.#drop(selection);
  }

  /** The words of the label that is being worked on. */
  write(text: string): void {
    const { mark, selection } = this;
    if (mark?.kind === 'text')
      this.#replace(labelled(mark.rect, { ...mark, text }, this.#size), `write ${selection}`);
  }

  /**
   * Leaves the label that is being worked on. One without words is no mark: it is as if it had never been added, and what had words
   * is taken away.
   *
   * @returns which one is gone
   */
  settle(): number | undefined {
    const { mark, selection } = this;
    if (!isEmpty(mark) || typeof selection !== 'number') return undefined;
    if (this.#before.present.marks[selection]?.kind === 'text') this.#drop(selection);
    else this.revert();
    return selection;
  }

  /** Puts a number in the place of another with each of its digits. What is no number changes nothing. */
  type(name: keyof Rect, text: string): void {
    const value = Number(text.trim().replace(',', '.') || NaN);
    const step = `type ${this.selection} ${name}`;
    if (this.#lastStep !== step) this.#typedFrom = this.box;
    if (this.#typedFrom && Number.isFinite(value))
      this.#put({ ...this.#typedFrom, [name]: value }, step);
    this.typed = { name, text };
  }

  /** Moves what is being worked on by keys, or its lower right corner with `isResized`. */
  nudge(across: number, down: number, isFast: boolean, isResized: boolean): void {
    const { box, mark, selection } = this;
    if (!box) return;
    const by = NUDGE * (isFast ? 10 : 1);
    const [dx, dy] = [across * by, down * by];
    const step = `nudge ${selection} ${isResized}`;
    this.typed = undefined;
    if (isResized) this.#put(stretched(box, { across: 1, down: 1 }, dx, dy, this.#size), step);
    else if (mark) this.#replace(movedBy(mark, dx, dy, this.#size), step);
    else this.#put({ ...box, x: box.x + dx, y: box.y + dy }, step);
  }

  undo(): void {
    if (isEmpty(this.mark)) this.revert();
    else this.#travel(undo(this.#history));
  }

  redo(): void {
    this.settle();
    this.#travel(redo(this.#history));
  }

  /** Takes back the last step as if it had never been. */
  revert(): void {
    this.#travel(this.#before);
  }

  #drop(index: number): void {
    this.change({ ...this.edits, marks: this.edits.marks.toSpliced(index, 1) }, undefined);
  }

  #put(place: Rect, step: string): void {
    const rect = clamped(place, this.#size);
    const { mark } = this;
    if (mark) this.#replace(fitted(mark, rect, this.#size), step);
    else this.change({ ...this.edits, crop: rect }, 'crop', step);
  }

  #replace(mark: Mark, step: string): void {
    const { selection, edits } = this;
    if (typeof selection === 'number')
      this.change({ ...edits, marks: edits.marks.with(selection, mark) }, selection, step);
  }

  #travel(history: History<Edits>): void {
    this.#history = history;
    if (!this.box) this.selection = undefined;
    this.#lastStep = this.typed = undefined;
  }
}
