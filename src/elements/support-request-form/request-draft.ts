import type { Language } from '../../contract/values.js';
import { companyNumbersIn, userIdsIn } from './fields/entries.js';
import type { Problems } from './fields/field-pointers.js';
import {
  merge,
  valuesOf,
  type PartialValues,
  type RequestValues,
  type ValueSources,
} from './request-values.js';

/** What is typed into the lists and not yet an entry. */
export interface Typed {
  readonly userIds: string;
  readonly companyNumbers: string;
}

const nothingTyped: Typed = { userIds: '', companyNumbers: '' };

const noProblems: Problems = { fields: new Map(), others: [] };

type Check = (values: RequestValues, language: Language) => { readonly problems?: Problems };

/** What lies under a person's own words, and the language they write in. */
export type Background = Omit<ValueSources, 'earlier' | 'edits'> & { readonly language: Language };

/** What a person is writing, and what is wrong with it. */
export class RequestDraft {
  edits: PartialValues = {};
  typed: Typed = nothingTyped;
  problems: Problems = noProblems;
  /** What was cleared and can be brought back. */
  #cleared: PartialValues | undefined;
  /** Where and who it was in the request before, on this page. */
  #earlier: PartialValues = {};
  /** Set once a person has tried to send; from then on each change is checked at once. */
  #check: Check | undefined;
  readonly #background: () => Background;
  readonly #changed: () => void;

  constructor(background: () => Background, changed: () => void) {
    this.#background = background;
    this.#changed = changed;
  }

  get values(): RequestValues {
    return valuesOf({ ...this.#background(), earlier: this.#earlier, edits: this.edits });
  }

  get hasProblems(): boolean {
    return this.problems.fields.size + this.problems.others.length > 0;
  }

  get isEmpty(): boolean {
    return !Object.keys(this.edits).length && !this.typed.userIds && !this.typed.companyNumbers;
  }

  get canUndoClear(): boolean {
    return this.#cleared !== undefined;
  }

  change(changes: PartialValues): void {
    this.edits = merge(this.edits, changes);
    this.pictureChanged();
  }

  /** What stands beside the texts has changed. */
  pictureChanged(): void {
    this.#cleared = undefined;
    this.#checkAgain();
    this.#changed();
  }

  type(typed: Partial<Typed>): void {
    this.typed = { ...this.typed, ...typed };
    this.#changed();
  }

  /** What was typed last becomes an entry, as it would when the focus leaves the field. */
  commitTyped(): void {
    const { userIds, companyNumbers } = this.typed;
    if (!userIds.trim() && !companyNumbers.trim()) return;
    const { values } = this;
    this.typed = nothingTyped;
    this.change({
      userIds: [...new Set([...values.userIds, ...userIdsIn(userIds)])],
      companyNumbers: [...new Set([...values.companyNumbers, ...companyNumbersIn(companyNumbers)])],
    });
  }

  /** Puts back what was written earlier; what was written since stays. */
  restore(edits: PartialValues, typed: Typed): void {
    this.edits = merge(edits, this.edits);
    this.typed = {
      userIds: this.typed.userIds || typed.userIds,
      companyNumbers: this.typed.companyNumbers || typed.companyNumbers,
    };
    this.#changed();
  }

  /** Shows what is wrong, and from now on as it is being mended. */
  refuse(problems: Problems, check: Check): void {
    this.problems = problems;
    this.#check = check;
    this.#changed();
  }

  #checkAgain(): void {
    this.problems = this.#check?.(this.values, this.#background().language).problems ?? noProblems;
  }

  /** Back to what is known beforehand. */
  reset(): void {
    this.edits = {};
    this.typed = nothingTyped;
    this.problems = noProblems;
    this.#check = undefined;
    this.#cleared = undefined;
    this.#changed();
  }

  /** The next request of the same person: where it is and whom to answer are known from the one before. */
  startAnew(): void {
    const { product, application, companyNumbers, userIds, contact } = this.values;
    this.#earlier = { product, application, companyNumbers, userIds, contact };
    this.reset();
  }

  /** Nothing of the person who was here stays. */
  forget(): void {
    this.#earlier = {};
    this.reset();
  }

  /** Offers to bring back what was cleared just now. */
  offerUndo(edits: PartialValues): void {
    this.#cleared = edits;
    this.#changed();
  }

  undoClear(): void {
    this.edits = this.#cleared ?? {};
    this.#cleared = undefined;
    this.#changed();
  }
}
