import { sql, type Selectable } from 'kysely';
import type { Database, Tables } from './tables.js';

export type IncidentRow = Selectable<Tables['incidents']>;

export interface IncidentFilter {
  readonly product?: string | undefined;
  /** Only what concerns this one, or the whole product. */
  readonly application?: string | undefined;
}

/** One of them, also when it is over. */
export const findIncident = (db: Database, id: string): Promise<IncidentRow | undefined> =>
  db.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst();

/** Those that have begun and not ended, worst first, then newest. */
export function openIncidents(
  db: Database,
  { product, application }: IncidentFilter,
  now: Date,
): Promise<IncidentRow[]> {
  let query = db
    .selectFrom('incidents')
    .selectAll()
    .where('started_at', '<=', now)
    .where((is) => is.or([is('ended_at', 'is', null), is('ended_at', '>', now)]))
    .orderBy(sql`array_position(array['outage', 'disruption', 'notice'], severity)`)
    .orderBy('started_at', 'desc')
    .orderBy('id');
  if (product !== undefined) query = query.where('product', '=', product);
  if (application !== undefined)
    query = query.where((is) =>
      is.or([is('application', '=', application), is('application', 'is', null)]),
    );
  return query.execute();
}
