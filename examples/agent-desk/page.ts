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

const locales: Readonly<Record<Language, string>> = { fi: 'fi', en: 'en-GB', sv: 'sv-FI' };

/** A day and a time, with the name of the clock where clocks are put back and show it twice. */
export function timeOf(instant: string, language: Language): string {
  const at = new Date(instant);
  const shown = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const clock = clockName(at, language);
  return shown.format(at) + (clock && ` (${clock})`);
}

const tenants: Readonly<Record<string, string>> = {
  'tenant-1': 'Tilitoimisto Äyräs Oy',
  'tenant-2': 'Kirjanpito Virta Oy',
};

/** What a customer of the demonstration is called. */
export const customerOf = (tenant: string): string => tenants[tenant] ?? tenant;
