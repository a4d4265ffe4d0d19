import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import {
  getService,
  getStaffRequest,
  listIncidents,
  listStaffRequests,
  putAttachment,
  putMessage,
  putStaffMessage,
  relayStaffRequest,
  submitRequest,
  type SupportRequest,
} from '../../src/contract/index.js';
import type { RelayPace } from '../../server/src/relay/relay.js';
import { runs } from '../tools/runs.js';
import { waitUntil } from '../tools/wait-until.js';
import { onOneDatabase } from './tools/databases.js';
import { Mailbox, type Treatment } from './tools/mailbox.js';
import { png } from './tools/pictures.js';
import { hasPostgres, newDatabase } from './tools/postgres.js';
import { sampleRequest, upload } from './tools/samples.js';
import { problemOf, TestEndpoint } from './tools/test-endpoint.js';

const address = 'asiakaspalvelu@visma.example';
const quick: RelayPace = {
  firstWait: 50,
  longestWait: 400,
  lifetime: 60_000,
  hold: 1_500,
  look: 200,
};

const openTo = async (
  mailbox: Mailbox,
  options: Parameters<typeof TestEndpoint.open>[0] = {},
  smtp: { readonly patience?: number } = {},
): Promise<TestEndpoint> =>
  TestEndpoint.open({
    ...options,
    relay: {
      smtp: {
        url: mailbox.url,
        from: { name: 'Tukipyynnöt', address: 'tuki@visma.example' },
        to: address,
        ca: await Mailbox.authority(),
        ...smtp,
      },
      pace: quick,
    },
  });

const arrived = (mailbox: Mailbox, count: number) =>
  waitUntil(
    () => mailbox.known.length >= count,
    () => `${mailbox.known.length} of ${count} have arrived`,
  );

onOneDatabase('The relay to the mailbox', (storage) => {
  let mailbox: Mailbox;
  let endpoint: TestEndpoint;

  before(async () => {
    mailbox = await Mailbox.open();
    endpoint = await openTo(mailbox, { storage: await storage() });
  });
  after(async () => {
    await endpoint.close();
    await mailbox.close();
  });
  afterEach(() => {
    mailbox.mails.length = 0;
    mailbox.plan = [];
  });

  async function send(
    changes: Partial<SupportRequest> = {},
  ): Promise<{ id: string; number: string }> {
    const id = randomUUID();
    const { number } = await endpoint.get(submitRequest, {
      as: 'main-user',
      params: { id },
      body: sampleRequest(changes),
    });
    return { id, number: number ?? '' };
  }

  async function attach(content: Uint8Array): Promise<string> {
    const id = randomUUID();
    await endpoint.get(putAttachment, { as: 'main-user', params: { id }, ...upload(content) });
    return id;
  }

  const first = () => mailbox.mails[0] ?? assert.fail('No mail has arrived');
  const relayOf = async (id: string) =>
    (await endpoint.get(getStaffRequest, { as: 'agent', params: { id } })).relay;
  const standsAt = (id: string, state: string) =>
    waitUntil(
      async () => (await relayOf(id))?.state === state,
      () => `It never was ${state}`,
    );

  it('brings a request with its subject, our number on the first line, and every field', async () => {
    const { chargeableWork: offered } = await endpoint.get(getService, {
      query: { language: 'fi' },
    });
    const body = sampleRequest({
      about: 'report',
      critical: true,
      neededBy: '2026-01-09T10:00:00Z',
      report: { name: 'Tase', criteria: '1–12/2025' },
      diagnostics: 'F-4711 kohdassa Tilikaudet',
      companyNumbers: ['1234', '5678'],
      chargeableWork: {
        ...(offered ?? assert.fail('Nothing is offered')),
        name: 'Maija Mäkelä',
        confirmedAt: '2026-01-05T07:00:00Z',
      },
    });
    const { id, number } = await send(body);
    await arrived(mailbox, 1);
    const mail = first();
    assert.equal(
      mail.subject,
      'kiireellinen Visma Fivaldi Kirjanpito, tilikauden avaaminen ei onnistu',
    );
    assert.deepEqual([mail.from?.address, mail.to?.[0]?.address], ['tuki@visma.example', address]);
    assert.deepEqual(mail.replyTo, [{ name: 'Maija Mäkelä', address: 'maija.makela@ayras.fi' }]);
    assert.match(mail.messageId ?? '', new RegExp(`^<${id}\\.`));
    const [line, ...rest] = (mail.text ?? '').split('\n');
    assert.equal(line, number);
    const { contact, report } = body;
    const values = [
      body.description,
      body.errorMessage,
      body.diagnostics,
      report?.name,
      report?.criteria,
      '1234, 5678',
      'ayras-maija',
      ...Object.values(contact),
      offered?.text,
    ];
    for (const value of values) assert.ok(rest.join('\n').includes(value ?? '–'), value);
    assert.ok(rest.includes('Yritysnumerot: 1234, 5678'));
    await standsAt(id, 'sent');
  });

  it('calls the incident of a request that is the same problem by its title and its application', async () => {
    const { items } = await endpoint.get(listIncidents, { as: 'main-user', query: {} });
    const [incident] = items.filter(({ application }) => application === 'kirjanpito');
    assert.ok(incident);
    const { id } = await send(sampleRequest({ relatedIncident: incident.id }));
    await arrived(mailbox, 1);
    assert.ok(
      first().text?.includes(
        `Sama ongelma kuin häiriötiedotteessa: ${incident.title} (Visma Fivaldi Kirjanpito)`,
      ),
      first().text,
    );
    assert.ok(!first().text?.includes(incident.id));
    const read = await endpoint.get(getStaffRequest, { as: 'agent', params: { id } });
    assert.deepEqual(read.incident, {
      id: incident.id,
      title: incident.title,
      product: 'fivaldi',
      application: 'kirjanpito',
    });
  });

  it('warns of a document that starts a program', async () => {
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /S /Launch /F (x) >>\nendobj\n%%EOF\n');
    const id = randomUUID();
    await endpoint.get(putAttachment, {
      as: 'main-user',
      params: { id },
      ...upload(pdf, 'application/pdf'),
    });
    await send({ attachments: [{ id, name: 'ohje.pdf' }] });
    await arrived(mailbox, 1);
    assert.ok(
      first().text?.includes('Avaa vain suojatussa tilassa: ohje.pdf: käynnistää ohjelman.'),
    );
  });

  it('brings pictures byte for byte, by their names, in their order', async () => {
    const pictures = [png(3, 3), png(5, 4)];
    const ids = await Promise.all(pictures.map(attach));
    const names = ['tilikausi – näyttö "1".png', 'pääkirja.png'];
    await send({
      attachments: ids.map((id, index) => ({
        id,
        name: names[index] ?? '',
        caption: `kuva ${index}`,
      })),
    });
    await arrived(mailbox, 1);
    const { attachments, text = '' } = first();
    assert.deepEqual(
      attachments.map(({ filename }) => filename),
      names,
    );
    for (const [index, { content }] of attachments.entries())
      assert.deepEqual(
        new Uint8Array(content as ArrayBuffer),
        new Uint8Array(pictures[index] ?? []),
      );
    assert.ok(text.includes('- pääkirja.png (kuva 1)'));
  });

  it('speaks the language of the request, and brings long diagnostics as a file', async () => {
    const diagnostics = 'x'.repeat(5_000);
    await send({ language: 'en', diagnostics });
    await arrived(mailbox, 1);
    const { text = '', attachments, headers } = first();
    assert.ok(text.includes('Company numbers: 1234'));
    assert.ok(!text.includes(diagnostics));
    assert.equal(
      new TextDecoder().decode(attachments[0]?.content as ArrayBuffer).trim(),
      diagnostics,
    );
    assert.equal(headers.find(({ key }) => key === 'content-language')?.value, 'en');
  });

  it('lets nothing that a person wrote become a header or another recipient', async () => {
    const evil = 'x\r\nBcc: vieras@evil.example\r\nX-Evil: 1';
    await send({
      summary: evil,
      contact: { ...sampleRequest().contact, name: `Maija" <vieras@evil.example>,${evil}` },
    });
    await arrived(mailbox, 1);
    const { headers, to, cc, bcc, replyTo } = first();
    assert.ok(!headers.some(({ key }) => ['bcc', 'x-evil'].includes(key)));
    assert.deepEqual([to?.length, cc, bcc], [1, undefined, undefined]);
    assert.deepEqual(
      replyTo?.map((one) => one.address),
      ['maija.makela@ayras.fi'],
    );
  });

  it('brings replies and confirmations in the thread of their request, after it', async () => {
    mailbox.plan = ['busy', 'busy'];
    const { id, number } = await send();
    const picture = png(2, 2);
    const attachments = [{ id: await attach(picture), name: 'lisää.png' }];
    const reply = (body: object) =>
      endpoint.get(putMessage, {
        as: 'main-user',
        params: { id, messageId: randomUUID() },
        body: { text: '', attachments: [], ...body },
      });
    await reply({ text: 'Tarkennan vielä.', attachments });
    const proposal = randomUUID();
    await endpoint.get(putStaffMessage, {
      as: 'agent',
      params: { id, messageId: proposal },
      body: { kind: 'chargeableProposal', text: '2 h à 140 €', attachments: [] },
    });
    await reply({ text: 'Vahvistan.', confirms: proposal });
    await arrived(mailbox, 3);
    const [request, second, third] = mailbox.known;
    assert.ok(request && second && third);
    assert.deepEqual([second.inReplyTo, third.inReplyTo], [request.messageId, request.messageId]);
    assert.equal(second.subject, `Re: ${request.subject ?? ''}`);
    assert.deepEqual(second.text?.split('\n').slice(0, 3), [number, '', 'Vastaaja: Maija Mäkelä']);
    assert.deepEqual(
      new Uint8Array(second.attachments[0]?.content as ArrayBuffer),
      new Uint8Array(picture),
    );
    assert.ok(third.text?.includes(`Vahvistaa ehdotuksen maksullisesta työstä (${proposal}).`));
  });

  it('brings a request without its files where they are too large, and says so', async () => {
    mailbox.plan = ['tooLarge', 'tooLarge'];
    await send({ attachments: [{ id: await attach(png(6, 6)), name: 'suuri.png' }] });
    await arrived(mailbox, 1);
    assert.deepEqual(first().attachments, []);
    assert.ok(
      first().text?.includes(
        'Avaa liitteet tukipyynnöstä: ne ovat liian suuria sähköpostiin.\n- suuri.png',
      ),
    );
  });

  it('tries again with the files what it gave up without them', async () => {
    mailbox.plan = ['tooLarge', 'reject'];
    const { id } = await send({
      attachments: [{ id: await attach(png(6, 5)), name: 'suuri.png' }],
    });
    await standsAt(id, 'failed');
    await endpoint.get(relayStaffRequest, { as: 'agent', params: { id }, body: {} });
    await standsAt(id, 'sent');
    assert.deepEqual(
      first().attachments.map(({ filename }) => filename),
      ['suuri.png'],
    );
  });

  it('gives up what the mailbox refuses, tells staff, holds nothing else up, and tries again when staff says so', async () => {
    mailbox.plan = ['reject'];
    const refused = await send();
    await standsAt(refused.id, 'failed');
    const next = await send();
    await standsAt(next.id, 'sent');
    assert.match((await relayOf(refused.id))?.problem ?? '', /^550/);
    const list = await endpoint.get(listStaffRequests, { as: 'agent', query: { relay: 'failed' } });
    assert.deepEqual(
      list.items.map(({ id, relay }) => [id, relay?.state]),
      [[refused.id, 'failed']],
    );

    await endpoint.get(relayStaffRequest, { as: 'agent', params: { id: refused.id }, body: {} });
    await standsAt(refused.id, 'sent');
    assert.ok(mailbox.known.some(({ text }) => text?.startsWith(refused.number)));
    const again = await endpoint.get(relayStaffRequest, {
      as: 'agent',
      params: { id: refused.id },
      body: {},
    });
    assert.equal(again.relay?.state, 'sent');
  });

  it('gives nothing up while the server takes nothing from our address', async () => {
    mailbox.plan = ['denySender', 'denySender'];
    const one = await send();
    await standsAt(one.id, 'sent');
    assert.equal(mailbox.plan.length, 0);
  });

  it('puts nothing into the outbox of what was not taken', async () => {
    const { id } = await send();
    await arrived(mailbox, 1);
    const conflict = await endpoint.ask(submitRequest, {
      as: 'main-user',
      params: { id },
      body: sampleRequest({ description: 'Muuta' }),
    });
    assert.equal(problemOf(conflict).code, 'conflict');
    await endpoint.get(submitRequest, { as: 'main-user', params: { id }, body: sampleRequest() });
    await send();
    await arrived(mailbox, 2);
    assert.equal(mailbox.mails.length, 2);
  });
});

describe('The way to the mailbox', () => {
  let mailbox: Mailbox | undefined;
  let endpoint: TestEndpoint | undefined;
  afterEach(async () => {
    await endpoint?.close();
    await mailbox?.close();
  });

  const send = async () => {
    const id = randomUUID();
    await endpoint?.get(submitRequest, { as: 'main-user', params: { id }, body: sampleRequest() });
    return id;
  };

  it('begins TLS by STARTTLS, and signs in', async () => {
    mailbox = await Mailbox.open({ secure: false, user: true });
    const url = mailbox.url.replace('//', '//support:pa%3Ass@');
    endpoint = await TestEndpoint.open({
      relay: {
        smtp: { url, from: { name: '', address }, to: address, ca: await Mailbox.authority() },
        pace: quick,
      },
    });
    await send();
    await arrived(mailbox, 1);
  });

  it('gives no mail to a server that nobody vouches for, and goes on trying', async () => {
    mailbox = await Mailbox.open();
    endpoint = await TestEndpoint.open({
      relay: { smtp: { url: mailbox.url, from: { name: '', address }, to: address }, pace: quick },
    });
    const id = await send();
    const relay = async () =>
      (await endpoint?.get(getStaffRequest, { as: 'agent', params: { id } }))?.relay;
    await waitUntil(
      async () => ((await relay())?.attempts ?? 0) >= 2,
      () => 'It gave up',
    );
    assert.equal((await relay())?.state, 'waiting');
    assert.deepEqual(mailbox.mails, []);
  });

  it('is nowhere where it is not configured', async () => {
    endpoint = await TestEndpoint.open();
    const id = await send();
    assert.equal(
      (await endpoint.get(getStaffRequest, { as: 'agent', params: { id } })).relay,
      undefined,
    );
  });
});

const COUNT = runs(300, 100);

if (hasPostgres) {
  describe('Many requests over a bad line', () => {
    const endpoints: TestEndpoint[] = [];
    let mailbox: Mailbox;
    beforeEach(async () => {
      mailbox = await Mailbox.open();
    });
    afterEach(async () => {
      await Promise.all(endpoints.splice(0).map((endpoint) => endpoint.close()));
      await mailbox.close();
    });

    it('from two instances: none is lost, and what came twice is known by its Message-ID', async () => {
      const url = await newDatabase();
      for (let count = 0; count < 2; count += 1)
        endpoints.push(
          await openTo(
            mailbox,
            { storage: { kind: 'postgres', url } },
            // For the mails of which the server never says what became.
            { patience: 500 },
          ),
        );
      const bad: readonly Treatment[] = ['refuse', 'busy', 'drop', 'take', 'take'];
      mailbox.plan = Array.from({ length: 1.1 * COUNT }, (_, n) =>
        n % 60 === 7 ? 'hang' : (bad[n % bad.length] ?? 'take'),
      );
      const nth = (n: number) => endpoints[n % endpoints.length] ?? assert.fail();
      const as = { token: nth(0).token('main-user') };
      const ids = Array.from({ length: COUNT }, (): string => randomUUID());
      for (let start = 0; start < ids.length; start += 20) {
        await Promise.all(
          ids.slice(start, start + 20).map((id, n) =>
            nth(n).get(submitRequest, {
              as,
              params: { id },
              body: sampleRequest({ summary: `pyyntö ${start + n}` }),
            }),
          ),
        );
      }
      const replied = ids.filter((_, n) => n % 10 === 0);
      await Promise.all(
        replied.map(async (id, n) => {
          const picture = randomUUID();
          await nth(n).get(putAttachment, { as, params: { id: picture }, ...upload(png(4, 4)) });
          const body = { text: 'Tässä kuva.', attachments: [{ id: picture, name: 'näyttö.png' }] };
          await nth(n).get(putMessage, { as, params: { id, messageId: randomUUID() }, body });
        }),
      );
      const all = ids.length + replied.length;
      // By tens, so that what is waited for is that it goes on.
      for (let count = 10; count <= all; count += 10) await arrived(mailbox, count);
      assert.equal(mailbox.known.length, all);
      const mailsOf = (id: string) =>
        mailbox.known.filter(({ messageId }) => messageId?.startsWith(`<${id}.`));
      assert.deepEqual(
        ids.filter((id, n) => mailsOf(id).length !== (n % 10 === 0 ? 2 : 1)),
        [],
      );
      for (const id of replied) {
        const [request, reply] = mailsOf(id);
        assert.deepEqual(
          [reply?.inReplyTo, reply?.attachments[0]?.filename],
          [request?.messageId, 'näyttö.png'],
        );
        assert.deepEqual(
          new Uint8Array(reply?.attachments[0]?.content as ArrayBuffer),
          new Uint8Array(png(4, 4)),
        );
      }
      const twice = mailbox.mails.length - mailbox.known.length;
      console.log(
        `${all} mails arrived, ${twice} of them more than once, since the line broke before the server could say that it had them`,
      );
    });
  });
}
