import * as z from 'zod/mini';
import { longestName, unsafeInNames } from './file-name.js';
import { bareAddress, isOrdinary, isSeen, plain, withoutMarks } from './plain-text.js';

/**
 * The small values that the contract is made of: texts, instants, ids, names in several languages.
 *
 * Texts are normalised while they are parsed (trimmed, one form of each letter, no NUL, no lone surrogates, empty where nothing is to
 * be seen), so that "equal after parsing" means the same in the browser, in the endpoint and in the database. Ids, numbers and
 * addresses hold nothing invisible, names and other lines no marks that turn their direction or hide in words.
 *
 * Every widget loads these: they are made of few of zod's parts (strings with checks rather than its own formats), which
 * is more than a kilobyte less on every page. What a page doesn't use is marked as free of side effects and left out.
 */

/** Languages that the interface speaks. English stands in the source; the others are translations. */
export const languages = ['fi', 'en', 'sv'] as const;
export type Language = (typeof languages)[number];
export const language = z.enum(languages);

function normalized(text: string): string {
  if (isOrdinary(text)) return text.trim();
  return isSeen(text) ? text.replaceAll('\0', '').toWellFormed().normalize('NFC').trim() : '';
}
const normalizeLine = z.overwrite<string>((text) => normalized(withoutMarks(text)));
const normalize = z.overwrite(normalized);
const normalizeValue = z.overwrite<string>((text) => normalized(plain(text)));
const normalizeAddress = z.overwrite<string>((text) => bareAddress(normalized(plain(text))));

/** Plain text of at most `max` characters (UTF-16 units); may be empty. */
export const text = (max: number) => z.string().check(normalize, z.maxLength(max));

/** A name, or a few words on one line, of at most `max` characters; may be empty. */
export const line = (max: number) => z.string().check(normalizeLine, z.maxLength(max));

/** A name, or a few words on one line, with at least one visible character. */
export const requiredLine = (max: number) =>
  z.string().check(normalizeLine, z.minLength(1), z.maxLength(max));

/** A number or another value that is copied from elsewhere, with at least one visible character. */
export const requiredValue = (max: number) =>
  z.string().check(normalizeValue, z.minLength(1), z.maxLength(max));

/** A telephone number or an address of mail, of at most `max` characters; may be empty. */
export const address = (max: number) => z.string().check(normalizeAddress, z.maxLength(max));

/** Plain text with at least one visible character. */
export const requiredText = (max: number) =>
  z.string().check(normalize, z.minLength(1), z.maxLength(max));

/** A file's name without its folders; dots alone are no name. */
export const fileName = () =>
  z
    .string()
    .check(
      normalize,
      z.minLength(1),
      z.maxLength(longestName),
      z.regex(new RegExp(`^(?!\\.+$)[^${unsafeInNames}]+$`, 'u')),
    );

/** An id that the client makes and keeps before its first try: a UUID, in lower case so that one id has one spelling. */
export const uuid = /* @__PURE__ */ z
  .string()
  .check(z.toLowerCase(), z.regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/));

function isOnTheCalendar({ value, issues }: z.core.ParsePayload<string>): void {
  const time = Date.parse(value);
  // 31 February parses as a day of March; what is written must be what is meant.
  const same = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value.slice(0, 10));
  if (!same) issues.push({ code: 'custom', input: value });
}

/** An instant, ISO 8601 in UTC: `2026-01-05T07:05:00Z`. */
export const instant = /* @__PURE__ */ z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/), isOnTheCalendar);

/** A day without a time: `2026-01-06`. */
export const date = /* @__PURE__ */ z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}$/), isOnTheCalendar);

/** A wall-clock time: `09:00`. */
export const time = /* @__PURE__ */ z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/));

/** The name of a time zone: `Europe/Helsinki`. Whether there is one of that name, `isTimeZone` says. */
export const timeZone = /* @__PURE__ */ z
  .string()
  .check(z.regex(/^(?:UTC|[A-Za-z]+(?:\/[\w+-]+)+)$/));

/** A name in the languages of the interface; Finnish is the one that subjects are made of. */
export const localizedName = z.object({
  fi: z.string(),
  en: z.optional(z.string()),
  sv: z.optional(z.string()),
});
export type LocalizedName = z.infer<typeof localizedName>;

/** Something with an id and a name: a product's application, a program area. */
export const named = z.object({ id: z.string(), name: localizedName });

/**
 * An enumeration in an answer. A value that a newer endpoint has added is read as `unknown` and shown neutrally, so an
 * old widget keeps working.
 */
export const openEnum = <const T extends string>(values: readonly T[]) => {
  const known: readonly (T | 'unknown')[] = [...values, 'unknown'];
  return z.catch(z.enum(known), () => 'unknown' as never);
};

/** One page of a list; `next` is the cursor of the following page and missing on the last. */
export const page = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), next: z.optional(z.string()) });

/** Query parameters of a list. */
export const cursorQuery = { cursor: z.optional(/* @__PURE__ */ text(200)) };

/** The query parameter of every GET that returns texts. */
export const languageQuery = { language: z.optional(language) };

/** A company number in Visma Fivaldi: digits only [guide 1.2.3]. */
export const companyNumber = /* @__PURE__ */ z
  .string()
  .check(normalizeValue, z.regex(/^\d{1,10}$/));

/** A user id in Visma Fivaldi, `firm-user`, or an e-mail address [guide 1.2.3]. */
export const userId = /* @__PURE__ */ z
  .string()
  .check(
    normalizeValue,
    z.maxLength(254),
    z.regex(/^(?:[\p{L}\d_.]+(?:-[\p{L}\d_.]+)+|[^\s@,;]+@[^\s@,;.]+(?:\.[^\s@,;.]+)+)$/u),
  );

/** A company as it is shown everywhere: number and name. */
export const company = z.object({ number: z.string(), name: z.string() });
export type Company = z.infer<typeof company>;
