/** What the parts of the desk share of the page. */
import type { SupportClient } from 'visma-support-widgets/client';
import { clockName, languages, type Language } from 'visma-support-widgets/contract';

export type { Language };

/** What was chosen, by its name. */
export const languageNamed = (name: string): Language =>
  languages.find((known) => known === name) ?? 'fi';

/** A part of the desk, which has the page for itself while it is chosen. */
export interface DeskPart {
  /** Begins anew, for another person; shows nothing yet. */
  signIn(client: SupportClient): void;
  speak(language: Language): void;
  /** Fetches again what it shows. */
  refresh(): Promise<void>;
}

export { find } from '../shared/find.js';

/** What a field of a form holds, without blanks around. */
export function valueOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value.trim() : '';
}

export const onSubmit = (form: HTMLFormElement, act: () => Promise<void>): void =>
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void act();
  });

/** Tells what became of an act, beside its button. */
export function say(place: HTMLOutputElement, text: string, mood: 'good' | 'bad' | ''): void {
  place.textContent = text;
  place.dataset['mood'] = mood;
}

/** How a date is written, and what stands between it and the time. */
const styles = {
  fi: { locale: 'fi', dateStyle: 'short', between: ' klo\u00a0' },
  en: { locale: 'en-GB', dateStyle: 'medium', between: ' at ' },
  sv: { locale: 'fi', dateStyle: 'short', between: ' kl.\u00a0' },
} as const;

/** A date and a time, as the elements have them: `5.1.2026 klo 9.05`, with the name of the clock where it shows that time twice. */
export function timeOf(instant: string, language: Language): string {
  const { locale, dateStyle, between } = styles[language];
  const at = new Date(instant);
  const clock = clockName(at, language);
  const shown = [
    new Intl.DateTimeFormat(locale, { dateStyle }).format(at),
    new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at),
  ].join(between);
  return shown + (clock && ` (${clock})`);
}

const tenants: Readonly<Record<string, string>> = {
  'tenant-1': 'Tilitoimisto Äyräs Oy',
  'tenant-2': 'Kirjanpito Virta Oy',
};

/** What a customer of the demonstration is called. */
export const customerOf = (tenant: string): string => tenants[tenant] ?? tenant;
