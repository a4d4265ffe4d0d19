import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import {
  getMe,
  listCompanies,
  listRequests,
  putAttachment,
  submitRequest,
} from '../../src/contract/index.js';
import { traceOf } from '../../server/src/http/observe.js';
import { waitUntil } from '../tools/wait-until.js';
import { Mailbox } from './tools/mailbox.js';
import { png } from './tools/pictures.js';
import { sampleRequest, upload } from './tools/samples.js';
import { problemOf, TestEndpoint } from './tools/test-endpoint.js';

describe('The log', () => {
  it('tells what was asked and how it went, and nothing personal', async () => {
    const lines: object[] = [];
    const log = {
      info: (facts: object) => lines.push(facts),
      error: (facts: object) => lines.push(facts),
    };
    const endpoint = await TestEndpoint.open({ log, sessionCookie: 'SESSION' });
    lines.length = 0;
    const [id, picture] = [randomUUID(), randomUUID()];
    await endpoint.ask(getMe, { as: 'main-user' });
    await endpoint.ask(getMe, { as: { token: 'salainen' } });
    await endpoint.ask(listCompanies, { as: 'main-user', query: { q: 'Kahvila' } });
    await endpoint.ask(listRequests, { as: 'accountant', query: { scope: 'company' } });
    await endpoint.ask(putAttachment, {
      as: 'main-user',
      params: { id: picture },
      ...upload(png()),
    });
    await endpoint.ask(submitRequest, { as: 'main-user', params: { id }, body: sampleRequest() });
    await endpoint.ask(submitRequest, {
      as: 'main-user',
      params: { id },
      body: sampleRequest({ contact: { company: '', name: '', phone: 'x', email: 'x' } }),
    });
    await endpoint.fetch('/Mäkelä?name=Maija');
    await endpoint.close();

    assert.deepEqual(
      lines.map((line) =>
        'operation' in line && 'status' in line
          ? `${String(line.operation)} ${String(line.status)}`
          : '',
      ),
      [
        'getMe 200',
        'getMe 401',
        'listCompanies 200',
        'listRequests 403',
        'putAttachment 201',
        'submitRequest 201',
        'submitRequest 422',
        'other 404',
      ],
    );
    for (const line of lines)
      assert.deepEqual(Object.keys(line).sort(), ['ms', 'operation', 'requestId', 'status']);
    const all = JSON.stringify(lines);
    const secrets = [
      'Maija',
      'Mäkelä',
      'ayras',
      'main-user',
      'tenant-1',
      '123 4567',
      'tilikau',
      'Kahvila',
      'salainen',
      id,
      picture,
      endpoint.token('main-user').slice(0, 20),
    ];
    for (const secret of secrets) assert.ok(!all.includes(secret), secret);
  });

  it('tells how mails to the mailbox went, and nothing of what is in them', async () => {
    const lines: object[] = [];
    const keep = (facts: object, message: string) => void lines.push({ ...facts, message });
    const mailbox = await Mailbox.open();
    mailbox.plan = ['busy', 'drop', 'take', 'reject'];
    const endpoint = await TestEndpoint.open({
      log: { info: keep, error: keep },
      relay: {
        smtp: {
          url: mailbox.url,
          from: { name: '', address: 'tuki@visma.example' },
          to: 'helpdesk@visma.example',
          ca: await Mailbox.authority(),
        },
        pace: { firstWait: 20, longestWait: 20 },
      },
    });
    const told = () =>
      lines.flatMap((line) => ('mail' in line && 'message' in line ? String(line.message) : []));
    const report = async (count: number) => {
      const id = randomUUID();
      await endpoint.ask(submitRequest, { as: 'main-user', params: { id }, body: sampleRequest() });
      await waitUntil(
        () => told().length >= count,
        () => `${told().length} of ${count} tries were told`,
      );
      return id;
    };
    const ids = [await report(3), await report(4)];
    await endpoint.close();
    await mailbox.close();

    assert.deepEqual(told(), [
      'not relayed: passing',
      'not relayed: passing',
      'relayed',
      'not relayed: refused',
    ]);
    const all = JSON.stringify(lines);
    for (const secret of [
      'Maija',
      'Mäkelä',
      'ayras',
      '123 4567',
      'tilikau',
      'visma.example',
      'No such mailbox',
      ...ids,
    ])
      assert.ok(!all.includes(secret), secret);
  });

  it('traces a failure without what was in it, and the answer tells nothing of it', async () => {
    const lines: object[] = [];
    const log = { info: () => {}, error: (facts: object) => lines.push(facts) };
    let breaks = false;
    const now = () => {
      if (breaks)
        throw new Error('insert into people values (Maija Mäkelä)', {
          cause: new Error('at Mäkelä'),
        });
      return new Date();
    };
    const endpoint = await TestEndpoint.open({ log, now });
    const asked = {
      as: { token: endpoint.token('main-user') },
      params: { id: randomUUID() },
      body: sampleRequest(),
    };
    breaks = true;
    const answer = await endpoint.fetch('/service');
    breaks = false;
    assert.equal((await endpoint.ask(submitRequest, asked)).status, 201);
    await endpoint.close();

    assert.deepEqual([answer.status, problemOf(answer).code], [500, 'internal']);
    assert.ok(!/Mäkelä|insert|Error|\.ts/.test(answer.text));
    assert.equal(lines.length, 1);
    assert.match(JSON.stringify(lines), /logs\.test\.ts/);
    assert.doesNotMatch(JSON.stringify(lines), /Mäkelä|insert/);
  });

  it('knows the kind and the code of a failure, whatever it was', () => {
    class DatabaseError extends Error {
      override readonly name = 'DatabaseError';
      readonly code = '23505';
      readonly detail = 'Key (email)=(maija@ayras.fi) already exists.';
    }
    const trace = JSON.stringify(
      traceOf(new DatabaseError('duplicate key: maija@ayras.fi\n    at Mäkelä')),
    );
    assert.match(trace, /DatabaseError.*23505/);
    assert.doesNotMatch(trace, /maija|Mäkelä/);
    assert.deepEqual(traceOf('Maija'), { kind: 'string' });
  });
});
