import type { Connection } from '../context/connection.js';
import { listAdvisoryAccess } from '../contract/advisory-access.js';
import type { InputOf, OutputOf } from '../contract/operation.js';
import type { Language } from '../contract/values.js';
import { Poller, Pollers } from './poller.js';
import { ServerClock } from './server-clock.js';

export type AdvisoryAccessList = OutputOf<typeof listAdvisoryAccess>;

const openStates = ['pending', 'scheduled', 'active'] as const;

/** The newest advisory requests, and all that are open. */
export class AdvisoryAccessPoller extends Poller<AdvisoryAccessList> {
  readonly clock = new ServerClock();

  protected override async fetch(): Promise<AdvisoryAccessList | undefined> {
    const first = await this.#page({});
    let { list, unchanged } = first;
    // The newest come first: what is still open may be older than everything on the first page.
    for (const state of first.list.next ? openStates : []) {
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const page = await this.#page({ state, cursor });
        const known = new Set(list.items.map(({ id }) => id));
        list = {
          ...list,
          items: [...list.items, ...page.list.items.filter(({ id }) => !known.has(id))],
        };
        unchanged &&= page.unchanged;
        cursor = page.list.next;
      }
    }
    return unchanged ? undefined : list;
  }

  async #page(
    query: NonNullable<InputOf<typeof listAdvisoryAccess>['query']>,
  ): Promise<{ list: AdvisoryAccessList; unchanged: boolean }> {
    const options = { language: this.language, transport: this.unlessChanged.transport };
    const list = await this.connection.send(listAdvisoryAccess, { query }, options);
    const { unchanged, date } = this.unlessChanged;
    // An answer that was given before tells the time of then.
    const time = unchanged ? date : Date.parse(list.serverTime);
    if (time !== undefined) this.clock.synchronize(time);
    return { list, unchanged };
  }
}

const pollers = new Pollers<AdvisoryAccessPoller>();

/** The one poller of a connection: whoever watches the same endpoint on a page shares what it learns. */
export const advisoryAccessPoller = (
  connection: Connection,
  language: Language,
): AdvisoryAccessPoller =>
  pollers.of(
    connection,
    language,
    () => new AdvisoryAccessPoller(connection, language, 'advisoryAccess'),
  );
