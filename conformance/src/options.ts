import { parseArgs } from 'node:util';
import { groups, type Group } from './check.js';

export interface Options {
  /** Absolute, without a slash at its end. */
  readonly endpoint: string;
  readonly token?: string | undefined;
  /** Of another person, best of another customer. */
  readonly otherToken?: string | undefined;
  /** Further headers of every request of the person's: a session cookie and its CSRF token, say. */
  readonly headers: Readonly<Record<string, string>>;
  /** An origin that the endpoint allows. */
  readonly origin?: string | undefined;
  readonly only: readonly Group[];
  readonly readOnly: boolean;
  readonly decide: boolean;
  /** Whether a test request may be critical, which may call people. */
  readonly critical: boolean;
  /** Whether it is enough to check what can be. */
  readonly partial: boolean;
  readonly json: boolean;
}

/** The check can't begin: the message says what, why and what to do. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

export const usage = `visma-support-conformance <endpoint> [options]

Asks a support endpoint as the widgets would, and tells what keeps the contract and what does not.

  --token TOKEN         a bearer token of a person who may send requests, or SUPPORT_TOKEN in the environment
  --other-token TOKEN   one of another person, best of another customer, or SUPPORT_OTHER_TOKEN: nothing may leak to them
  --header 'N: VALUE'   a further header of every request; may be given again (a session: Cookie, X-XSRF-TOKEN, Origin)
  --origin ORIGIN       an origin that the endpoint allows, such as https://portal.example
  --only NAME,NAME      some of ${groups.join(', ')}
  --read-only           writes nothing
  --decide              decides on a pending advisory request for real: approves it for minutes, and ends it
  --no-critical         sends no request that is critical, where that would call somebody
  --partial             is content with what could be checked, where something could not be
  --json                one JSON document instead of lines
  --help                this

It sends support requests that say in their summary that they are tests, and says how many before it does.
Ends with 0 where the contract is kept, 1 where something isn't, 2 where it could not check, or not enough of it to tell.`;

const LOCAL = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

function endpointOf(given: string | undefined): string {
  if (given === undefined)
    throw new CannotRun(
      `Which endpoint? Give its address, such as https://support.example/api/support\n\n${usage}`,
    );
  if (!URL.canParse(given))
    throw new CannotRun(
      `"${given}" is no address. Give the endpoint's whole address, such as https://support.example/api/support`,
    );
  const url = new URL(given);
  const isSecure =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL.test(url.hostname));
  if (!isSecure) {
    const why =
      'Widgets refuse plain http outside this computer, since it shows the token to everybody on the way.';
    throw new CannotRun(`${url.origin} is not https. ${why} Put the endpoint behind https.`);
  }
  if (url.username || url.password)
    throw new CannotRun(
      'The address holds a user name or a password, which widgets refuse. Give a token with --token.',
    );
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function originOf(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const isOrigin = URL.canParse(given) && new URL(given).origin === given;
  if (!isOrigin)
    throw new CannotRun(
      `"${given}" is no origin. An origin is scheme, host and perhaps port, without a path: https://portal.example`,
    );
  return given;
}

function groupsOf(given: string | undefined): readonly Group[] {
  if (given === undefined) return groups;
  return given.split(',').map((name) => {
    const group = groups.find((known) => known === name.trim());
    if (!group) throw new CannotRun(`--only knows ${groups.join(', ')}, not "${name.trim()}".`);
    return group;
  });
}

/** Headers that a check looks for, however they are written. */
const known = ['Cookie', 'Origin'];

function headersOf(given: readonly string[]): Record<string, string> {
  const pairs = given.map((line) => {
    const [, name, value] = /^([\w-]+):\s*(.+)$/.exec(line) ?? [];
    if (name === undefined || value === undefined)
      throw new CannotRun(`"${line}" is no header. Write it as --header 'Name: value'.`);
    return [known.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name, value];
  });
  return Object.fromEntries(pairs) as Record<string, string>;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        token: { type: 'string' },
        'other-token': { type: 'string' },
        header: { type: 'string', multiple: true },
        origin: { type: 'string' },
        only: { type: 'string' },
        'read-only': { type: 'boolean' },
        decide: { type: 'boolean' },
        'no-critical': { type: 'boolean' },
        partial: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new CannotRun(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

/** What was asked for, or nothing where only help was. */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Options | undefined {
  const { values, positionals } = parse(args);
  if (values.help) return undefined;
  if (positionals.length > 1)
    throw new CannotRun(`One endpoint at a time, not ${positionals.join(' and ')}.`);
  const readOnly = values['read-only'] ?? false;
  const decide = values.decide ?? false;
  if (readOnly && decide)
    throw new CannotRun('--decide writes and --read-only forbids it: give one of them.');
  return {
    endpoint: endpointOf(positionals[0]),
    token: values.token ?? (env['SUPPORT_TOKEN'] || undefined),
    otherToken: values['other-token'] ?? (env['SUPPORT_OTHER_TOKEN'] || undefined),
    headers: headersOf(values.header ?? []),
    origin: originOf(values.origin),
    only: groupsOf(values.only),
    readOnly,
    decide,
    critical: !(values['no-critical'] ?? false),
    partial: values.partial ?? false,
    json: values.json ?? false,
  };
}
