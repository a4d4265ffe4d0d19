export interface PostgresServer {
  /** The address of its database `postgres`. */
  readonly url: string;
  /** Ends the server by a signal, `QUIT` as by a crash, and starts it again. */
  restart(signal: 'INT' | 'QUIT'): Promise<void>;
  stop(): Promise<void>;
}
export function canStartPostgres(): boolean;
export function startPostgres(options?: { readonly isDurable?: boolean }): Promise<PostgresServer>;
export interface CreatedDatabase {
  readonly url: string;
  drop(): Promise<void>;
}
export function createDatabase(server: string, template?: string): Promise<CreatedDatabase>;
