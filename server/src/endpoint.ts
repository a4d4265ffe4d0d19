import { Hono } from 'hono';
import { cors } from 'hono/cors';
import {
  defaultRemoteSupport,
  openApi,
  type Language,
  type RemoteSupport,
} from '../../src/contract/index.js';
import { Journal } from './advisory-log/journal.js';
import { demoSigningKeys, SigningKeys, type PrivateKeySet } from './advisory-log/signing-keys.js';
import { seedDemo } from './demo-data/seed.js';
import { demoRoutes } from './demo-routes.js';
import type { Handlers } from './http/call.js';
import { ProblemError } from './http/problem-error.js';
import { addressOf, createRoutes, type RouteEnv } from './http/routes.js';
import { HealthWatch, type Health } from './health/health.js';
import type { Metrics } from './health/metrics.js';
import { observe, toProblem, traceOf, type Log, type Tracer } from './http/observe.js';
import { purgeCounts } from './limits/counter.js';
import { Limits } from './limits/limits.js';
import { Notifier, type NoticePace } from './notices/notifier.js';
import type { LimitSettings } from './limits/settings.js';
import { articles } from './operations/articles.js';
import { advisoryAccess } from './operations/advisory-access.js';
import { advisoryReceipts } from './operations/advisory-receipts.js';
import { advisoryNotices } from './operations/advisory-notices.js';
import { advisorySettings } from './operations/advisory-settings.js';
import { attachments } from './operations/attachments.js';
import { capabilitiesOf } from './operations/capabilities.js';
import { incidents } from './operations/incidents.js';
import { people } from './operations/people.js';
import { remoteSupport } from './operations/remote-support.js';
import { requests } from './operations/requests.js';
import { service } from './operations/service.js';
import type { Services } from './operations/services.js';
import { staffAdvisoryAccess } from './operations/staff-advisory-access.js';
import { staffRequests } from './operations/staff-requests.js';
import { Relay, type RelayOptions } from './relay/relay.js';
import { remember } from './remember.js';
import { attachmentLimits, serviceProfile } from './service-profile.js';
import { fivaldiConfigFile, readSupportConfig } from './support-config-file.js';
import type { SupportConfig } from './support-config.js';
import { createDemoSignIn } from './sign-in/demo-sign-in.js';
import type { ClaimNames } from './sign-in/identity.js';
import { SignIn } from './sign-in/sign-in.js';
import { oidcVerifier, type TokenVerifier } from './sign-in/tokens.js';
import { settle } from './storage/advisory-access.js';
import { purgeNotices } from './storage/advisory-notices.js';
import { purgeLapsed } from './storage/attachments.js';
import { clockOf, databaseClock, type Clock } from './storage/clock.js';
import { openDatabase, type Storage } from './storage/database.js';
import { deleteOldRequests } from './storage/retention.js';
import type { Database } from './storage/tables.js';

export interface EndpointOptions {
  readonly storage: Storage;
  /** Whose tokens are taken: an OpenID provider's, or in a demonstration our own, which anybody gets. */
  readonly signIn:
    | {
        readonly kind: 'oidc';
        readonly issuer: string;
        readonly audience: string;
        /** Where the provider keeps roles and tenant, if elsewhere than usual. */
        readonly claims?: ClaimNames;
        /** The keys that advisory access is signed with; a demonstration makes its own. */
        readonly signingKeys: PrivateKeySet;
        /** How many hours known keys serve on while the provider is away; 24 without this. */
        readonly keysHours?: number;
      }
    | { readonly kind: 'demo' };
  /** Where the endpoint is mounted, such as `/api/support`; at the root without it. */
  readonly basePath?: string;
  /** The host's cookie that holds a token, for pages that send no bearer token. */
  readonly sessionCookie?: string | undefined;
  /** Other origins whose pages may call, each exact: `https://portal.example`. */
  readonly allowedOrigins?: readonly string[];
  /** Headers that those pages send beside what the contract has and the usual ones of traces. */
  readonly allowedHeaders?: readonly string[];
  /** What customer service offers; Visma Fivaldi's without this. */
  readonly support?: SupportConfig;
  /** Where the remote-support program is to be had; as the guide says it without this. */
  readonly remoteSupport?: RemoteSupport | undefined;
  /** The HelpDesk's mailbox, where requests and replies go too. */
  readonly relay?: Pick<RelayOptions, 'smtp' | 'pace'> | undefined;
  /** Has what happens to advisory access told by mail, where there is a relay. */
  readonly notices?:
    | {
        /** The host's page where people decide on advisory access, which the mails lead to. */
        readonly url: string;
        readonly pace?: Partial<NoticePace>;
      }
    | undefined;
  /** How many days a resolved or closed request is kept with what belongs to it; for good without this. */
  readonly keepRequestsDays?: number | undefined;
  /** How much one person, one address and all together may ask for, where it isn't the usual. */
  readonly limits?: Partial<LimitSettings> | undefined;
  readonly log?: Log | undefined;
  /** Counts and measures what is answered. */
  readonly metrics?: Pick<Metrics, 'answered' | 'refused' | 'gauge'> | undefined;
  readonly tracer?: Tracer | undefined;
  /** A clock for tests; the database's without it. */
  readonly now?: () => Date;
}

export interface Caller {
  /** By which the limits for addresses count: the caller's own, and not that of a proxy. Without one they don't count. */
  readonly address?: string | undefined;
  /** Whether the server that took the call ends a body at its Content-Length, as Node's does. Then a short body costs less to read. */
  readonly isHeldToLength?: boolean | undefined;
}

/** The support contract over HTTP, to be mounted wherever `fetch` handlers are. */
export interface Endpoint {
  readonly fetch: (request: Request, caller?: Caller) => Response | Promise<Response>;
  /** Offers something else from now on. */
  readonly offer: (support: SupportConfig) => void;
  /** How the endpoint does, and what it needs. */
  readonly health: () => Promise<Health>;
  /** Takes up no more mails; resolves when those that are under way have been brought, or after some patience. */
  readonly stopRelay: () => Promise<void>;
  /** Waits for what is under way to the mailbox, and lets the database go. */
  readonly close: () => Promise<void>;
}

const PURGE_INTERVAL = 10 * 60 * 1000;
const SETTLE_INTERVAL = 30 * 1000;
const HOUR = 60 * 60 * 1000;
const USUAL_KEYS_HOURS = 24;
const PREFLIGHT_SECONDS = 7200;

function handlersFor(services: Services, details: RemoteSupport): Handlers {
  const handlers: Handlers = {
    ...service(services, () => capabilitiesOf(handlers)),
    ...people(services),
    ...incidents(services),
    ...articles(services),
    ...attachments(services),
    ...requests(services),
    ...remoteSupport(details),
    ...advisoryAccess(services),
    ...staffAdvisoryAccess(services),
    ...staffRequests(services),
    ...advisoryReceipts(services),
    ...advisorySettings(services),
    ...advisoryNotices(services),
  };
  return handlers;
}

async function openDemo(
  db: Database,
  journal: Journal,
  now: () => Date,
): Promise<{ verifier: TokenVerifier; routes?: Hono<RouteEnv> }> {
  await seedDemo(db, journal, now());
  const demo = await createDemoSignIn(db, now);
  return { verifier: demo.verifier, routes: demoRoutes(demo) };
}

const providerOf = (
  { issuer, audience, keysHours = USUAL_KEYS_HOURS }: EndpointOptions['signIn'] & { kind: 'oidc' },
  now: () => Date,
): TokenVerifier => oidcVerifier({ issuer, audience, keysLifetime: keysHours * HOUR, now });

/** What pages send beside their own, by programs that follow a call through all that it meets; nothing of it is read here. */
const traceHeaders = [
  'traceparent',
  'tracestate',
  'baggage',
  'sentry-trace',
  'b3',
  'X-B3-TraceId',
  'X-B3-SpanId',
  'X-B3-ParentSpanId',
  'X-B3-Sampled',
  'X-B3-Flags',
  'uber-trace-id',
  'newrelic',
  'elastic-apm-traceparent',
  'Request-Id',
  'Request-Context',
  'X-Request-Id',
  'X-Correlation-Id',
  'X-Requested-With',
  'X-Cloud-Trace-Context',
  'X-Amzn-Trace-Id',
  'X-Datadog-Trace-Id',
  'X-Datadog-Parent-Id',
  'X-Datadog-Origin',
  'X-Datadog-Sampling-Priority',
  'X-Datadog-Tags',
  'X-Dynatrace',
  'x-instana-t',
  'x-instana-s',
  'x-instana-l',
];

const crossOrigin = (allowed: readonly string[], headers: readonly string[]) =>
  cors({
    origin: (origin) => (allowed.includes(origin) ? origin : null),
    allowMethods: ['GET', 'PUT', 'PATCH', 'DELETE', 'POST'],
    allowHeaders: [
      'Authorization',
      'Content-Type',
      'Content-Digest',
      'If-None-Match',
      'X-XSRF-TOKEN',
      ...traceHeaders,
      ...headers,
    ],
    exposeHeaders: ['ETag', 'Retry-After', 'Date'],
    maxAge: PREFLIGHT_SECONDS,
    credentials: true,
  });

/** Does something again and again; what goes wrong is logged and tried again next time. */
function every(
  interval: number,
  failure: string,
  does: () => Promise<unknown>,
  log?: Log,
): NodeJS.Timeout {
  const timer = setInterval(() => {
    does().catch((error: unknown) => log?.error({ error: traceOf(error) }, failure));
  }, interval);
  return timer.unref();
}

/** Opens the database and makes an endpoint on it. */
export async function createEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const {
    signIn,
    basePath = '',
    sessionCookie,
    allowedOrigins = [],
    allowedHeaders = [],
    remoteSupport: details = defaultRemoteSupport,
    keepRequestsDays,
    log,
    metrics,
    tracer,
  } = options;
  let offers = 0;
  let support = options.support ?? readSupportConfig(fivaldiConfigFile);
  const { db, pool, close } = await openDatabase(options.storage);
  let clock: Clock | undefined;
  try {
    clock = options.now ? clockOf(options.now) : await databaseClock(db);
    const { now, within: clockIn } = clock;
    const keys = await SigningKeys.from(
      signIn.kind === 'demo' ? await demoSigningKeys(db) : signIn.signingKeys,
    );
    const notices = options.relay && options.notices;
    const notifier = notices && new Notifier(notices.pace);
    const journal = new Journal(keys, notifier);
    const { verifier, routes } =
      signIn.kind === 'demo'
        ? await openDemo(db, journal, now)
        : { verifier: providerOf(signIn, now) };
    const profile = remember(
      (language: Language) => serviceProfile(support, language, now()),
      () => `${now().getUTCFullYear()} ${offers}`,
    );
    const attachments = () => attachmentLimits(support);
    const relay =
      options.relay &&
      new Relay({ ...options.relay, noticeUrl: notices?.url, db, now, log, profile });
    const limits = new Limits(db, options.limits ?? {}, attachments, (limit) =>
      metrics?.refused(limit),
    );
    const watch = new HealthWatch({ db, now, verifier, relay });
    metrics?.gauge({
      health: () => watch.health(),
      outbox: () => watch.outbox(),
      pool: () => pool?.(),
      bodyBytes: () => limits.bodyBytes,
    });
    const services: Services = {
      db,
      now,
      clockIn,
      journal,
      keys,
      log,
      attachmentLimits: attachments,
      waiting: {
        files: limits.settings.waitingFiles,
        bytes: limits.settings.waitingMegabytes * 1024 * 1024,
      },
      profile,
      relay,
      mailsNotices: notices !== undefined,
    };

    const app = new Hono<RouteEnv>().basePath(basePath);
    app.use(observe({ log, meter: metrics, tracer }));
    const share = crossOrigin(allowedOrigins, allowedHeaders);
    // Most calls come from pages of the endpoint's own host, and need nothing of it.
    app.use((context, next) =>
      context.req.method === 'OPTIONS' ||
      allowedOrigins.includes(context.req.header('Origin') ?? '')
        ? share(context, next)
        : next(),
    );
    app.use(async (context, next) => {
      await limits.arrived(addressOf(context));
      await next();
    });
    app.onError((error) => toProblem(error).toResponse());
    app.notFound(() => new ProblemError('notFound').toResponse());
    app.get('/openapi.json', (context) => context.json(openApi(basePath || '/')));
    if (routes) {
      app.use('/demo/*', (context, next) => limits.unsigned(addressOf(context)).then(next));
      app.route('/', routes);
    }
    app.route(
      '/',
      createRoutes(handlersFor(services, details), {
        limits,
        signIn: new SignIn({
          verifier,
          claims: signIn.kind === 'oidc' ? signIn.claims : undefined,
          sessionCookie,
          allowedOrigins,
          now,
        }),
      }),
    );

    const purge = () =>
      Promise.all([
        purgeLapsed(db, now()),
        purgeCounts(db),
        purgeNotices(db, now()),
        keepRequestsDays && deleteOldRequests(db, keepRequestsDays, now()),
      ]);
    const jobs = [
      every(PURGE_INTERVAL, 'purging failed', purge, log),
      every(
        SETTLE_INTERVAL,
        'running advisory access on failed',
        () => settle(db, journal, now()).then(() => notifier?.remind(db, now())),
        log,
      ),
    ];
    return {
      fetch: (request, caller = {}) => app.fetch(request, caller),
      offer: (offered) => {
        support = offered;
        offers += 1;
      },
      health: () => watch.health(),
      stopRelay: async () => relay?.stop(),
      close: async () => {
        for (const job of jobs) clearInterval(job);
        clock?.stop();
        await relay?.stop();
        await close();
      },
    };
  } catch (error) {
    clock?.stop();
    await close();
    throw error;
  }
}
