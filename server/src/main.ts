import cluster from 'node:cluster';
import { createServer, type Server } from 'node:http';
import { existsSync } from 'node:fs';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { pino } from 'pino';
import { ConfigError, readConfig, type Config } from './config.js';
import { withSession } from './demo-portal.js';
import { createEndpoint, type Caller, type Endpoint } from './endpoint.js';
import type { Metrics } from './health/metrics.js';
import { traceOf, type Log } from './http/observe.js';
import { RefusedBodies } from './http/refused-bodies.js';
import { CallerAddress } from './limits/address.js';
import { missingRoom } from './limits/room-for-files.js';
import { createPages } from './pages.js';
import { keepProcesses } from './processes.js';
import { attachmentLimits } from './service-profile.js';
import { FolderInUseError } from './storage/folder-lock.js';
import { StorageError } from './storage/storage-error.js';
import { readSupportConfig } from './support-config-file.js';
import { SupportConfigError } from './support-config.js';

const ENDPOINT = '/api/support';
const PATIENCE = 10_000;
/** Bytes of all headers of a call together; Node's own limit is a quarter of it. */
const MOST_HEADERS = 64 * 1024;
/**
 * How long a connection may be silent, in milliseconds: longer than proxies keep one, which is a minute. Whoever closes first
 * breaks the call that the other one is just sending, and Node's own five seconds also end what is sent over a line that pauses.
 */
const IDLE_PATIENCE = 65_000;
/** How long stopping takes at most, in milliseconds. */
const STOP_PATIENCE = 25_000;

interface Address {
  readonly host: string;
  readonly port: number;
}

const addressOf = ({ host, port }: Address): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

function listen(server: Server, { host, port }: Address): Promise<Address> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve({ host, port: typeof address === 'object' && address ? address.port : port });
    });
  });
}

/** Takes no more connections, lets what is under way finish, and cuts it off when that takes too long. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const limit = setTimeout(() => server.closeAllConnections(), PATIENCE);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(limit);
      resolve();
    });
  });
}

/** Tells whoever keeps the program running how it does: that it lives, and whether calls may come to it. */
async function healthPage(
  path: string,
  { health }: Endpoint,
  isStopping: boolean,
): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' };
  if (path === '/healthz') return Response.json({ alive: true }, { headers });
  const { ready, checks } = await health();
  const isReady = ready && !isStopping;
  return Response.json({ ready: isReady, checks }, { status: isReady ? 200 : 503, headers });
}

/** Tells metrics on a port of their own. */
async function serveMetrics(
  place: Address,
  metrics: Pick<Metrics, 'contentType' | 'text'>,
): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    if (incoming.url !== '/metrics') return void outgoing.writeHead(404).end();
    metrics.text().then(
      (text) => outgoing.writeHead(200, { 'Content-Type': metrics.contentType }).end(text),
      () => outgoing.writeHead(500).end(),
    );
  });
  console.log(`Metrics at ${addressOf(await listen(server, place))}/metrics`);
  return server.unref();
}

const peerOf = (env: object): string | undefined =>
  'incoming' in env ? (env as HttpBindings).incoming.socket.remoteAddress : undefined;

/** Tells by which address somebody calls, and tells the log once when nobody named the proxy that they come through. */
function callerOf(config: Config, log: Log): (request: Request, peer?: string) => Caller {
  const addresses = new CallerAddress(config.trustedProxies);
  let isWarned = false;
  return (request, peer) => {
    if (peer === undefined) return { isHeldToLength: true };
    const forwarded = request.headers.get('X-Forwarded-For');
    if (forwarded !== null && !isWarned && !addresses.isTrusted(peer)) {
      isWarned = true;
      log.info(
        {},
        'calls come through a proxy that TRUSTED_PROXIES does not name: whoever comes through it counts as one address',
      );
    }
    return { address: addresses.of(peer, forwarded), isHeldToLength: true };
  };
}

/** Offers what the file says now; a faulty file leaves all as it was. */
function offerAnew(
  { supportFile, endpoint: { limits = {} } }: Config,
  endpoint: Endpoint,
  log: Log,
): void {
  try {
    const support = readSupportConfig(supportFile);
    const faults = missingRoom(limits, attachmentLimits(support));
    if (faults.length) throw new SupportConfigError(faults);
    endpoint.offer(support);
    log.info({}, `what is offered was read anew from ${supportFile}`);
  } catch (error) {
    if (!(error instanceof SupportConfigError)) throw error;
    log.error({ faults: error.faults }, `nothing changed, since ${supportFile} has faults`);
  }
}

/** Says where the endpoint is, and what whoever started it should know. */
function announce({ pages, endpoint }: Config, place: Address): void {
  if (!existsSync(pages))
    console.warn(
      `No example pages in ${pages}: "npm run build" makes them. The endpoint works without.`,
    );
  const address = addressOf(place);
  console.log(`Listening on ${address} (endpoint at ${address}${ENDPOINT})`);
  if (endpoint.signIn.kind === 'demo')
    console.log(
      'Demonstration: anybody may sign in as anybody. Never run it like this for others.',
    );
}

/** Starts the processes that share the port, and tells the metrics of them all. */
async function runProcesses(config: Config, log: Log): Promise<void> {
  if (config.metrics) {
    const { MetricsOfAll } = await import('./health/metrics.js');
    await serveMetrics(config.metrics, new MetricsOfAll());
  }
  keepProcesses(config.processes, log, (host, port) => announce(config, { host, port }));
}

async function run(config: Config, log: Log): Promise<void> {
  // Loaded only where somebody reads them.
  const metrics = config.metrics && new (await import('./health/metrics.js')).Metrics();
  const tracer = config.isTraced ? (await import('./health/tracing.js')).startTracing() : undefined;
  const endpoint = await createEndpoint({
    ...config.endpoint,
    basePath: ENDPOINT,
    log,
    metrics,
    tracer,
  });
  if (config.metrics && metrics && !cluster.isWorker) await serveMetrics(config.metrics, metrics);
  let isStopping = false;
  const pages = createPages(config.pages);
  const isDemo = config.endpoint.signIn.kind === 'demo';
  const page = async (request: Request) => {
    const answer = await pages.fetch(request);
    return isDemo ? withSession(request, answer, endpoint, ENDPOINT) : answer;
  };
  const caller = callerOf(config, log);
  const server = createAdaptorServer({
    fetch: (request, env) => {
      const path = new URL(request.url).pathname;
      if (path.startsWith(`${ENDPOINT}/`))
        return endpoint.fetch(request, caller(request, peerOf(env)));
      return path === '/healthz' || path === '/readyz'
        ? healthPage(path, endpoint, isStopping)
        : page(request);
    },
    // A token that names many groups, beside the cookies of everything else on the host.
    serverOptions: { maxHeaderSize: MOST_HEADERS, keepAliveTimeout: IDLE_PATIENCE },
    // It would break the connection half a second after the answer.
    autoCleanupIncoming: false,
  });
  if (!('closeIdleConnections' in server)) throw new TypeError('Served over HTTP/1.1 only');
  const refused = new RefusedBodies();
  server.on('request', (incoming, outgoing) => refused.passOver(incoming, outgoing));

  const place = await listen(server, config);
  if (!cluster.isWorker) announce(config, place);

  const finish = async () => {
    if (isStopping) return;
    isStopping = true;
    // Whatever hangs by then, such as a connection that nobody answers on, ends with the process.
    setTimeout(() => process.exit(0), STOP_PATIENCE);
    await Promise.all([endpoint.stopRelay(), stop(server)]);
    await endpoint.close();
    await tracer?.stop().catch(() => undefined);
    process.exit(0);
  };
  process.on('SIGHUP', () => offerAnew(config, endpoint, log));
  process.on('SIGTERM', () => void finish());
  process.on('SIGINT', () => void finish());
}

function main(): Promise<void> {
  const config = readConfig(process.argv.slice(2), process.env);
  // Beside the work and not before it; what is left is written when the process ends.
  const log = pino({ level: config.logLevel, base: null }, pino.destination({ sync: false }));
  return config.processes > 1 && cluster.isPrimary ? runProcesses(config, log) : run(config, log);
}

/** What a person can act on is said plainly; anything else is a fault of ours and shows where it arose. */
function report(error: unknown): void {
  const isExpected =
    error instanceof ConfigError ||
    error instanceof FolderInUseError ||
    error instanceof StorageError;
  if (isExpected) console.error(error.message);
  else if (error instanceof Error && 'syscall' in error && error.syscall === 'listen')
    console.error(`The endpoint can't listen there: ${error.message}. Give another PORT or HOST.`);
  else console.error('The endpoint could not start.', JSON.stringify(traceOf(error), undefined, 2));
}

try {
  await main();
} catch (error) {
  report(error);
  process.exit(1);
}
