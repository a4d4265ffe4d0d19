import { randomBytes } from 'node:crypto';
import { sql, type Selectable, type Transaction } from 'kysely';
import {
  canonicalJson,
  completedNodes,
  concatenate,
  leafHash,
  nodeHash,
  type LogNode,
  type SettingsStatement,
  type Statement,
  type StatementContent,
} from '../../../src/contract/index.js';
import { findDecision, findFirstApproval, findVersion } from '../storage/advisory-reading.js';
import type { SettingsChangeRow } from '../storage/advisory-settings.js';
import type { AdvisoryHistoryAct, AdvisoryUse, Tables } from '../storage/tables.js';
import { hashesOf, sha256 } from './log-nodes.js';
import type { SigningKeys } from './signing-keys.js';

type AccessRow = Selectable<Tables['advisory_access']>;

/** Against guessing what an entry says from its hash, once the entry has been erased. */
const SALT_BYTES = 16;

/** What happened to a request; by nobody where time did it. */
export interface AdvisoryEvent {
  readonly act: AdvisoryHistoryAct;
  readonly at: Date;
  readonly by?: { readonly id: string; readonly name: string };
  /** The reason that was given. */
  readonly text?: string | undefined;
  readonly use?: AdvisoryUse;
}

/** Has what happened told to people, in the transaction in which it happens. */
export interface JournalListener {
  recorded(trx: Transaction<Tables>, row: AccessRow, event: AdvisoryEvent): Promise<void>;
  settingsChanged(trx: Transaction<Tables>, change: SettingsChangeRow): Promise<void>;
}

const byCustomer: readonly AdvisoryHistoryAct[] = [
  'firstApproved',
  'approved',
  'rejected',
  'returned',
  'revoked',
];

/** What was chosen of what a version asks; nothing where it is all. */
interface Chosen {
  readonly companies: string[] | null;
  readonly areas: string[] | null;
  readonly from?: Date | null;
  readonly until: Date | null;
}

/** What a version asks, what the first of two approvers chose, or what was granted. */
async function contentOf(
  trx: Transaction<Tables>,
  row: AccessRow,
  chosen: Chosen | undefined,
): Promise<StatementContent> {
  const asked = await findVersion(trx, row.id, row.version);
  const { id: environment, name } = asked.environment;
  return {
    grantedTo: { kind: asked.granted_kind, id: asked.granted_id, name: asked.granted_name },
    access: asked.access,
    environment: { id: environment, name },
    companies: chosen?.companies ?? asked.companies.map(({ number }) => number),
    areas: chosen?.areas ?? asked.areas.map((area) => area.id),
    from: (chosen?.from ?? asked.from_at).toISOString(),
    until: (chosen?.until ?? asked.until_at).toISOString(),
    reason: asked.reason,
    ...(asked.support_request !== null && { supportRequest: asked.support_request }),
  };
}

/** What an act says of the request beyond that it was done. */
async function saidOf(
  trx: Transaction<Tables>,
  row: AccessRow,
  act: AdvisoryHistoryAct,
): Promise<Pick<Statement, 'content' | 'first'>> {
  if (act === 'asked' || act === 'amended')
    return { content: await contentOf(trx, row, undefined) };
  if (act !== 'firstApproved' && act !== 'approved') return {};
  const first = await findFirstApproval(trx, row.id, row.version);
  if (act === 'firstApproved')
    return { content: await contentOf(trx, row, first && { ...first, until: first.until_at }) };
  const decision = await findDecision(trx, row.id, row.version);
  const granted = decision && { ...decision, from: row.starts_at, until: row.ends_at };
  return {
    content: await contentOf(trx, row, granted),
    ...(first && { first: { id: first.by, name: first.by_name } }),
  };
}

async function statementOf(
  trx: Transaction<Tables>,
  row: AccessRow,
  { act, at, by, text, use }: AdvisoryEvent,
): Promise<Statement> {
  const side = byCustomer.includes(act) ? 'customer' : 'support';
  return {
    type: act,
    tenant: row.tenant,
    id: row.id,
    version: row.version,
    at: at.toISOString(),
    ...(by && { by: { id: by.id, name: by.name, side } }),
    ...(await saidOf(trx, row, act)),
    ...(text !== undefined && { reason: text }),
    ...(use && { use }),
  };
}

/** The entry of the log that a salt and a signed statement make. */
export const entryOf = (salt: Uint8Array, jws: string): Promise<Uint8Array> =>
  sha256(concatenate(salt, Buffer.from(jws)));

/** The next place in a customer's log. Whoever has it keeps others from theirs until the transaction ends. */
async function nextIndex(trx: Transaction<Tables>, tenant: string): Promise<number> {
  const { size } = await trx
    .insertInto('advisory_log_heads')
    .values({ tenant, size: '1' })
    .onConflict((conflict) =>
      conflict.column('tenant').doUpdateSet({ size: sql`advisory_log_heads.size + 1` }),
    )
    .returning('size')
    .executeTakeFirstOrThrow();
  return Number(size) - 1;
}

/** Writes down what happens to requests for advisory access, signed, in each customer's log, and has it told by mail. */
export class Journal {
  readonly #keys: SigningKeys;
  readonly #listener: JournalListener | undefined;

  /** @param listener missing where nothing is told by mail */
  constructor(keys: SigningKeys, listener?: JournalListener) {
    this.#keys = keys;
    this.#listener = listener;
  }

  /** Adds a statement to the log, in the transaction in which it happens; `history` is its row of the history. */
  async append(
    trx: Transaction<Tables>,
    row: AccessRow,
    event: AdvisoryEvent,
    history: string,
  ): Promise<void> {
    await this.#log(trx, row.tenant, await statementOf(trx, row, event), {
      history,
      request: row.id,
    });
    await this.#listener?.recorded(trx, row, event);
  }

  /** Adds a change of the customer's own rules to the log, in the transaction in which it happens. */
  async appendSettings(trx: Transaction<Tables>, change: SettingsChangeRow): Promise<void> {
    const { tenant, at, by, by_name, max_hours, approvers_required, serial } = change;
    const said: SettingsStatement = {
      type: 'settings',
      tenant,
      at: at.toISOString(),
      by: { id: by, name: by_name, side: 'customer' },
      settings: { maxHours: max_hours, approversRequired: approvers_required },
    };
    await this.#log(trx, tenant, said, { settings: serial });
    await this.#listener?.settingsChanged(trx, change);
  }

  async #log(
    trx: Transaction<Tables>,
    tenant: string,
    said: Statement | SettingsStatement,
    of: { readonly history: string; readonly request: string } | { readonly settings: string },
  ): Promise<void> {
    const salt = randomBytes(SALT_BYTES);
    const jws = await this.#keys.sign(canonicalJson(said));
    const leaf = await leafHash(await entryOf(salt, jws), sha256);
    const index = await nextIndex(trx, tenant);
    await trx
      .insertInto('advisory_log')
      .values({ tenant, index: `${index}`, salt, jws, ...of })
      .execute();
    await this.#complete(trx, tenant, index, leaf);
  }

  /** Stores the hashes of all that an entry completes. */
  async #complete(
    trx: Transaction<Tables>,
    tenant: string,
    entry: number,
    leaf: Uint8Array,
  ): Promise<void> {
    const nodes = completedNodes(entry);
    const left = nodes
      .slice(0, -1)
      .map(({ level, index }): LogNode => ({ level, index: index - 1 }));
    const known = await hashesOf(trx, tenant, left);
    const hashes = [leaf];
    for (const sibling of known) {
      hashes.push(await nodeHash(sibling, hashes.at(-1) ?? leaf, sha256));
    }
    await trx
      .insertInto('advisory_log_nodes')
      .values(
        nodes.map(({ level, index }, at) => ({
          tenant,
          level,
          index: `${index}`,
          hash: hashes[at] ?? leaf,
        })),
      )
      .execute();
  }

  /**
   * Whether the customer's approval of a grant, as it was signed, lets somebody do something: what stands in the database alone
   * lets nobody in.
   */
  async grants(
    trx: Transaction<Tables>,
    { tenant, id, version, starts_at, ends_at }: AccessRow,
    to: { readonly id: string; readonly unit: string },
    use: AdvisoryUse,
  ): Promise<boolean> {
    const rows = await trx
      .selectFrom('advisory_log')
      .innerJoin('advisory_history', 'advisory_history.serial', 'advisory_log.history')
      .select(['jws', 'act'])
      .where('advisory_log.request', '=', id)
      .where('advisory_history.act', 'in', ['firstApproved', 'approved', 'revoked', 'ended'])
      .where('advisory_history.version', '=', version)
      .execute();
    // What has been ended stays ended, whatever state the request is said to be in.
    if (rows.some(({ act }) => act === 'revoked' || act === 'ended')) return false;
    const signed = rows.flatMap(({ jws }) => {
      const text = jws === null ? undefined : this.#keys.read(jws);
      return text === undefined ? [] : (JSON.parse(text) as Statement);
    });
    const covers = (said: Statement): boolean => {
      const { grantedTo, access, companies, areas } = said.content ?? {};
      return (
        said.tenant === tenant &&
        said.id === id &&
        said.version === version &&
        grantedTo?.id === (grantedTo?.kind === 'person' ? to.id : to.unit) &&
        (access === 'change' || access === use.access) &&
        companies?.includes(use.company) === true &&
        areas?.includes(use.area) === true
      );
    };
    // Where two had to approve, one of them lets nobody in.
    const firsts = signed.filter(({ type }) => type === 'firstApproved');
    return signed.some(
      (said) =>
        said.type === 'approved' &&
        said.content?.from === starts_at?.toISOString() &&
        said.content?.until === ends_at?.toISOString() &&
        covers(said) &&
        (said.first || firsts.length
          ? firsts.some(
              ({ by, ...first }) =>
                by?.id === said.first?.id && by?.id !== said.by?.id && covers({ by, ...first }),
            )
          : true),
    );
  }
}
