import { sql } from 'kysely';
import type { Database } from '../storage/tables.js';

/** How many perfect subtrees a log of so many entries has. */
function nodesIn(size: number): number {
  let count = 0;
  for (let left = size; left > 0; left = Math.floor(left / 2)) count += left;
  return count;
}

/** What a statement says, as JSON: the middle part of a JWS. */
const said = sql`convert_from(decode(
  translate(split_part(log.jws, '.', 2), '-_', '+/') || repeat('=', (4 - length(split_part(log.jws, '.', 2)) % 4) % 4),
  'base64'), 'UTF8')::jsonb`;

const numbers = sql`(select coalesce(jsonb_agg(one -> 'number' order by place), '[]') from jsonb_array_elements(asked.companies) with ordinality as listed(one, place))`;
const ids = sql`(select coalesce(jsonb_agg(one -> 'id' order by place), '[]') from jsonb_array_elements(asked.areas) with ordinality as listed(one, place))`;

/** Counts by name, as the database tells them: texts. */
const numbersOf = <N extends string>(rows: readonly Record<N, string>[]): Record<N, number> =>
  Object.fromEntries(
    Object.entries<string>(rows[0] ?? {}).map(([name, count]) => [name, Number(count)]),
  ) as Record<N, number>;

/** What is wrong with the tree itself: a statement or a hash that was changed, removed or added. */
async function problemInTree(db: Database, tenant: string): Promise<string | undefined> {
  const { rows } = await sql<Record<'size' | 'entries' | 'nodes' | 'altered' | 'broken', string>>`
    with log as (select * from advisory_log where tenant = ${tenant}),
    nodes as (select * from advisory_log_nodes where tenant = ${tenant})
    select
      (select coalesce(max(size), 0) from advisory_log_heads where tenant = ${tenant}) as size,
      (select count(*) from log) as entries,
      (select count(*) from nodes) as nodes,
      (select count(*) from log left join nodes on nodes.level = 0 and nodes.index = log.index
        where nodes.hash is null or (log.jws is not null
          and nodes.hash <> sha256('\\x00'::bytea || sha256(log.salt || convert_to(log.jws, 'UTF8'))))) as altered,
      (select count(*) from nodes above
        left join nodes as one on one.level = above.level - 1 and one.index = above.index * 2
        left join nodes as other on other.level = above.level - 1 and other.index = above.index * 2 + 1
        where above.level > 0 and (one.hash is null or other.hash is null
          or above.hash <> sha256('\\x01'::bytea || one.hash || other.hash))) as broken`.execute(
    db,
  );
  const { size, entries, nodes, altered, broken } = numbersOf(rows);
  if (entries !== size) return `it has ${entries} entries instead of ${size}`;
  if (nodes !== nodesIn(size)) return `it has ${nodes} hashes instead of ${nodesIn(size)}`;
  if (altered) return `the statements of ${altered} entries are not those of their hashes`;
  return broken ? `${broken} hashes are not those of what they stand for` : undefined;
}

/** Where statements and tables tell of different things. */
async function problemInTables(db: Database, tenant: string): Promise<string | undefined> {
  const { rows } = await sql<Record<'unsigned' | 'differing' | 'undecided', string>>`
    with log as (select * from advisory_log where tenant = ${tenant}),
    requests as (select * from advisory_access where tenant = ${tenant}),
    said as materialized (select log.history, log.settings, ${said} as statement from log where log.jws is not null)
    select
      (select count(*) from advisory_history history join requests on requests.id = history.request
        left join log on log.history = history.serial
        where log.history is null and history.serial > (select max(advisory_log_start.history) from advisory_log_start)) +
      (select count(*) from advisory_settings_changes change left join log on log.settings = change.serial
        where change.tenant = ${tenant} and log.settings is null) +
      (select count(*) from (values (1)) one
        left join advisory_settings kept on kept.tenant = ${tenant}
        left join lateral (select * from advisory_settings_changes change where change.tenant = ${tenant}
          order by serial desc limit 1) last on true
        where coalesce(kept.approvers_required, 1) <> coalesce(last.approvers_required, 1)
          or (last.serial is not null and kept.max_hours is distinct from last.max_hours)) as unsigned,
      (select count(*) from said
        left join advisory_settings_changes change on change.serial = said.settings
        where said.history is null and (change.serial is null
          or (statement ->> 'type', statement ->> 'tenant', statement #>> '{by,id}', statement #>> '{by,name}', (statement ->> 'at')::timestamptz,
            (statement #>> '{settings,maxHours}')::integer, (statement #>> '{settings,approversRequired}')::integer)
            is distinct from ('settings', change.tenant, change.by, change.by_name, change.at, change.max_hours, change.approvers_required))) +
      (select count(*) from said
        left join advisory_history history on history.serial = said.history
        left join advisory_versions asked on asked.request = history.request and asked.version = history.version
        left join advisory_decisions decided on decided.request = history.request and decided.version = history.version
        left join advisory_first_approvals first on first.request = history.request and first.version = history.version
        where said.history is not null and (history.serial is null
          or (statement ->> 'type', statement ->> 'id', (statement ->> 'version')::integer, (statement ->> 'at')::timestamptz)
            <> (history.act, history.request::text, history.version, history.at)
          or statement #>> '{by,id}' is distinct from history.by
          or statement #>> '{by,name}' is distinct from history.by_name
          or statement ->> 'reason' is distinct from history.text
          or statement -> 'use' is distinct from history.use
          or (history.act in ('asked', 'amended')
            and (statement #> '{content,companies}', statement #> '{content,areas}', statement #>> '{content,access}',
              statement #> '{content,grantedTo}', statement #> '{content,environment}', statement #>> '{content,reason}', statement #>> '{content,supportRequest}',
              (statement #>> '{content,from}')::timestamptz, (statement #>> '{content,until}')::timestamptz)
            is distinct from (${numbers}, ${ids}, asked.access,
              jsonb_build_object('kind', asked.granted_kind, 'id', asked.granted_id, 'name', asked.granted_name),
              jsonb_build_object('id', asked.environment ->> 'id', 'name', asked.environment ->> 'name'),
              asked.reason, asked.support_request, asked.from_at, asked.until_at))
          or (history.act = 'firstApproved'
            and (statement #> '{content,companies}', statement #> '{content,areas}', (statement #>> '{content,until}')::timestamptz)
            is distinct from (coalesce(first.companies, ${numbers}), coalesce(first.areas, ${ids}), first.until_at))
          or (history.act = 'approved'
            and (statement #> '{content,companies}', statement #> '{content,areas}', (statement #>> '{content,until}')::timestamptz, statement #>> '{first,id}')
            is distinct from (coalesce(decided.companies, ${numbers}), coalesce(decided.areas, ${ids}), decided.until_at, first.by)))
      ) as differing,
      (select count(*) from advisory_first_approvals first join requests on requests.id = first.request
        left join advisory_history history on history.request = first.request and history.version = first.version
          and history.act = 'firstApproved' and history.by = first.by
        where history.serial is null) +
      (select count(*) from requests left join advisory_decisions decided
          on decided.request = requests.id and decided.version = requests.version
        left join advisory_history history on history.request = requests.id
          and history.version = requests.version and history.act = decided.outcome
        where (decided.request is not null and history.serial is null)
          or (requests.state in ('scheduled', 'active')
            and (decided.request is null or requests.ends_at is distinct from decided.until_at
              or exists (select from advisory_history over where over.request = requests.id
                and over.version = requests.version and over.act in ('revoked', 'ended'))))) as undecided`.execute(
    db,
  );
  const { unsigned, differing, undecided } = numbersOf(rows);
  if (unsigned) return `${unsigned} acts have no statement`;
  if (differing) return `${differing} statements differ from what the tables say`;
  return undecided ? `${undecided} grants have no decision that was signed` : undefined;
}

/**
 * Looks whether a customer's log agrees with itself, and with what the tables say of requests for advisory access: every hash, and
 * every act, version and decision. Whoever changes the database by hand, past the triggers too, makes them differ.
 *
 * @returns what is wrong, for the log of the endpoint; nothing where all agree
 */
export const problemIn = async (db: Database, tenant: string): Promise<string | undefined> =>
  (await problemInTree(db, tenant)) ?? problemInTables(db, tenant);
