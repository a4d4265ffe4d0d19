export interface PostgresServer {
  /** The address of its database `postgres`. */
  readonly url: string;
  stop(): Promise<void>;
}
export function canStartPostgres(): boolean;
export function startPostgres(): Promise<PostgresServer>;
