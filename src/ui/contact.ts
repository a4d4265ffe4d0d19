import { defaultContact } from '../contract/defaults.js';
import type { ServiceProfile } from '../contract/service.js';
import type { SupportSettings } from '../context/settings.js';

type Known = ServiceProfile['contact'];

/** Whom to turn to. Hours are missing where they are not known for this number. */
export type Contact = Omit<Known, 'hours'> & Partial<Pick<Known, 'hours'>>;

/** The endpoint's own, else what the host gives, else what the guide says. */
export function contactOf(
  service: ServiceProfile | undefined,
  { phone, email = defaultContact.email }: SupportSettings,
): Contact {
  if (service) return service.contact;
  return phone ? { phone, email } : { ...defaultContact, email };
}
