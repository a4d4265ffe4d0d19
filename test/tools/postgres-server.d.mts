export interface PostgresServer {
  /** The address of its database `postgres`. */
  readonly url: string;
  stop(): Promise<void>;
}
export function canStartPostgres(): boolean;
export function startPostgres(): Promise<PostgresServer>;
export interface CreatedDatabase {
  readonly url: string;
  drop(): Promise<void>;
}
export function createDatabase(server: string): Promise<CreatedDatabase>;
