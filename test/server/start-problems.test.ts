import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import pg from 'pg';
import { openDatabase } from '../../server/src/storage/database.js';
import { hasPostgres, newDatabase } from './tools/postgres.js';
import { Program, temporaryFolder } from './tools/program.js';

/** What the program says instead of starting: one sentence or two, without a trace. */
async function refusal(env: Readonly<Record<string, string>>): Promise<string> {
  const { code, output } = await new Program(['--demo'], env).refusal();
  assert.equal(code, 1);
  assert.doesNotMatch(output, /\bat .*[.:]\d|"trace"|Error:/);
  return output.trim();
}

if (hasPostgres) {
  describe('Whoever starts the endpoint with a PostgreSQL that won’t do', () => {
    const change = async (url: string, statement: string) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(statement);
      await client.end();
    };
    const listening: Server[] = [];
    after(() => listening.forEach((server) => server.close()));

    /** The port on which it listens until the tests are over. */
    async function listen(server: Server): Promise<number> {
      listening.push(server.listen(0, '127.0.0.1'));
      await once(server, 'listening');
      const address = server.address();
      return typeof address === 'object' && address ? address.port : 0;
    }

    it('is told that a newer version of the endpoint has used it', async () => {
      const url = await newDatabase();
      await (await openDatabase({ kind: 'postgres', url })).close();
      await change(url, `insert into kysely_migration values ('9999-later', 'now')`);
      assert.match(
        await refusal({ DATABASE_URL: url }),
        /newer version of the endpoint \(9999-later\)\. Start that version or a later one/,
      );
    });

    it('is told that it belongs to something else', async () => {
      const url = await newDatabase();
      await change(url, 'create table companies (id integer)');
      assert.match(
        await refusal({ DATABASE_URL: url }),
        /has tables of something else .*: give it a database of its own in DATABASE_URL/,
      );
    });

    it('is told that there is no such database', async () => {
      const url = new URL(await newDatabase());
      url.pathname = '/not_there';
      assert.match(
        await refusal({ DATABASE_URL: url.href }),
        /has no database "not_there": create it, or mend its name in DATABASE_URL/,
      );
    });

    it('is told that the user may not sign in, without the password', async () => {
      const url = new URL(await newDatabase());
      url.username = 'nobody';
      url.password = 'salainen';
      const said = await refusal({ DATABASE_URL: url.href });
      assert.match(
        said,
        /doesn't let the user "nobody" in: mend user and password in DATABASE_URL/,
      );
      assert.doesNotMatch(said, /salainen/);
    });

    it('is told that nobody listens there', async () => {
      const said = await refusal({ DATABASE_URL: 'postgresql://support:salainen@127.0.0.1:1/x' });
      assert.match(said, /127\.0\.0\.1:1 can't be reached \(ECONNREFUSED\): start it, or mend/);
      assert.doesNotMatch(said, /salainen/);
    });

    it('is told that whoever listens there says nothing', async () => {
      const port = await listen(createServer(() => undefined));
      assert.match(
        await refusal({ DATABASE_URL: `postgresql://support@127.0.0.1:${port}/x` }),
        /can't be reached \(no answer\): start it, or mend the address in DATABASE_URL/,
      );
    });

    it('is told that what listens there is no PostgreSQL', async () => {
      const port = await listen(
        createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
      );
      assert.match(
        await refusal({ DATABASE_URL: `postgresql://support@127.0.0.1:${port}/x` }),
        /DATABASE_URL/,
      );
    });
  });
}

describe('Whoever starts the endpoint with a folder that won’t do', () => {
  it('is told that it is a file, or that nothing may be written there', async () => {
    const folder = await temporaryFolder();
    const file = join(folder.path, 'data');
    await writeFile(file, 'x');
    assert.match(await refusal({ DATA_DIR: file }), /DATA_DIR/);
    await folder.remove();
  });

  it('is told that what is in it is no database, or a damaged one', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder.path, 'postgres'));
    await writeFile(join(folder.path, 'postgres', 'PG_VERSION'), 'nonsense');
    assert.match(await refusal({ DATA_DIR: folder.path }), /DATA_DIR/);
    await folder.remove();
  });
});
