import { has, type Connection } from '../../context/connection.js';
import type { SupportSettings } from '../../context/settings.js';
import type { ServiceProfile } from '../../contract/service.js';
import { maySubmit } from '../../controllers/may-submit.js';
import type { PicturesController } from '../../controllers/pictures-controller.js';
import type { ProfileController } from '../../controllers/profile-controller.js';
import type { Localization } from '../../localization/localization-controller.js';
import type { FormStore } from './form-state.js';
import type { RequestDraft } from './request-draft.js';

/** What a person has written, who they are, and where the form is. */
export interface FormModel {
  readonly draft: RequestDraft;
  readonly pictures: PicturesController;
  readonly profile: ProfileController;
  readonly store: FormStore;
}

/** Whether it is known that the person may send. */
export const isSender = ({ profile: { service, pending, me } }: FormModel): boolean =>
  Boolean(service) && !pending && maySubmit(me);

/**
 * Where it isn't known yet what the endpoint takes, it takes pictures; who hands the request over puts them into the e-mail.
 *
 * @param service what the endpoint offers, or offered when it was last reached
 */
export const takesPictures = (
  { profile }: FormModel,
  service: ServiceProfile | undefined,
): boolean => !maySubmit(profile.me) || !service || has(service, 'attachments');

/** Whether there is something to clear, or to bring back. */
export const canClear = ({ draft, pictures }: FormModel): boolean =>
  draft.canUndoClear || !draft.isEmpty || pictures.attachments.length > 0 || pictures.isPreparing;

/** How the logic of the form reaches the endpoint, the host page and the person. */
export interface FormHost {
  readonly l10n: Localization;
  connection(): Connection | undefined;
  settings(): SupportSettings;
  dispatchEvent(event: Event): boolean;
  /** Says something to who doesn't see the page. */
  announce(text: string): void;
  update(): void;
}

/** Whether what is being written is kept in the browser: the texts, also the screenshots, or nothing. */
export type DraftsMode = 'text' | 'all' | 'none';
