import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import pg from 'pg';
import { waitUntil } from '../tools/wait-until.js';
import { Mailbox, type Step } from './tools/mailbox.js';
import { png } from './tools/pictures.js';
import { hasPostgres, newDatabase } from './tools/postgres.js';
import { demoToken, Program } from './tools/program.js';
import { sampleRequest, upload } from './tools/samples.js';

const picture = png(7, 5);

if (hasPostgres) {
  describe('A program that brings mails to the mailbox', () => {
    let authority: Awaited<ReturnType<typeof Mailbox.authorityFile>>;
    let mailbox: Mailbox;
    let database: pg.Client;
    let program: Program;
    let environment: Readonly<Record<string, string>>;

    before(async () => {
      authority = await Mailbox.authorityFile();
    });
    after(() => authority.remove());
    beforeEach(async () => {
      const url = await newDatabase();
      mailbox = await Mailbox.open();
      database = new pg.Client({ connectionString: url });
      await database.connect();
      environment = {
        DATABASE_URL: url,
        SMTP_URL: mailbox.url,
        HELPDESK_MAILBOX: 'helpdesk@visma.example',
        MAIL_FROM: 'support@visma.example',
        NODE_EXTRA_CA_CERTS: authority.path,
      };
    });
    afterEach(async () => {
      mailbox.onStep = undefined;
      await program.kill('SIGKILL');
      await database.end();
      await mailbox.close();
    });

    async function start(): Promise<(path: string, init: RequestInit) => Promise<void>> {
      program = new Program(['--demo'], environment);
      const address = (await program.address()) ?? assert.fail((await program.ended).output);
      const authorization = { Authorization: `Bearer ${await demoToken(address)}` };
      return async (path, { headers, ...init }) => {
        const answer = await fetch(`${address}/api/support${path}`, {
          method: 'PUT',
          ...init,
          headers: {
            ...authorization,
            'Content-Type': 'application/json',
            ...(headers as Record<string, string>),
          },
        });
        assert.equal(answer.status, 201, await answer.text());
      };
    }

    /** A request with a picture, and a reply to it: two mails. */
    async function send(put: Awaited<ReturnType<typeof start>>): Promise<string> {
      const [id, file] = [randomUUID(), randomUUID()];
      const { body, headers } = upload(picture);
      await put(`/attachments/${file}`, { body: new Uint8Array(body), headers });
      await put(`/support-requests/${id}`, {
        body: JSON.stringify(sampleRequest({ attachments: [{ id: file, name: 'näyttö.png' }] })),
      });
      await put(`/support-requests/${id}/messages/${randomUUID()}`, {
        body: JSON.stringify({ text: 'Tarkennan vielä.', attachments: [] }),
      });
      return id;
    }

    /** Starts, sends, and holds every mail that comes to `step`; says when one has. */
    async function sendUpTo(
      step: Step,
    ): Promise<{ readonly id: string; readonly release: () => void }> {
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const there = new Promise<void>((resolve) => {
        mailbox.onStep = (at) => {
          if (at !== step) return undefined;
          resolve();
          return held;
        };
      });
      const id = await send(await start());
      await there;
      return { id, release };
    }

    async function count(sql: string): Promise<number> {
      const { rows } = await database.query<{ count: number }>(
        `select count(*)::int as count from ${sql}`,
      );
      return rows[0]?.count ?? assert.fail();
    }

    const isAllSent = async () => (await count("outbox where state <> 'sent'")) === 0;

    /** Everything that it had to say to the database is lost, too. */
    async function killUnnoticed(): Promise<void> {
      const others =
        'pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
      await program.kill('SIGKILL');
      await database.query(`select pg_terminate_backend(pid) from ${others}`);
      await waitUntil(
        async () => {
          await database.query('select pg_stat_clear_snapshot()');
          return (await count(others)) === 0;
        },
        () => 'The database still listens to it',
      );
    }

    it('killed between every two steps has lost none, and what came twice is known by its Message-ID', async () => {
      const ids: string[] = [];
      for (const step of ['connected', 'addressed', 'brought', 'taken'] as const) {
        const { id, release } = await sendUpTo(step);
        ids.push(id);
        await program.kill('SIGKILL');
        release();
      }

      // The mailbox has said that it took the mail, and nobody has noted it.
      const { id, release } = await sendUpTo('brought');
      ids.push(id);
      await database.query('begin');
      await database.query('lock table outbox in exclusive mode');
      release();
      await waitUntil(
        async () => {
          await database.query('select pg_stat_clear_snapshot()');
          return (
            (await count(
              `pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'update "outbox" set "state"%'`,
            )) > 0
          );
        },
        () => 'It never noted a mail as sent',
      );
      await killUnnoticed();
      await database.query('rollback');

      mailbox.onStep = undefined;
      await start();
      await waitUntil(isAllSent, () => 'Something was never sent');
      assert.equal(mailbox.known.length, 2 * ids.length);
      for (const sent of ids) {
        const [request, reply, ...more] = mailbox.known.filter(({ messageId }) =>
          messageId?.startsWith(`<${sent}.`),
        );
        assert.deepEqual(more, []);
        assert.deepEqual([request?.inReplyTo, reply?.inReplyTo], [undefined, request?.messageId]);
        assert.deepEqual(
          new Uint8Array(request?.attachments[0]?.content as ArrayBuffer),
          new Uint8Array(picture),
        );
      }
      const twice = mailbox.mails.length - mailbox.known.length;
      assert.ok(twice >= 2, 'It was killed too early');
      console.log(
        `${mailbox.known.length} mails arrived, ${twice} of them twice: killed when the mailbox had them`,
      );
    });

    it('told to stop brings the mail that is under way, and the next start brings the rest, each once', async () => {
      const { release } = await sendUpTo('brought');
      const address = await program.address();
      const ended = program.kill('SIGTERM');
      const isRefused = () =>
        fetch(`${address}/api/support/service`).then(
          () => false,
          () => true,
        );
      await waitUntil(isRefused, 'The program went on listening');
      release();
      assert.equal((await ended).code, 0);
      assert.equal(mailbox.mails.length, 1);
      assert.equal(await count("outbox where state = 'sent'"), 1);

      mailbox.onStep = undefined;
      await start();
      await waitUntil(isAllSent, () => 'Something was never sent');
      assert.deepEqual([mailbox.mails.length, mailbox.known.length], [2, 2]);
    });
  });
}
