import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { AdvisoryAsk } from '../../../src/contract/index.js';
import type { Journal } from '../advisory-log/journal.js';
import { ask } from '../operations/advisory-asking.js';
import type { Staff } from '../sign-in/identity.js';
import { settle } from '../storage/advisory-access.js';
import type { Database } from '../storage/tables.js';
import { ayrasCompanies } from './companies.js';
import { demoUsers } from './users.js';
import { inTransaction } from '../storage/transaction.js';

const DAY = 24 * 60 * 60 * 1000;
const tenant = 'tenant-1';
const agent: Staff = {
  side: 'staff',
  id: demoUsers.agent.sub,
  name: demoUsers.agent.name,
  email: demoUsers.agent.email,
  unit: 'customer-service',
};

function request(now: Date): AdvisoryAsk {
  return {
    tenant,
    grantedTo: { kind: 'person', name: demoUsers.agent.name },
    access: 'view',
    environment: { id: 'ayras', name: 'Tilitoimisto Äyräs' },
    reason:
      'Selvitämme, miksi tilikauden 2026 avaaminen pysähtyy virheeseen F-4711. Katsomme tilikausien ja avaavien saldojen asetuksia.',
    supportRequest: 'HD-104233',
    companies: ayrasCompanies.slice(0, 3),
    areas: [
      { id: 'kirjanpito', name: { fi: 'Kirjanpito', en: 'Accounting', sv: 'Bokföring' } },
      {
        id: 'myyntireskontra',
        name: { fi: 'Myyntireskontra', en: 'Accounts receivable', sv: 'Kundreskontra' },
      },
    ],
    from: now.toISOString(),
    until: new Date(now.getTime() + 3 * DAY).toISOString(),
  };
}

/**
 * Customer service asks the first accounting office, unless something waits for a decision there already. So whoever starts
 * the demonstration finds a pending request, also when a former one was decided or has lapsed.
 */
export async function seedAdvisoryRequest(
  db: Database,
  journal: Journal,
  now: Date,
): Promise<void> {
  await settle(db, journal, now, tenant);
  await inTransaction(db, async (trx) => {
    // Of instances that start at once, one asks.
    await sql`lock table advisory_access in share row exclusive mode`.execute(trx);
    const pending = await trx
      .selectFrom('advisory_access')
      .select('id')
      .where('tenant', '=', tenant)
      .where('state', '=', 'pending')
      .limit(1)
      .execute();
    if (!pending.length) await ask(trx, journal, randomUUID(), request(now), agent, now);
  });
}
