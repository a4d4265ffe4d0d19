import type { Localization } from '../../localization/localization-controller.js';
import type { Contact } from '../../ui/contact.js';

/** Who called: the person, or somebody them. */
export type Caller = 'me' | 'them';

/** What the sections see of the element, and how they tell it of an answer. */
export interface SupportView extends Localization {
  /** Missing as long as there is no answer. */
  readonly caller: Caller | undefined;
  readonly contact: Contact;
  /** When the telephone is answered, in a sentence. */
  readonly hours: string | undefined;
  answer(caller: Caller): void;
}
