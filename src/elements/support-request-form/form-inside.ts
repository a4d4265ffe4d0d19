import type { Submission } from '../../client/submission.js';
import type { Connection } from '../../context/connection.js';
import type { SupportSettings } from '../../context/settings.js';
import type { ProfileController } from '../../controllers/profile-controller.js';
import type { LazyPart, PartModule } from '../../controllers/lazy-part.js';
import type { Localization } from '../../localization/localization-controller.js';
import type { State } from './submission/submit.js';
import type { PicturesPlace } from '../../controllers/pictures-place.js';
import type { RequestDraft } from './request-draft.js';

/** Whether what is being written is kept in the browser: the texts, also the screenshots, or nothing. */
export type DraftsMode = 'text' | 'all' | 'none';

/** The form as its later parts see it. */
export interface FormInside {
  readonly draft: RequestDraft;
  readonly profile: ProfileController;
  readonly localization: Localization;
  readonly pictures: PicturesPlace;
  /** Kept from the first try until the request has arrived or the form is reset. */
  submission: Submission | undefined;
  /** The id of a try before the page was left, of which it isn't known how it ended. */
  tried: string | undefined;
  connection(): Connection | undefined;
  settings(): SupportSettings;
  draftsMode(): DraftsMode;
  state(): State;
  /** A further part of the element. */
  lazyPart<M extends PartModule>(load: () => Promise<M>): LazyPart<M>;
  /** @param focus the id of what gets the focus */
  enter(state: State, focus?: string): Promise<void>;
  /** Says something to who doesn't see the page. */
  announce(text: string): void;
  /** Empties the form, down to what is known beforehand. */
  reset(): void;
  update(): void;
  dispatchEvent(event: Event): boolean;
}
