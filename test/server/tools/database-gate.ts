import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';

/** What a pooler such as PgBouncer takes when a connection begins; it refuses whatever else would hold for a whole session. */
const TAKEN = new Set([
  'user',
  'database',
  'application_name',
  'client_encoding',
  'datestyle',
  'timezone',
  'standard_conforming_strings',
]);

const refusal = (parameter: string): Buffer => {
  const fields = Buffer.from(
    `SFATAL\0C08P01\0Munsupported startup parameter: ${parameter}\0\0`,
    'latin1',
  );
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
};

/** The parameters of the first message of a connection. */
function parametersOf(message: Buffer): string[] {
  const words = message.subarray(8).toString('latin1').split('\0');
  return words.filter((word, index) => index % 2 === 0 && word !== '');
}

/** A way to a PostgreSQL server that can go silent, as a network or a pooler does. */
export class DatabaseGate {
  readonly #server: Server;
  readonly #target: URL;
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  readonly #unheard = new Set<Socket>();
  isSilentForNew = false;

  private constructor(target: URL) {
    this.#target = target;
    this.#server = createServer((client) => this.#admit(client));
  }

  static async open(database: string): Promise<DatabaseGate> {
    const gate = new DatabaseGate(new URL(database));
    await once(gate.#server.listen(0, '127.0.0.1'), 'listening');
    return gate;
  }

  /** The database's address through the gate. */
  get url(): string {
    const address = this.#server.address();
    const url = new URL(this.#target);
    url.search = '';
    url.host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    return url.href;
  }

  /** How many connections it has passed on to the database and not yet seen end. */
  get open(): number {
    return this.#pairs.size;
  }

  /** From now on nothing comes through the connections that there are; nobody is told. */
  silence(): void {
    for (const [client, server] of this.#pairs) {
      client.unpipe(server);
      server.unpipe(client);
    }
  }

  async close(): Promise<void> {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
    for (const socket of this.#unheard) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #admit(client: Socket): void {
    client.on('error', () => undefined);
    if (this.isSilentForNew) {
      this.#unheard.add(client);
      return;
    }
    client.once('data', (first) => {
      const unknown = parametersOf(first).find((name) => !TAKEN.has(name.toLowerCase()));
      if (unknown !== undefined) {
        client.end(refusal(unknown));
        return;
      }
      const server = this.#connect();
      const pair = [client, server] as const;
      this.#pairs.add(pair);
      server.on('error', () => undefined);
      server.write(first);
      client.pipe(server).pipe(client);
      for (const socket of pair) socket.once('close', () => this.#pairs.delete(pair));
    });
  }

  #connect(): Socket {
    const folder = this.#target.searchParams.get('host');
    const port = this.#target.port || '5432';
    return folder?.startsWith('/')
      ? connect(join(folder, `.s.PGSQL.${port}`))
      : connect(Number(port), folder ?? this.#target.hostname);
  }
}
