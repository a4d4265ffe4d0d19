import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { composeSubject, supportRequest, type SupportRequest } from '../../src/contract/index.js';
import { nameForType } from '../../server/src/attachments/content.js';
import { replyMail, requestMail, type MailFile } from '../../server/src/relay/mail.js';
import { Smtp, type SmtpSettings } from '../../server/src/relay/smtp.js';
import { serviceProfile } from '../../server/src/service-profile.js';
import { fivaldiConfigFile, readSupportConfig } from '../../server/src/support-config-file.js';
import type { RequestRow, TimelineRow } from '../../server/src/storage/requests.js';
import { anyText } from '../tools/any-text.js';
import { runs, seedOf } from '../tools/runs.js';
import { Mailbox } from './tools/mailbox.js';
import { png } from './tools/pictures.js';
import { sampleRequest } from './tools/samples.js';

const to = 'asiakaspalvelu@visma.example';
const from = 'tuki@visma.example';
const settings = { domain: 'visma.example', own: [from, to], isBare: false };
const created = new Date('2026-01-05T07:05:00Z');
const picture = png(3, 2);

const rowOf = (content: SupportRequest): RequestRow => ({
  tenant: 'ayras',
  owner: 'maija',
  id: randomUUID(),
  staff_id: randomUUID(),
  serial: '1',
  number: 'FIV-2026-0001',
  subject: composeSubject(
    content,
    serviceProfile(readSupportConfig(fivaldiConfigFile), 'fi', created),
  ),
  status: 'received',
  sender: content.contact.name,
  help_desk_number: null,
  content,
  created_at: created,
  updated_at: created,
});

const replyTo = ({ tenant, owner, id }: RequestRow): TimelineRow => ({
  tenant,
  request_owner: owner,
  request_id: id,
  side: 'customer',
  author: owner,
  id: randomUUID(),
  serial: '2',
  kind: 'message',
  author_name: 'Maija Mäkelä',
  content: { text: 'Sama virhe tuli taas.', attachments: [] },
  created_at: created,
});

/** An address without the quotes that an odd one needs in a header. */
const unquoted = (address: string): string =>
  address.replace(
    /^"(.*)"@([^"]*)$/,
    (_, local: string, domain: string) => `${local.replaceAll(/\\(.)/g, '$1')}@${domain}`,
  );

/** What looks encoded is broken up, so that nobody decodes it. */
const asRead = (text: string): string => text.replaceAll('=?', '= ?');

describe('A mail to the HelpDesk', () => {
  let mailbox: Mailbox;
  let smtp: Smtp;

  const wayTo = async (box: Mailbox, changes: Partial<SmtpSettings> = {}) =>
    new Smtp({
      url: box.url,
      from: { name: 'Tukipyynnöt', address: from },
      to,
      ca: await Mailbox.authority(),
      ...changes,
    });

  before(async () => {
    mailbox = await Mailbox.open();
    smtp = await wayTo(mailbox);
  });
  after(() => mailbox.close());
  afterEach(() => {
    mailbox.mails.length = 0;
  });

  async function arrivedOf(content: SupportRequest) {
    const files: MailFile[] = content.attachments.map(({ id }) => ({
      id,
      type: 'image/png',
      content: picture,
      active_content: null,
    }));
    const mail = requestMail(rowOf(content), files, settings);
    assert.deepEqual(await smtp.send(mail), { name: 'sent' });
    return mailbox.mails.at(-1) ?? assert.fail('No mail has arrived');
  }

  it('is what a person wrote, whatever they wrote, and no header of theirs', async () => {
    const usual = await arrivedOf(
      sampleRequest({ attachments: [{ id: randomUUID(), name: 'a.png' }] }),
    );
    const headers = usual.headers.map(({ key }) => key).sort();
    const hostile = fc.oneof(
      anyText({ maxLength: 60 }),
      fc.constantFrom(
        'x\r\nBcc: a@evil.example',
        '\r\n\r\n<b>',
        '=?utf-8?Q?=0D=0ABcc:_a@evil.example?=',
        'Ä'.repeat(60),
        'a" <b@evil.example>, "c',
        '.\r\n.\r\nQUIT\r\n',
        '👩‍💻'.repeat(30),
      ),
    );
    const request = fc
      .record({
        summary: hostile,
        description: hostile,
        errorMessage: hostile,
        company: hostile,
        name: hostile,
        file: fc.oneof(
          fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
          fc.constantFrom(
            'a".png',
            "a'; b=c.png",
            'ä'.repeat(200),
            '%0d%0a.png',
            '=?utf-8?Q?=0A?=.png',
          ),
        ),
        local: fc.constantFrom(
          'maija.makela',
          'a:b',
          '(x)',
          'a\\',
          'a"b',
          "o'neil",
          'a=?utf-8?Q?=2C?=b',
        ),
      })
      .map(({ summary, description, errorMessage, company, name, file, local }) =>
        supportRequest.safeParse(
          sampleRequest({
            summary,
            description,
            errorMessage,
            contact: { company, name, phone: '040 123 4567', email: `${local}@ayras.fi` },
            attachments: [{ id: randomUUID(), name: file }],
          }),
        ),
      )
      .filter(({ success }) => success)
      .map(({ data }) => data ?? assert.fail());
    await fc.assert(
      fc.asyncProperty(request, async (content) => {
        const mail = await arrivedOf(content);
        assert.deepEqual(mail.headers.map(({ key }) => key).sort(), headers);
        assert.deepEqual(
          mail.to?.map(({ address }) => address),
          [to],
        );
        assert.deepEqual(
          mail.replyTo?.map((one) => unquoted(one.address ?? '')),
          [content.contact.email],
        );
        assert.equal(mail.subject, asRead(rowOf(content).subject));
        assert.deepEqual(
          mail.attachments.map(({ filename }) => filename),
          content.attachments.map(({ name }) => asRead(nameForType(name, 'image/png'))),
        );
        assert.deepEqual(
          new Uint8Array(mail.attachments[0]?.content as ArrayBuffer),
          new Uint8Array(picture),
        );
        assert.equal(mail.text?.split('\n')[0], 'FIV-2026-0001');
      }),
      { numRuns: runs(500, 40), seed: seedOf() },
    );
  });

  it('arrives where no server on the way knows letters beyond ASCII in an address: then the text alone has it', async () => {
    for (const [email, answerTo] of [
      ['matti.meikäläinen@firma.fi', undefined],
      ['matti@äyräs.fi', 'matti@xn--yrs-plac.fi'],
      ['käyttäjä@äyräs.fi', undefined],
      ['matti@a..(b).fi', undefined],
      [to, undefined],
      [from.toUpperCase(), undefined],
    ] as const) {
      const content = sampleRequest({ contact: { ...sampleRequest().contact, email } });
      const row = rowOf(content);
      const reply = replyMail(row, replyTo(row), [], settings);
      assert.deepEqual(await smtp.send(reply), { name: 'sent' });
      const mails = [await arrivedOf(content), mailbox.mails.at(-2) ?? assert.fail()];
      for (const mail of mails) {
        assert.equal(mail.replyTo?.[0]?.address, answerTo, email);
        if (answerTo === undefined) assert.ok(mail.text?.includes(email));
      }
    }
  });

  it('is answered by no program, whatever it is about', async () => {
    const row = rowOf(sampleRequest());
    for (const mail of [
      requestMail(row, [], settings),
      replyMail(row, replyTo(row), [], settings),
    ]) {
      assert.deepEqual(await smtp.send(mail), { name: 'sent' });
      const { headers } = mailbox.mails.at(-1) ?? assert.fail('No mail has arrived');
      const valueOf = (name: string) => headers.find(({ key }) => key === name)?.value;
      assert.equal(valueOf('auto-submitted'), 'auto-generated');
      assert.match(valueOf('x-auto-response-suppress') ?? '', /AutoReply/);
    }
  });

  it('has every field of the request', async () => {
    const content = sampleRequest({
      kind: 'idea',
      about: 'report',
      product: 'tuote-9',
      application: 'osa-9',
      critical: true,
      neededBy: '2026-01-09T10:00:00Z',
      report: { name: 'Tase', criteria: '1–12/2025' },
      diagnostics: 'F-4711',
      relatedIncident: 'hairio-7',
      companyNumbers: ['1234', '5678'],
      chargeableWork: {
        version: '2026-01',
        text: 'Vahvistan työn.',
        name: 'Äiti Öljy',
        confirmedAt: '2026-07-05T07:00:00Z',
      },
      attachments: [{ id: randomUUID(), name: 'näyttö.png', caption: 'kuvatekstiä' }],
    });
    const { subject = '', text = '' } = await arrivedOf(content);
    const { id: _, ...attachment } = content.attachments[0] ?? assert.fail();
    const inWords = {
      kind: 'Kehitysehdotus',
      about: 'raportti',
      critical: 'Kriittinen',
      neededBy: '9.1.2026 klo 12.00',
      confirmedAt: '5.7.2026 klo 10.00',
      language: 'Kuvaus',
    };
    const leaves = (value: unknown): string[] =>
      value && typeof value === 'object' ? Object.values(value).flatMap(leaves) : [String(value)];
    const told = {
      ...content,
      ...inWords,
      attachments: [attachment],
      chargeableWork: { ...content.chargeableWork, confirmedAt: inWords.confirmedAt },
    };
    for (const value of leaves(told))
      assert.ok(`${subject}\n${text}`.includes(value), `${value} is missing`);
  });

  it('waits where the mailbox is full, with its files, as it does where the server has no time', async () => {
    mailbox.plan = ['full', 'busy'];
    const mail = requestMail(rowOf(sampleRequest()), [], settings);
    assert.deepEqual((await smtp.send(mail)).name, 'passing');
    assert.deepEqual((await smtp.send(mail)).name, 'passing');
  });

  it('is refused by a server that has no TLS, unless no network is crossed', async () => {
    const plain = await Mailbox.open({ secure: false, hideTls: true });
    const mail = requestMail(rowOf(sampleRequest()), [], settings);
    assert.deepEqual(await (await wayTo(plain)).send(mail), { name: 'sent' });
    // The same server by another name, which is no loopback to whoever reads the address.
    const far = plain.url.replace('localhost', '0.0.0.0');
    assert.equal((await (await wayTo(plain, { url: far })).send(mail)).name, 'passing');
    assert.equal(plain.mails.length, 1);
    await plain.close();
  });

  it('goes to a server on this computer whose certificate nobody vouches for, as a local one has', async () => {
    const local = await Mailbox.open({ secure: false });
    const mail = requestMail(rowOf(sampleRequest()), [], settings);
    const far = local.url.replace('localhost', '0.0.0.0');
    assert.equal(
      (await (await wayTo(local, { url: far, ca: undefined })).send(mail)).name,
      'passing',
    );
    assert.deepEqual(await (await wayTo(local, { ca: undefined })).send(mail), { name: 'sent' });
    await local.close();
  });
});
