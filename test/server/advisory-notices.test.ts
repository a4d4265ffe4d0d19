import assert from 'node:assert/strict';
import { after, afterEach, before, it } from 'node:test';
import type { Email } from 'postal-mime';
import {
  decideAdvisoryAccess,
  getAdvisoryNotices,
  getStaffAdvisoryAccess,
  putAdvisoryNotices,
  putAdvisorySettings,
  type AdvisoryAsk,
} from '../../src/contract/index.js';
import { Journal } from '../../server/src/advisory-log/journal.js';
import { SigningKeys } from '../../server/src/advisory-log/signing-keys.js';
import { seedDemo } from '../../server/src/demo-data/seed.js';
import { Notifier } from '../../server/src/notices/notifier.js';
import { decide } from '../../server/src/operations/advisory-decision.js';
import { settle } from '../../server/src/storage/advisory-access.js';
import {
  openDatabase,
  type OpenDatabase,
  type Storage,
} from '../../server/src/storage/database.js';
import { inTransaction } from '../../server/src/storage/transaction.js';
import { waitUntil } from '../tools/wait-until.js';
import { AdvisoryDesk, hours, isoHours, morning, sampleAsk } from './tools/advisory.js';
import { onEachDatabase, onOneDatabase } from './tools/databases.js';
import { Mailbox } from './tools/mailbox.js';
import { testKeys } from './tools/signing-keys.js';

const maija = 'maija.makela@ayras.fi';
const kaisa = 'kaisa.korhonen@ayras.fi';
const laura = 'laura.niemi@visma.com';
const page = 'https://portal.example/tuki';

/** The demonstration has a second granter; with one alone it is plain who is told what. */
async function withoutSecondGranter(storage: Storage): Promise<void> {
  const { db, close } = await openDatabase(storage);
  await db.deleteFrom('people').where('id', '=', 'second-granter').execute();
  await close();
}

const toOf = (mail: Email) => mail.to?.map(({ address }) => address).join();

/** A desk whose notices arrive in a mailbox of its own. */
async function deskWithMailbox(storage: Storage) {
  const mailbox = await Mailbox.open();
  const desk = await AdvisoryDesk.open(storage, {
    relay: {
      smtp: {
        url: mailbox.url,
        from: { name: 'Tukipyynnöt', address: 'tuki@visma.example' },
        to: 'asiakaspalvelu@visma.example',
        ca: await Mailbox.authority(),
      },
      pace: { firstWait: 20, longestWait: 40, lifetime: 36_000_000, hold: 1_500, look: 100 },
    },
    notices: { url: page, pace: { quiet: 60_000, longest: 180_000 } },
  });
  return { mailbox, desk };
}

onOneDatabase('Notices of advisory access', (databases) => {
  let mailbox: Mailbox;
  let desk: AdvisoryDesk;

  before(async () => {
    const storage = await databases();
    ({ mailbox, desk } = await deskWithMailbox(storage));
    await withoutSecondGranter(storage);
  });
  after(async () => {
    await desk.close();
    await mailbox.close();
  });
  afterEach(() => {
    mailbox.mails.length = 0;
    mailbox.plan = [];
  });

  let hour = 0;
  /** Lets so many hours pass, so that what was collected is sent. */
  const pass = (hours = 0.1) => desk.moveTo((hour += hours));
  const arrive = async (count: number): Promise<Email[]> => {
    await waitUntil(
      () => mailbox.known.length >= count,
      () => `${mailbox.known.length} of ${count} have arrived`,
    );
    return mailbox.known;
  };
  const mailTo = (address: string) =>
    mailbox.known.find((mail) => toOf(mail) === address) ??
    assert.fail(`Nothing came to ${address}`);
  const ask = (changes: Partial<AdvisoryAsk> = {}) =>
    desk.ask({ from: isoHours(hour), until: isoHours(hour + 8), ...changes });
  const choose = (body: object) => desk.endpoint.get(putAdvisoryNotices, { as: 'main-user', body });

  /** How many people have been told of a request, as support sees it. */
  const toldOf = async (id: string) =>
    (await desk.endpoint.get(getStaffAdvisoryAccess, { as: 'agent', params: { id } })).notices;

  /** Takes back what waits, and what was told of it isn't sent. */
  const clear = async () => {
    for (const { id } of (await desk.list({ state: 'pending' })).items) await desk.withdraw(id);
  };

  it('tell who may grant what is asked for, on which page to decide, and nothing that was written', async () => {
    await clear();
    const { id } = await ask();
    pass();
    const [mail] = await arrive(1);
    assert.equal(mail && toOf(mail), maija);
    assert.equal(mail?.subject, 'Tilitoimisto Äyräs Oy: hyväksy tai hylkää neuvontaoikeuspyyntö');
    const text = mail?.text ?? '';
    for (const told of [
      'Pyytäjä: Laura Niemi, Asiakaspalvelu',
      'Oikeus: katselu, ei muutoksia',
      '1234 Kahvila Kulma Oy',
      'Kirjanpito',
      'Päätös tarvitaan viimeistään',
      page,
    ])
      assert.ok(text.includes(told), `${told} is missing in ${text}`);
    assert.ok(!text.includes('F-4711'), 'The reason is in the mail');
    await waitUntil(
      async () => (await toldOf(id))?.sent === 1,
      () => 'Support never learns that somebody was told',
    );
    assert.deepEqual(await toldOf(id), { waiting: 0, sent: 1, failed: 0 });
    await desk.decide(id, { version: 1, outcome: 'rejected', reason: 'Ei nyt' });
    pass();
    await arrive(2);
    assert.equal(
      mailTo(laura).subject,
      'Tilitoimisto Äyräs Oy: neuvontaoikeuspyyntö on hylätty, lue syy',
    );
    assert.ok(!mailTo(laura).text?.includes('Ei nyt'), 'The reason is in the mail');
  });

  it('of many companies that are asked at once are one mail that says how many wait', async () => {
    const asked = sampleAsk().companies[0] ?? assert.fail();
    for (let one = 0; one < 22; one += 1) await ask({ companies: [asked] });
    pass();
    await arrive(1);
    assert.equal(
      mailTo(maija).subject,
      'Tilitoimisto Äyräs Oy: 22 neuvontaoikeuspyyntöä odottaa hyväksyntää',
    );
    assert.ok(mailTo(maija).text?.includes('Lisäksi muita: 2.'));
    await clear();
  });

  it('say what was granted and narrowed, to who granted it and to who asked, each in their language', async () => {
    await choose({ language: 'sv' });
    const { id } = await ask();
    await desk.decide(id, { version: 1, outcome: 'approved', companies: ['1234'] });
    pass();
    await arrive(2);
    assert.equal(
      mailTo(maija).subject,
      'Tilitoimisto Äyräs Oy: granska de beviljade rådgivningsrättigheterna',
    );
    assert.equal(
      mailTo(laura).subject,
      'Tilitoimisto Äyräs Oy: neuvontaoikeus on myönnetty pyydettyä suppeampana, tarkista sen laajuus',
    );
    assert.ok(mailTo(laura).text?.includes('Yritykset: 1/3: 1234 Kahvila Kulma Oy'));
    assert.ok(!mailTo(laura).text?.includes('Öhman'), 'What was not granted is told');
    await choose({ language: 'fi' });
    await desk.revoke(id);
    pass();
    await arrive(4);
  });

  it('sum up what was done once access has ended, and stop support when it is revoked', async () => {
    const { id } = await ask();
    await desk.decide(id, { version: 1, outcome: 'approved' });
    for (const company of ['1234', '1234', '5678']) await desk.mayLook({ company });
    pass();
    await arrive(2);
    mailbox.mails.length = 0;
    await desk.revoke(id);
    pass();
    await arrive(2);
    assert.equal(
      mailTo(maija).subject,
      'Tilitoimisto Äyräs Oy: tarkista, mihin lopetettua neuvontaoikeutta käytettiin',
    );
    assert.ok(
      mailTo(maija).text?.includes('- 1234 Kahvila Kulma Oy, Kirjanpito, Laura Niemi: 2 kertaa'),
      mailTo(maija).text,
    );
    assert.equal(
      mailTo(laura).subject,
      'Tilitoimisto Äyräs Oy: neuvontaoikeus on lopetettu, lopeta sen käyttö',
    );
  });

  it('come by what a person wants, but that access was granted in their name comes always', async () => {
    await choose({ wants: 'none' });
    const { id } = await ask();
    pass();
    await desk.decide(id, { version: 1, outcome: 'approved' });
    pass();
    await arrive(2);
    assert.deepEqual(mailbox.known.map(toOf).sort(), [laura, maija]);
    assert.equal(
      mailTo(maija).headers.find(({ key }) => key === 'list-unsubscribe'),
      undefined,
    );
    await desk.revoke(id);
    pass();
    await arrive(3);
    await choose({ wants: 'mine' });
    const { id: unseen } = await ask();
    await desk.amend(unseen, { reason: 'Tarkennus' });
    await desk.decide(unseen, { version: 2, outcome: 'returned', reason: 'Miksi?' });
    await desk.amend(unseen, { reason: 'Siksi' });
    pass();
    await arrive(5);
    const last = mailbox.known.filter((mail) => toOf(mail) === maija).at(-1);
    assert.equal(last?.subject, 'Tilitoimisto Äyräs Oy: tarkista muuttunut neuvontaoikeuspyyntö');
    assert.equal(last?.headers.find(({ key }) => key === 'list-unsubscribe')?.value, `<${page}>`);
    await choose({ wants: 'all' });
    await desk.withdraw(unseen);
  });

  it('of a question that was taken back before it was told are not sent', async () => {
    const { id } = await ask();
    await desk.withdraw(id);
    const { id: told } = await ask();
    pass();
    await arrive(1);
    assert.equal(
      mailbox.known[0]?.subject,
      'Tilitoimisto Äyräs Oy: hyväksy tai hylkää neuvontaoikeuspyyntö',
    );
    await desk.withdraw(told);
  });

  it('that the mailbox did not take come again as one, under the same Message-ID', async () => {
    mailbox.plan = ['drop', 'busy'];
    const { id } = await ask();
    pass();
    await arrive(1);
    await waitUntil(
      async () => {
        pass(0.005);
        return (
          (await desk.endpoint.get(getStaffAdvisoryAccess, { as: 'agent', params: { id } })).notices
            ?.sent === 1
        );
      },
      () => 'It was never taken',
    );
    assert.equal(mailbox.known.length, 1);
    await desk.withdraw(id);
  });

  it('say in the page what others did since a person was there, until they have seen it', async () => {
    const read = () => desk.endpoint.get(getAdvisoryNotices, { as: 'accountant' });
    const first = await read();
    assert.deepEqual([first.news, first.since, first.email], [[], undefined, undefined]);
    const see = (seen: string) =>
      desk.endpoint.get(putAdvisoryNotices, { as: 'accountant', body: { seen, language: 'fi' } });
    await see(first.upTo);
    const { id } = await ask();
    await desk.decide(id, { version: 1, outcome: 'approved' });
    for (let use = 0; use < 3; use += 1) await desk.mayLook();
    const { news, upTo } = await read();
    assert.deepEqual(news, [
      { act: 'asked', count: 1 },
      { act: 'approved', count: 1 },
      { act: 'used', count: 3 },
    ]);
    assert.deepEqual((await see(upTo)).news, []);
    assert.deepEqual((await see('0')).news, [], 'What was seen is told again');
    assert.deepEqual((await see('999999999999')).upTo, upTo);
    await desk.revoke(id);
    assert.deepEqual((await read()).news, [{ act: 'revoked', count: 1 }]);
    assert.deepEqual(
      (await desk.endpoint.get(getAdvisoryNotices, { as: 'main-user' })).email,
      maija,
    );
  });
});

onOneDatabase('Notices where two have to approve', (databases) => {
  let mailbox: Mailbox;
  let desk: AdvisoryDesk;

  before(async () => {
    ({ mailbox, desk } = await deskWithMailbox(await databases()));
    await desk.endpoint.get(putAdvisorySettings, {
      as: 'main-user',
      body: { approversRequired: 2 },
    });
    for (const { id } of (await desk.list({ state: 'pending' })).items) await desk.withdraw(id);
  });
  after(async () => {
    await desk.close();
    await mailbox.close();
  });

  const subjects = () =>
    mailbox.known.map((mail) => `${toOf(mail)} ${mail.subject?.split(': ')[1]}`).sort();
  const arrived = (expected: readonly string[]) =>
    waitUntil(
      () => subjects().join() === [...expected].sort().join(),
      () => subjects().join('\n'),
    );

  it('ask the others for their word when one has approved, and tell all when it is granted', async () => {
    const { id } = await desk.ask();
    const { firstApproval } = await desk.decide(id, {
      version: 1,
      outcome: 'approved',
      companies: ['1234'],
    });
    desk.moveTo(0.1);
    await arrived([
      `${kaisa} hyväksy tai hylkää neuvontaoikeuspyyntö, toinen hyväksyntä puuttuu`,
      `${maija} hyväksy tai hylkää neuvontaoikeuspyyntö`,
    ]);
    const told = mailbox.known.find((mail) => toOf(mail) === kaisa)?.text ?? '';
    assert.ok(told.includes('Tekijä: Maija Mäkelä'), told);
    assert.ok(told.includes('Yritykset: 1/3: 1234 Kahvila Kulma Oy'), told);
    mailbox.mails.length = 0;
    await desk.endpoint.get(decideAdvisoryAccess, {
      as: 'second-granter',
      params: { id },
      body: { version: 1, outcome: 'approved', confirms: firstApproval?.at },
    });
    desk.moveTo(0.2);
    await arrived([
      `${kaisa} tarkista myönnetty neuvontaoikeus`,
      `${maija} tarkista myönnetty neuvontaoikeus`,
      `${laura} neuvontaoikeus on myönnetty pyydettyä suppeampana, tarkista sen laajuus`,
    ]);
    assert.ok(
      mailbox.known.every(({ text }) => text?.includes('Tekijä: Maija Mäkelä, Kaisa Korhonen')),
    );
  });
});

onOneDatabase('Notices of changed rules', (databases) => {
  let mailbox: Mailbox;
  let desk: AdvisoryDesk;

  before(async () => {
    ({ mailbox, desk } = await deskWithMailbox(await databases()));
  });
  after(async () => {
    await desk.close();
    await mailbox.close();
  });

  it('go to everybody who may grant, whatever they want to be told', async () => {
    for (const { id } of (await desk.list({ state: 'pending' })).items) await desk.withdraw(id);
    for (const as of ['main-user', 'second-granter'] as const)
      await desk.endpoint.get(putAdvisoryNotices, {
        as,
        body: { wants: 'none', language: as === 'main-user' ? 'sv' : 'fi' },
      });
    await desk.endpoint.get(putAdvisorySettings, {
      as: 'main-user',
      body: { approversRequired: 2 },
    });
    desk.moveTo(0.1);
    await waitUntil(
      () => mailbox.known.length === 2,
      () => `${mailbox.known.length} of 2 have arrived`,
    );
    const mailTo = (address: string) => mailbox.known.find((mail) => toOf(mail) === address);
    assert.equal(
      mailTo(maija)?.subject,
      'Tilitoimisto Äyräs Oy: granska de ändrade inställningarna för rådgivningsrättigheter',
    );
    assert.equal(
      mailTo(kaisa)?.subject,
      'Tilitoimisto Äyräs Oy: tarkista muutetut neuvontaoikeuksien asetukset',
    );
    const text = mailTo(kaisa)?.text ?? '';
    for (const told of [
      'Tekijä: Maija Mäkelä',
      'Hyväksyjien määrä: 2',
      'Voimassa enintään: 4 h',
      page,
    ])
      assert.ok(text.includes(told), `${told} is missing in ${text}`);
    assert.ok(
      !mailTo(kaisa)?.headers.some(({ key }) => key === 'list-unsubscribe'),
      'It can be turned off',
    );
  });
});

onEachDatabase('A right that ends soon', (storage) => {
  let opened: OpenDatabase;
  let journal: Journal;
  const notifier = new Notifier();

  before(async () => {
    opened = await openDatabase(await storage());
    journal = new Journal(await SigningKeys.from(testKeys), notifier);
    await seedDemo(opened.db, journal, morning);
  });
  after(() => opened.close());

  it('is told of once, half an hour before, and once it has ended what it was used for', async () => {
    const { db } = opened;
    const kinds = async () =>
      (
        await db
          .selectFrom('advisory_notices')
          .select('kind')
          .where('person', '<>', 'second-granter')
          .execute()
      )
        .map(({ kind }) => kind)
        .sort();
    const body = { version: 1, outcome: 'approved' } as const;
    await inTransaction(db, async (trx) => {
      const row = await trx.selectFrom('advisory_access').selectAll().executeTakeFirstOrThrow();
      await decide(trx, journal, row, body, { id: 'main-user', name: 'Maija' }, morning);
    });
    await notifier.remind(db, hours(3.4));
    assert.ok(!(await kinds()).includes('ending'), 'It is told too early');
    await Promise.all([notifier.remind(db, hours(3.6)), notifier.remind(db, hours(3.6))]);
    await notifier.remind(db, hours(3.7));
    assert.deepEqual(await kinds(), ['approved', 'approved', 'asked', 'ending']);
    await settle(db, journal, hours(4));
    await notifier.remind(db, hours(4));
    assert.deepEqual(await kinds(), ['approved', 'approved', 'asked', 'ended', 'ending']);
  });
});
