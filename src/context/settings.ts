import type { SupportClient } from '../client/client.js';
import type { ConnectionSettings } from '../client/connection-settings.js';
import type { Theme } from './theme.js';

/** What decides how an endpoint is reached; one connection serves everybody with the same values. */
export interface ConnectionChoice extends Omit<ConnectionSettings, 'endpoint'> {
  readonly endpoint?: string | undefined;
  /** Replaces HTTP. */
  readonly client?: SupportClient | undefined;
  /** Who is there by the host's word. It may be said late, or be missing for a moment. */
  readonly userId?: string | undefined;
}

/** Where in the product the person is; the form is prefilled with it. */
export interface Whereabouts {
  readonly product?: string | undefined;
  readonly application?: string | undefined;
  readonly companyNumber?: string | undefined;
  readonly userId?: string | undefined;
}

/** Everything that a provider gives and an element may override. */
export interface SupportSettings extends ConnectionChoice, Whereabouts {
  /** The interface language as a BCP 47 tag; subtags are ignored. */
  readonly locale?: string | undefined;
  /** The look, where it is not to follow the page's `color-scheme`. */
  readonly theme?: Theme | undefined;
  /** The number and address that are offered while the endpoint's own are not known. */
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  /** Gives what the program itself knows of an error, as `Help | Show error` would show it. */
  readonly diagnostics?: Diagnostics | undefined;
}

/** Gives a text for customer service, which the person can read in full and leave out. */
export type Diagnostics = () => string | Promise<string>;

/** What decides how the endpoint is reached. */
const connectionNames = [
  'endpoint',
  'accessToken',
  'credentials',
  'csrfCookie',
  'csrfHeader',
  'headers',
  'client',
] as const;

/** What every element has as a property. */
export const commonNames = [...connectionNames, 'locale', 'theme', 'phone', 'email'] as const;

/** What only the form and a provider have beside it. */
export const whereaboutsNames = [
  'product',
  'application',
  'companyNumber',
  'userId',
  'diagnostics',
] as const;

/** Those of these names, out of whatever has them. */
export const settingsOf = <N extends keyof SupportSettings>(
  given: Pick<SupportSettings, N>,
  names: readonly N[],
): Pick<SupportSettings, N> =>
  Object.fromEntries(names.map((name) => [name, given[name]])) as Pick<SupportSettings, N>;

export const connectionChoice = (settings: SupportSettings): ConnectionChoice =>
  settingsOf(settings, [...connectionNames, 'userId']);

/** Whether nothing says that the host means two people. */
export const sameUser = (a: ConnectionChoice, b: ConnectionChoice): boolean =>
  !a.userId || !b.userId || a.userId === b.userId;

const same = <T extends object>(a: T, b: T, names: readonly (keyof T)[]): boolean =>
  names.every((name) => a[name] === b[name]);

export const sameChoice = (a: ConnectionChoice, b: ConnectionChoice): boolean =>
  same(a, b, connectionNames);

/**
 * Whether `next` is the same choice said again. A host that renders anew gives a new function for the same token and new
 * headers with the same content; whose the token is, the connection finds out itself.
 */
export const sameChoiceAgain = (known: ConnectionChoice, next: ConnectionChoice): boolean =>
  sameChoice({ ...known, ...ofEachRendering }, { ...next, ...ofEachRendering }) &&
  JSON.stringify(known.headers) === JSON.stringify(next.headers);

const ofEachRendering = { accessToken: undefined, headers: undefined };

export const sameSettings = (a: SupportSettings, b: SupportSettings): boolean =>
  same(a, b, [...commonNames, ...whereaboutsNames]);

/** `own` over `inherited`, value by value. */
export const override = (inherited: SupportSettings, own: SupportSettings): SupportSettings => ({
  ...inherited,
  ...Object.fromEntries(
    Object.entries(own).filter(([, value]) => value !== undefined && value !== null),
  ),
});
