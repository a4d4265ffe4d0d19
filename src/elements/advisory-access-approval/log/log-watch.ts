import { has } from '../../../context/connection.js';
import type { AccessHost } from '../access-request.js';
import { checkAdvisoryLog, rememberHead, type LogFinding } from './log-check.js';

/** The endpoint looks through the whole log each time: it is asked with what is new, and not more often than this. */
const PAUSE_MS = 60_000;

/** Looks whether the customer's log still begins with what this browser saw of it, wherever decisions are shown. */
export class LogWatch {
  /** Missing until it is known, and where it can't be. */
  finding: LogFinding | undefined;
  readonly #host: AccessHost;
  #checked: unknown;
  #checkedAt = -Infinity;
  #isChecking = false;

  constructor(host: AccessHost) {
    this.#host = host;
  }

  /** To be called with every update. */
  async check(): Promise<void> {
    const { access, profile } = this.#host;
    const { list } = access;
    const { service, me } = profile;
    const connection = this.#host.connection();
    if (!connection || !service || !me || !list || list === this.#checked || this.#isChecking)
      return;
    if (!has(service, 'advisoryReceipts') || performance.now() < this.#checkedAt + PAUSE_MS) return;
    this.#isChecking = true;
    const now = access.clock?.now() ?? new Date();
    const finding = await checkAdvisoryLog(connection, me.tenant, now);
    this.#checked = list;
    if (finding) this.#show(finding);
    this.#checkedAt = performance.now();
    this.#isChecking = false;
  }

  /** Goes on with the log as it is now, as the person wants to. */
  accept(): void {
    const { finding } = this;
    const endpoint = this.#host.connection()?.choice.endpoint;
    const tenant = this.#host.profile.me?.tenant;
    if (finding?.kind !== 'rewritten' || endpoint === undefined || tenant === undefined) return;
    rememberHead(endpoint, tenant, finding.now);
    this.finding = { kind: 'whole' };
    this.#host.changed('title');
  }

  #show(finding: LogFinding): void {
    const isNews = finding.kind !== (this.finding?.kind ?? 'whole');
    this.finding = finding;
    if (isNews) this.#host.changed();
  }
}
