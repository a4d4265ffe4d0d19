import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSigningKeys, type PrivateKeySet } from './advisory-log/signing-keys.js';
import type { EndpointOptions } from './endpoint.js';
import { isNetwork } from './limits/address.js';
import { missingRoom } from './limits/room-for-files.js';
import { limitVariables, type LimitSettings } from './limits/settings.js';
import { isLoopback, isLoopbackHost } from './loopback.js';
import { asciiAddress, isSameMailbox } from './relay/address.js';
import { readRemoteSupport } from './remote-support-file.js';
import { fivaldiConfigFile, readSupportConfig } from './support-config-file.js';
import { attachmentLimits } from './service-profile.js';
import { SupportConfigError } from './support-config.js';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where the built example pages are. */
  readonly pages: string;
  readonly logLevel: string;
  /** How many processes share the port. */
  readonly processes: number;
  /** Addresses and networks of proxies that tell whom they speak for. */
  readonly trustedProxies: readonly string[];
  /** Where `/metrics` is read: a port of its own, which only this computer reaches unless a host is given. */
  readonly metrics?: { readonly host: string; readonly port: number } | undefined;
  /** Whether traces go to where `OTEL_EXPORTER_OTLP_ENDPOINT` says. */
  readonly isTraced: boolean;
  /** Where what customer service offers is read from. */
  readonly supportFile: string;
  readonly endpoint: Pick<
    EndpointOptions,
    | 'support'
    | 'storage'
    | 'signIn'
    | 'sessionCookie'
    | 'allowedOrigins'
    | 'allowedHeaders'
    | 'remoteSupport'
    | 'relay'
    | 'notices'
    | 'keepRequestsDays'
    | 'limits'
  >;
}

/** Everything that is wrong with the configuration, said at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The endpoint can't start like this:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;
type Fault = (fault: string) => void;

const OPTIONS = ['--demo', '--for-everybody'];
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

const beside = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function readPort(name: string, text: string, fault: Fault): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    fault(`${name} is "${text}", which is no port: give a number from 0 to 65535.`);
  return port;
}

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

function readOrigins(text: string, fault: Fault): string[] {
  const origins = listed(text);
  for (const origin of origins) {
    const url = urlOf(origin);
    if (!url || !/^https?:$/.test(url.protocol) || url.origin !== origin || origin.includes('*')) {
      fault(
        `ALLOWED_ORIGINS has "${origin}", which is no exact origin: give them like https://portal.example, with commas between.`,
      );
    }
  }
  return origins;
}

function readStorage(
  { DATABASE_URL, DATA_DIR }: Environment,
  fault: Fault,
): EndpointOptions['storage'] {
  if (!DATABASE_URL)
    return { kind: 'folder', path: DATA_DIR ? resolve(DATA_DIR) : beside('.data') };
  if (DATA_DIR)
    fault(
      'DATABASE_URL and DATA_DIR are both given: the data live in one of them, so leave the other out.',
    );
  if (!/^postgres(?:ql)?:$/.test(urlOf(DATABASE_URL)?.protocol ?? ''))
    fault(
      'DATABASE_URL is no address of a PostgreSQL database: give it like postgresql://user:password@host:5432/name.',
    );
  return { kind: 'postgres', url: DATABASE_URL };
}

function readKeys(path: string | undefined, fault: Fault): PrivateKeySet {
  if (!path)
    fault(
      'SIGNING_KEYS_FILE is missing: the keys that decisions on advisory access are signed with. "npm run signing-key" makes a file of one key.',
    );
  return (path && readSigningKeys(path, fault)) || { keys: [] };
}

function readSignIn(
  demo: boolean,
  {
    OIDC_ISSUER,
    OIDC_AUDIENCE,
    OIDC_ROLES_CLAIM,
    OIDC_TENANT_CLAIM,
    OIDC_KEYS_HOURS,
    SIGNING_KEYS_FILE,
  }: Environment,
  fault: Fault,
): EndpointOptions['signIn'] {
  if (demo) {
    if (OIDC_ISSUER || OIDC_AUDIENCE)
      fault(
        '--demo lets anybody sign in, so it is never mixed with OIDC_ISSUER or OIDC_AUDIENCE: leave out the one or the other.',
      );
    return { kind: 'demo' };
  }
  if (!OIDC_ISSUER)
    fault(
      'OIDC_ISSUER is missing: the address of the OpenID provider whose tokens are taken. (To try things out on your own machine, start with --demo.)',
    );
  if (!OIDC_AUDIENCE)
    fault('OIDC_AUDIENCE is missing: the audience that a token must be meant for.');
  const url = OIDC_ISSUER ? urlOf(OIDC_ISSUER) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url));
  if (OIDC_ISSUER && !isSafe)
    fault(
      'OIDC_ISSUER must be an https address, since whoever changes its answer on the way decides who is signed in.',
    );
  if (OIDC_KEYS_HOURS && !/^[1-9]\d{0,3}$/.test(OIDC_KEYS_HOURS))
    fault(
      `OIDC_KEYS_HOURS is "${OIDC_KEYS_HOURS}": give a whole number of hours from 1 to 9999, for which known keys serve on while the provider is away.`,
    );
  return {
    kind: 'oidc',
    issuer: OIDC_ISSUER ?? '',
    signingKeys: readKeys(SIGNING_KEYS_FILE, fault),
    audience: OIDC_AUDIENCE ?? '',
    ...((OIDC_ROLES_CLAIM || OIDC_TENANT_CLAIM) && {
      claims: { roles: OIDC_ROLES_CLAIM || undefined, tenant: OIDC_TENANT_CLAIM || undefined },
    }),
    ...(OIDC_KEYS_HOURS && { keysHours: Number(OIDC_KEYS_HOURS) }),
  };
}

/** What HTTP calls a token: the name of a header or of a cookie. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

function readHeaders(
  text: string | undefined,
  fault: Fault,
): Pick<EndpointOptions, 'allowedHeaders'> {
  const headers = listed(text ?? '');
  for (const name of headers) {
    if (!TOKEN.test(name) || name === '*')
      fault(
        `ALLOWED_HEADERS has "${name}", which is no name of a header: give them like X-Trace-Id, with commas between.`,
      );
  }
  return headers.length ? { allowedHeaders: headers } : {};
}

function readCookie(name: string | undefined, fault: Fault): string | undefined {
  if (name && !TOKEN.test(name))
    fault(`SESSION_COOKIE is "${name}", which is no name of a cookie.`);
  return name || undefined;
}

const isAddress = (text: string): boolean => /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/.test(text);

/** An address in the form that every mail server takes. */
function readAddress(name: string, given: string | undefined, fault: Fault): string {
  if (!given) return '';
  const address = isAddress(given) ? asciiAddress(given) : undefined;
  if (address !== undefined) return address;
  fault(
    isAddress(given)
      ? `${name} is "${given}", which not every mail server takes: before the @ give letters from a to z, digits and marks alone.`
      : `${name} is "${given}", which is no e-mail address.`,
  );
  return given;
}

function readRelay(
  { SMTP_URL, HELPDESK_MAILBOX, MAIL_FROM }: Environment,
  fault: Fault,
): Pick<EndpointOptions, 'relay'> {
  if (!SMTP_URL && !HELPDESK_MAILBOX) {
    if (MAIL_FROM)
      fault(
        'MAIL_FROM is given, but neither SMTP_URL nor HELPDESK_MAILBOX: mails are sent only with both.',
      );
    return {};
  }
  if (!SMTP_URL)
    fault(
      'SMTP_URL is missing: HELPDESK_MAILBOX says where requests go, but not by which server. Give it like smtps://user:password@smtp.example.',
    );
  if (!HELPDESK_MAILBOX)
    fault(
      'HELPDESK_MAILBOX is missing: SMTP_URL says by which server requests go, but not to which address. Give it like helpdesk@example.com.',
    );
  const url = SMTP_URL ? urlOf(SMTP_URL) : undefined;
  // The address holds a password, so it isn't repeated.
  if (SMTP_URL && (!/^smtps?:$/.test(url?.protocol ?? '') || !url?.hostname))
    fault(
      'SMTP_URL is no address of a mail server: give it like smtps://user:password@smtp.example, or smtp:// where TLS begins with STARTTLS.',
    );
  const to = readAddress('HELPDESK_MAILBOX', HELPDESK_MAILBOX, fault);
  const address = readAddress('MAIL_FROM', MAIL_FROM, fault);
  if (!address)
    fault(
      'MAIL_FROM is missing: the address that the mails are from. Give one of its own, like support-widgets@example.com: mails from HELPDESK_MAILBOX to itself would be answered in circles, or dropped.',
    );
  else if (isSameMailbox(address, to))
    fault(
      'MAIL_FROM and HELPDESK_MAILBOX are the same: a mailbox that gets mails from itself answers itself in circles, or drops them. Give a sender of its own, like support-widgets@example.com.',
    );
  return {
    relay: { smtp: { url: SMTP_URL ?? '', to, from: { name: 'Tukipyynnöt', address } } },
  };
}

/** The page that the mails about advisory access lead to. */
function readNotices(
  { NOTICE_URL, SMTP_URL }: Environment,
  fault: Fault,
): Pick<EndpointOptions, 'notices'> {
  if (!NOTICE_URL) return {};
  if (!SMTP_URL)
    fault(
      'NOTICE_URL is given, but not SMTP_URL: it says which page the mails about advisory access lead to, but there is no server to send them by. Give SMTP_URL, HELPDESK_MAILBOX and MAIL_FROM too, or leave NOTICE_URL out.',
    );
  const url = urlOf(NOTICE_URL);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url));
  if (!url || !isSafe || url.username || url.password)
    fault(
      'NOTICE_URL must be the https address of your page with <advisory-access-approval>, without a name or password in it, like https://portal.example/support: people open it from a mail.',
    );
  return { notices: { url: url?.href ?? NOTICE_URL } };
}

function readDays(
  text: string | undefined,
  fault: Fault,
): Pick<EndpointOptions, 'keepRequestsDays'> {
  if (!text) return {};
  const days = Number(text);
  if (!/^\d+$/.test(text) || days < 1)
    fault(
      `KEEP_REQUESTS_DAYS is "${text}": give a whole number of days from 1, or leave it out to keep requests for good.`,
    );
  return { keepRequestsDays: days };
}

function readProxies(text: string, fault: Fault): string[] {
  const proxies = listed(text);
  for (const proxy of proxies) {
    if (!isNetwork(proxy))
      fault(
        `TRUSTED_PROXIES has "${proxy}", which is no address: give them like 10.0.0.7 or 10.0.0.0/8, with commas between.`,
      );
  }
  return proxies;
}

function readLimits(env: Environment, fault: Fault): Pick<EndpointOptions, 'limits'> {
  const limits: Partial<Record<keyof LimitSettings, number>> = {};
  for (const [name, { variable, least }] of Object.entries(limitVariables)) {
    const text = env[variable];
    if (!text) continue;
    const limit = Number(text);
    if (!/^\d{1,7}$/.test(text) || limit < least)
      fault(`${variable} is "${text}": give a whole number from ${least} to 9999999.`);
    limits[name as keyof LimitSettings] = limit;
  }
  return Object.keys(limits).length ? { limits } : {};
}

function readMetrics(
  { METRICS_PORT, METRICS_HOST }: Environment,
  fault: Fault,
): Pick<Config, 'metrics'> {
  if (!METRICS_PORT) {
    if (METRICS_HOST)
      fault(
        'METRICS_HOST is given, but not METRICS_PORT: metrics are told on a port of their own.',
      );
    return {};
  }
  return {
    metrics: {
      host: METRICS_HOST || '127.0.0.1',
      port: readPort('METRICS_PORT', METRICS_PORT, fault),
    },
  };
}

function readTracing(text: string | undefined, fault: Fault): boolean {
  if (!text) return false;
  if (!/^https?:$/.test(urlOf(text)?.protocol ?? ''))
    fault(
      'OTEL_EXPORTER_OTLP_ENDPOINT is no address of a collector: give it like http://localhost:4318.',
    );
  return true;
}

const MOST_PROCESSES = 64;

function readProcesses({ PROCESSES, DATABASE_URL }: Environment, fault: Fault): number {
  const count = Number(PROCESSES || 1);
  if (!Number.isInteger(count) || count < 1 || count > MOST_PROCESSES)
    fault(`PROCESSES is "${PROCESSES}": give a whole number from 1 to ${MOST_PROCESSES}.`);
  else if (count > 1 && !DATABASE_URL)
    fault(
      `PROCESSES is ${count}, but the embedded database serves one process: give DATABASE_URL too, or leave PROCESSES out.`,
    );
  return count;
}

function readLogLevel(level: string, fault: Fault): string {
  if (!LOG_LEVELS.includes(level))
    fault(`LOG_LEVEL is "${level}": give one of ${LOG_LEVELS.join(', ')}.`);
  return level;
}

function readSupport(path: string, fault: Fault): Pick<EndpointOptions, 'support'> {
  try {
    return { support: readSupportConfig(path) };
  } catch (error) {
    if (!(error instanceof SupportConfigError)) throw error;
    for (const wrong of error.faults) fault(`CONFIG_FILE: ${wrong}`);
    return {};
  }
}

/**
 * Reads the configuration once, from the command line and the environment. A variable that is set to nothing counts as
 * missing.
 */
export function readConfig(args: readonly string[], env: Environment): Config {
  const faults: string[] = [];
  const fault: Fault = (text) => faults.push(text);
  const host = env['HOST'] || '127.0.0.1';
  for (const arg of args)
    if (!OPTIONS.includes(arg)) fault(`"${arg}" is no option: there are ${OPTIONS.join(' and ')}.`);
  if (args.includes('--demo') && !args.includes('--for-everybody') && !isLoopbackHost(host))
    fault(
      `HOST is "${host}", where others reach this computer, and --demo lets anybody sign in as anybody: leave HOST out, or add --for-everybody if that is what you want.`,
    );
  const supportFile = env['CONFIG_FILE'] ? resolve(env['CONFIG_FILE']) : fivaldiConfigFile;
  const config: Config = {
    host,
    supportFile,
    port: readPort('PORT', env['PORT'] || '4400', fault),
    pages: env['PAGES_DIR'] ? resolve(env['PAGES_DIR']) : beside('dist/examples'),
    logLevel: readLogLevel(env['LOG_LEVEL'] || 'info', fault),
    processes: readProcesses(env, fault),
    trustedProxies: readProxies(env['TRUSTED_PROXIES'] ?? '', fault),
    ...readMetrics(env, fault),
    isTraced: readTracing(env['OTEL_EXPORTER_OTLP_ENDPOINT'], fault),
    endpoint: {
      storage: readStorage(env, fault),
      signIn: readSignIn(args.includes('--demo'), env, fault),
      sessionCookie: readCookie(env['SESSION_COOKIE'], fault),
      allowedOrigins: readOrigins(env['ALLOWED_ORIGINS'] ?? '', fault),
      ...readHeaders(env['ALLOWED_HEADERS'], fault),
      ...readRelay(env, fault),
      ...readNotices(env, fault),
      ...readDays(env['KEEP_REQUESTS_DAYS'], fault),
      ...readLimits(env, fault),
      ...readSupport(supportFile, fault),
      ...(env['REMOTE_SUPPORT_FILE'] && {
        remoteSupport: readRemoteSupport(env['REMOTE_SUPPORT_FILE'], fault),
      }),
    },
  };
  if (faults.length) throw new ConfigError(faults);
  const { support, limits = {} } = config.endpoint;
  const tight = support ? missingRoom(limits, attachmentLimits(support)) : [];
  if (tight.length) throw new ConfigError(tight);
  return config;
}
