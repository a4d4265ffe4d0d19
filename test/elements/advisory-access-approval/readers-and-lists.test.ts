import { expect } from '@open-wc/testing';
import {
  amend,
  ask,
  clientOf,
  companies,
  grant,
  lookAt,
  read,
  seeingOnly,
} from '../../tools/advisory.js';
import { waitUntil } from '../../tools/wait-until.js';
import { decideAdvisoryAccess } from '../../../src/contract/advisory-access.js';
import { SupportError } from '../../../src/client/support-error.js';
import { verifyReceipt } from '../../../verify/src/verify-receipt.js';
import { Downloads } from '../support-request-form/email-page.js';
import { openApproval, openList, openRequest } from './approval-page.js';

describe('a person who may not grant [2.1]', () => {
  it('reads the request whole, who can grant, and where the right is given', async () => {
    const { id } = await ask({ companies: companies(40) });
    const page = await openList([id], { user: 'accountant' });
    await page.reads('Et voi myöntää neuvontaoikeuksia');
    expect(page.text)
      .to.include('Niitä voivat myöntää: Kaisa Korhonen ja Maija Mäkelä.')
      .and.to.include('Palvelunhallinta | Web-sovellukset')
      .and.to.include('9012 Rakennus Öhman Oy');
    expect(page.has('Hyväksy')).to.equal(false);
    expect(page.root.querySelectorAll('input[type=checkbox], input[type=radio]').length).to.equal(
      0,
    );
  });

  it('cannot end a right', async () => {
    const page = await openList([(await grant()).id], { user: 'accountant' });
    await page.reads('Voimassa vielä');
    expect(page.has('Lopeta oikeus')).to.equal(false);
  });

  it('cannot decide by a request of their own making either', async () => {
    const { id } = await ask();
    const refused = await clientOf('accountant')
      .send(decideAdvisoryAccess, { params: { id }, body: { version: 1, outcome: 'approved' } })
      .catch((error: unknown) => SupportError.from(error).code);
    expect(refused).to.equal('forbidden');
    expect((await read(id)).state).to.equal('pending');
  });
});

describe('a receipt of advisory access', () => {
  it('is saved by whoever sees the request, and holds by itself', async () => {
    const { id } = await grant({ companies: companies(3) }, { companies: ['1234'] });
    const downloads = new Downloads();
    try {
      const page = await openList([id], { user: 'accountant' });
      await page.press('Tiedot');
      await page.reads('Tallenna kuitti');
      await page.press('Tallenna kuitti');
      const { name, content } = await downloads.next();
      await page.reads('Kuitti tallennettu.');
      expect(name).to.equal(`neuvontaoikeus-${id}.json`);
      const { statements } = await verifyReceipt(await content.text());
      expect(
        statements.map(({ type, content: said }) => [type, said?.companies.length]),
      ).to.deep.equal([
        ['asked', 3],
        ['approved', 1],
      ]);
    } finally {
      downloads.restore();
    }
  });
});

describe('a right to fewer companies than were asked for', () => {
  it('says everywhere how many it holds for, also after it was ended', async () => {
    const { id } = await grant({ companies: companies(12) }, { companies: ['1234', '5678'] });
    const page = await openList([id]);
    await page.reads('Voimassa vielä');
    const text = () => page.text;
    expect(text()).to.include('2/12 yritystä');
    await page.press('Tiedot');
    await page.reads('Tapahtumat');
    expect(text()).to.match(/Hyväksytty, Maija Mäkelä, 2\/12 yritystä/);
    expect(text()).not.to.match(/(?<!\/)12 yritystä/);
    await page.press('Lopeta oikeus');
    await page.press('Selvä');
    await page.press('Aiemmat pyynnöt');
    await page.reads('Lopetettu');
    expect(text()).to.include('2/12 yritystä');
  });
});

describe('a right that support has used', () => {
  it('tells of every use, the same ones in one line, and older ones on request', async () => {
    // Numbers that no other right holds for, since the latest end among several would be used.
    const first = 300_000 + Math.floor(Math.random() * 100_000_000);
    const some = Array.from({ length: 103 }, (_, index) => ({
      number: String(first + index),
      name: `Asunto Oy Käytetty ${index + 1}`,
    }));
    const { id } = await grant({ companies: some });
    for (const { number } of [...some, ...some.slice(-1), ...some.slice(-1)])
      expect((await lookAt(number)).allowed).to.equal(true);
    const page = await openList([id]);
    await page.press('Tiedot');
    await page.reads('Käytetty viimeksi: tänään klo');
    expect(page.text).not.to.include(`Laura Niemi, ${first + 3}`);
    await page.press('Käyttö');
    await page.reads('Kirjanpito, katseltu (3 kertaa)');
    expect(page.text).to.include(`Laura Niemi, ${first + 3} Asunto Oy Käytetty 4`);
    expect(page.text).not.to.include(`Laura Niemi, ${first + 2} `);
    await page.press('Näytä aiemmat käytöt');
    await page.reads(`Laura Niemi, ${first + 2} Asunto Oy Käytetty 3`);
    expect(page.text).to.include(`Laura Niemi, ${first} Asunto Oy Käytetty 1`);
    expect(page.has('Näytä aiemmat käytöt')).to.equal(false);
    expect(page.focused?.getAttribute('aria-label')).to.equal('Käyttö');
    expect(page.announced).to.equal('Aiempi käyttö näkyy luettelossa.');
  });
});

describe('several requests', () => {
  it('are counted, and each can be opened; what was chosen in one stays', async () => {
    const [one, other] = [await ask({ reason: 'Ensimmäinen' }), await ask({ reason: 'Toinen' })];
    const counts: number[] = [];
    const page = await openList([one.id, other.id]);
    page.element.addEventListener('advisory-access-pending-changed', ({ detail }) =>
      counts.push(detail.count),
    );
    await page.reads('2 odottaa hyväksyntää');
    await page.reads('Toinen');
    expect(page.element.pendingCount).to.equal(2);
    await page.choose('9012');
    await page.press('Avaa');
    await page.reads('Ensimmäinen');
    expect(page.focused?.localName).to.equal('h3');
    await page.press('Avaa');
    await page.reads('Toinen');
    expect(page.control('9012').checked).to.equal(false);
    await page.chooseEnd('asked');
    await page.press('Hyväksy rajattuna');
    await page.reads('Oikeus on myönnetty');
    await page.press('Selvä');
    await page.reads('Ensimmäinen');
    await waitUntil(() => page.element.pendingCount === 1, 'The count stayed');
    expect(counts.at(-1)).to.equal(1);
  });

  it('are empty at first, and the first one appears by itself', async () => {
    const ids: string[] = [];
    const page = await openList(ids);
    await page.reads('Ei neuvontaoikeuspyyntöjä.');
    ids.push((await ask()).id);
    await page.element.refresh();
    await page.reads('Hyväksy');
  });

  it('keep what was written when support changes another one', async () => {
    const [one, other] = [await ask(), await ask()];
    const page = await openList([one.id, other.id]);
    await page.reads('Hyväksy');
    await page.press('Hylkää');
    await page.write('Hylkäyksen syy', 'Koska');
    await amend(one.id, { reason: 'Muutettu' });
    await page.element.refresh();
    expect(page.control('Hylkäyksen syy').value).to.equal('Koska');
    expect(page.focused?.localName).to.equal('textarea');
  });
});

describe('one request alone', () => {
  it('is the one that the host names, however it stands', async () => {
    const [other, granted] = [await ask(), await grant()];
    const page = await openApproval({ id: granted.id, client: seeingOnly([other.id, granted.id]) });
    await page.reads('Tapahtumat');
    expect(page.root.querySelectorAll('[part=request]').length).to.equal(1);
    await page.press('Lopeta oikeus');
    await page.reads('Oikeus on päättynyt');
    await page.press('Selvä');
    await page.reads('Lopetettu, Maija Mäkelä');
  });

  it('is decided on as any other', async () => {
    const { id } = await ask();
    const page = await openRequest(id, { id });
    await page.press('Hyväksy');
    await page.reads('Oikeus on myönnetty');
    await page.press('Selvä');
    await page.reads('Hyväksytty, Maija Mäkelä');
  });

  it('that is not there, or is of another customer, is said to be not found', async () => {
    for (const user of ['main-user', 'other-tenant'] as const) {
      const id = user === 'main-user' ? crypto.randomUUID() : (await ask()).id;
      const page = await openApproval({ id, user });
      await page.reads('Pyyntöä ei löytynyt');
    }
  });
});
