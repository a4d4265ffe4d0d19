import type { Connection } from '../context/connection.js';
import type { InputOf, OutputOf } from '../contract/operation.js';
import { getRequest, listRequests, type RequestDetails } from '../contract/support-requests.js';
import type { Language } from '../contract/values.js';
import { Poller, Pollers } from './poller.js';

export type RequestPage = OutputOf<typeof listRequests>;
export type RequestQuery = Pick<
  NonNullable<InputOf<typeof listRequests>['query']>,
  'status' | 'scope'
>;

/** The first page of the requests that a person looks at; what is older stands still. */
export class SupportRequestsPoller extends Poller<RequestPage> {
  constructor(
    connection: Connection,
    language: Language,
    readonly query: RequestQuery,
  ) {
    super(connection, language, 'follow');
  }

  protected override async fetch(): Promise<RequestPage | undefined> {
    const page = await this.connection.send(
      listRequests,
      { query: this.query },
      { language: this.language, transport: this.unlessChanged.transport },
    );
    return this.unlessChanged.unchanged && this.list ? undefined : page;
  }
}

/** One request whole, while somebody reads it. */
export class SupportRequestPoller extends Poller<RequestDetails> {
  constructor(
    connection: Connection,
    language: Language,
    readonly id: string,
  ) {
    super(connection, language, 'follow');
  }

  protected override async fetch(): Promise<RequestDetails | undefined> {
    const options = { language: this.language, transport: this.unlessChanged.transport };
    const request = await this.connection.send(getRequest, { params: { id: this.id } }, options);
    return this.unlessChanged.unchanged && this.list ? undefined : request;
  }
}

const pollers = new Pollers<SupportRequestsPoller>();

/** The one poller of a page for this question. */
export const supportRequestsPoller = (
  connection: Connection,
  language: Language,
  query: RequestQuery,
): SupportRequestsPoller =>
  pollers.of(
    connection,
    [language, query.scope, query.status].join(' '),
    () => new SupportRequestsPoller(connection, language, query),
  );
