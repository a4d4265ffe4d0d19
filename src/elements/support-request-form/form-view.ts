import type { Opening } from '../../contract/opening-hours.js';
import type { ServiceProfile } from '../../contract/service.js';
import type { Company } from '../../contract/values.js';
import type { Localization } from '../../localization/localization-controller.js';
import type { FieldPointer, Problems } from './fields.js';
import type { Typed } from './request-draft.js';
import type { PartialValues, RequestValues } from './request-values.js';

/** The parts that are loaded later. */
export type Later = typeof import('./later/index.js');

/** What the sections of the form see of it, and how they tell it of a change. */
export interface FormView extends Localization {
  readonly values: RequestValues;
  readonly typed: Typed;
  readonly problems: Problems;
  /** Missing while, or as long as, the endpoint hasn't told. */
  readonly service: ServiceProfile | undefined;
  readonly opening: Opening | undefined;
  /** The number to call: the endpoint's, else the host's. */
  readonly phone: string | undefined;
  readonly companies: readonly Company[];
  /** Missing until a person begins to write. */
  readonly later: Later | undefined;
  /** `open` for editing, `folded` to one line, or `pending` while it is to be seen who is signed in. */
  readonly contact: 'open' | 'folded' | 'pending';
  messageOf(field: FieldPointer): string | undefined;
  change(changes: PartialValues): void;
  type(typed: Partial<Typed>): void;
  editContact(): void;
}
