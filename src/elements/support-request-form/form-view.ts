import type { Opening } from '../../contract/opening-hours.js';
import type { ServiceProfile } from '../../contract/service.js';
import type { Company } from '../../contract/values.js';
import type { Localization } from '../../localization/localization-controller.js';
import type { Me } from '../../contract/me.js';
import type { Article } from '../../contract/articles.js';
import type { SupportSettings } from '../../context/settings.js';
import type { SupportError } from '../../client/support-error.js';
import type { FieldPointer, FieldProblem, Problems } from './fields/field-pointers.js';
import type { IncidentWatch } from './incidents/incident-watch.js';
import type { DraftKeeper } from './drafts/draft-store.js';
import type { EmailWay } from './email/email-export.js';
import type { SendAgain } from './submission/resend.js';
import type { Typed } from './request-draft.js';
import type { PartialValues, RelatedIncident, RequestValues } from './request-values.js';

/** The parts that are loaded later. */
export type Later = typeof import('./support-request-form.lazy.js');
/** What is worth knowing before anything is written. */
export type Ahead = typeof import('./incidents/incidents.lazy.js');

/** What the sections of the form see of it, and how they tell it of a change. */
export interface FormView extends Localization {
  readonly values: RequestValues;
  readonly typed: Typed;
  readonly problems: Problems;
  /** What the endpoint offers, or offered when it was last reached. */
  readonly service: ServiceProfile | undefined;
  /** Whether an answer of the endpoint about itself or the person is still to come. */
  readonly loading: boolean;
  readonly me: Me | undefined;
  readonly settings: SupportSettings;
  /** Whether the person may send the request, or hands it over; until it is known, they may. */
  readonly maySubmit: boolean;
  /** Missing while it isn't known whether the telephone is answered now. */
  readonly opening: Opening | undefined;
  readonly articles: readonly Article[];
  /** Whether all hits are shown, or the best one alone. */
  readonly hitsOpen: boolean;
  /** What the host's program says of an error, whether it is attached or not. */
  readonly hostDiagnostics: string;
  readonly companies: readonly Company[];
  /** Whether these are all that the person may act for. */
  readonly knowsAllCompanies: boolean;
  /** Missing where the endpoint takes none. */
  readonly pictures: HTMLElement | undefined;
  /** Missing until a person begins to write. */
  readonly later: Later | undefined;
  /** Missing until there is an incident to tell of. */
  readonly ahead: Ahead | undefined;
  readonly incidents: IncidentWatch | undefined;
  /** Why the last try to send failed, or why nothing can be sent. */
  readonly failure: SupportError | undefined;
  /** Whether it was a try to send that failed. */
  readonly isSendingFailed: boolean;
  /** Stops what waits for pictures to be sent; missing while nothing does. */
  readonly stopPreparing: (() => void) | undefined;
  readonly hasProblems: boolean;
  readonly canUndoClear: boolean;
  /** Missing until a person begins to write. */
  readonly drafts: DraftKeeper | undefined;
  /** Missing until a person begins to write. */
  readonly email: EmailWay | undefined;
  /** Missing until a person begins to write. */
  readonly sendAgain: SendAgain | undefined;
  /** `open` for editing, `folded` to one line, or `pending` while it is to be seen who is signed in. */
  readonly contact: 'open' | 'folded' | 'pending';
  /** As it is at the moment of the call, for what was waited for. */
  now(): FormView;
  /** What is wrong with a field: after a try to send, or with an entry as soon as it is one. */
  problemOf(field: FieldPointer): FieldProblem | undefined;
  messageOf(field: FieldPointer): string | undefined;
  change(changes: PartialValues): void;
  type(typed: Partial<Typed>): void;
  editContact(): void;
  toggleHits(): void;
  /** Reports the same problem as an incident, or anything else again. */
  report(incident: RelatedIncident | undefined): void;
  /** @param copied what is said then */
  copy(text: string, copied: string): void;
  clear(): void;
  undoClear(): void;
  /** Does again what failed. */
  tryAgain(): void;
  /** @param id of what gets the focus */
  goTo(id: string): void;
  /** Says something to who doesn't see the page. */
  announce(text: string): void;
}
