import type { Me } from '../../contract/me.js';
import type { Opening } from '../../contract/opening-hours.js';
import type { ServiceProfile } from '../../contract/service.js';
import type { Company } from '../../contract/values.js';
import type { Localization } from '../../localization/localization-controller.js';
import type { FieldPointer, FieldProblem } from './field-texts.js';
import type { RequestValues } from './request-values.js';

/** What is typed into the lists and not yet an entry. */
export interface Typed {
  readonly userIds: string;
  readonly companyNumbers: string;
}

/** What the sections of the form see of it, and how they tell it of a change. */
export interface FormView extends Localization {
  readonly values: RequestValues;
  readonly typed: Typed;
  readonly problems: ReadonlyMap<FieldPointer, FieldProblem>;
  /** Missing while, or as long as, the endpoint hasn't told. */
  readonly service: ServiceProfile | undefined;
  readonly me: Me | undefined;
  readonly opening: Opening | undefined;
  /** The number to call: the endpoint's, else the host's. */
  readonly phone: string | undefined;
  readonly companies: readonly Company[];
  /** Whether the contact details are open for editing. */
  readonly contactOpen: boolean;
  /** Whether it is still to be seen who is signed in. */
  readonly contactPending: boolean;
  messageOf(field: FieldPointer): string | undefined;
  change(values: Partial<RequestValues>): void;
  type(typed: Partial<Typed>): void;
  openContact(): void;
}
