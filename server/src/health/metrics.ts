import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Histogram } from 'prom-client';
import type { Meter } from '../http/observe.js';
import type { LimitName } from '../limits/limits.js';
import type { PoolCounts } from '../storage/server-pool.js';
import type { Health, Outbox } from './health.js';

/** What an endpoint tells of itself when it is asked. */
export interface Gauged {
  health(): Promise<Health>;
  outbox(): Promise<Outbox | undefined>;
  pool(): PoolCounts | undefined;
  /** Bytes of bodies on their way. */
  bodyBytes(): number;
}

/** From a cached answer to a large upload, in seconds. */
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What is counted and measured, in the form that Prometheus reads. Operations are called by their names in the contract: nothing tells who called, or for what. */
export class Metrics implements Meter {
  readonly #registry = new AggregatorRegistry();
  readonly #calls: Counter<'operation' | 'status'>;
  readonly #seconds: Histogram<'operation'>;
  readonly #refused: Counter<'limit'>;

  constructor() {
    const registers = [this.#registry];
    // What `MetricsOfAll` gets of this process, where there are several.
    AggregatorRegistry.setRegistries(registers);
    collectDefaultMetrics({ register: this.#registry });
    this.#calls = new Counter({
      name: 'support_calls_total',
      help: 'Calls that were answered, by operation and status',
      labelNames: ['operation', 'status'],
      registers,
    });
    this.#seconds = new Histogram({
      name: 'support_call_seconds',
      help: 'Seconds until the answer, by operation',
      labelNames: ['operation'],
      buckets: SECONDS,
      registers,
    });
    this.#refused = new Counter({
      name: 'support_refused_total',
      help: 'Calls that were refused because of a limit',
      labelNames: ['limit'],
      registers,
    });
  }

  answered(operation: string, status: number, seconds: number): void {
    this.#calls.inc({ operation, status: String(status) });
    this.#seconds.observe({ operation }, seconds);
  }

  refused(limit: LimitName): void {
    this.#refused.inc({ limit });
  }

  /** Adds what is asked for at the moment of reading. */
  gauge(gauged: Gauged): void {
    const registers = [this.#registry];
    new Gauge({
      name: 'support_healthy',
      help: '1 while what the endpoint needs is there and does its work',
      labelNames: ['check'],
      aggregator: 'min',
      registers,
      async collect() {
        const { checks } = await gauged.health();
        for (const [check, state] of Object.entries(checks))
          if (state !== 'off') this.set({ check }, state === 'ok' ? 1 : 0);
      },
    });
    const mails = new Gauge({
      name: 'support_outbox_mails',
      help: 'Mails to the HelpDesk that wait, or were given up',
      labelNames: ['state'],
      aggregator: 'max',
      registers,
    });
    new Gauge({
      name: 'support_outbox_oldest_seconds',
      help: 'How long the oldest mail that waits has waited',
      aggregator: 'max',
      registers,
      async collect() {
        const outbox = await gauged.outbox();
        if (!outbox) return;
        this.set(outbox.oldestSeconds);
        mails.set({ state: 'waiting' }, outbox.waiting);
        mails.set({ state: 'failed' }, outbox.failed);
      },
    });
    new Gauge({
      name: 'support_pool_connections',
      help: 'Connections to the database, and calls that wait for one',
      labelNames: ['state'],
      registers,
      collect() {
        const counts = gauged.pool();
        if (!counts) return;
        for (const state of ['busy', 'idle', 'waiting'] as const)
          this.set({ state }, counts[state]);
      },
    });
    new Gauge({
      name: 'support_body_bytes',
      help: 'Memory that is kept for bodies on their way',
      registers,
      collect() {
        this.set(gauged.bodyBytes());
      },
    });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}

/** What several processes of an endpoint count and measure, added up by the one that keeps them. */
export class MetricsOfAll {
  readonly #registry = new AggregatorRegistry();

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.clusterMetrics();
  }
}
