import { expect } from '@open-wc/testing';
import { AdvisoryAccessApproval } from '../../../src/elements/advisory-access-approval/advisory-access-approval.js';
import type { AdvisoryAccessDecided } from '../../../src/elements/advisory-access-approval/advisory-access-approval.events.js';
import { amend, ask, grant, inHours, read } from '../../tools/advisory.js';
import { openGate } from '../../tools/gate.js';
import { waitUntil } from '../../tools/wait-until.js';
import { detailOf, openList, openRequest } from './approval-page.js';

describe('advisory-access-approval', () => {
  it('is upgraded where its module is loaded', async () => {
    const page = await openRequest((await ask()).id);
    expect(page.element).to.be.instanceOf(AdvisoryAccessApproval);
  });

  it('shows one request whole: who, to whom, why, which companies and areas, and the duty of confidentiality [2.1]', async () => {
    const page = await openRequest((await ask()).id);
    for (const text of [
      'Laura Niemi, Visman asiakaspalvelu',
      'Asiakaspalvelu, koko yksikkö',
      'Katselu, ei muutoksia',
      'Tilitoimisto Äyräs',
      'Tilikauden avaus ei onnistu.',
      'FIV-2026-0412',
      '1234 Kahvila Kulma Oy',
      'Yrityksen perustiedot',
      'salassapitovelvollisia',
    ]) {
      expect(page.text).to.include(text);
    }
  });

  it('says in plain words what a press grants, and grants just that', async () => {
    const { id } = await ask();
    const page = await openRequest(id);
    await page.choose('9012');
    await page.choose('Yrityksen perustiedot');
    await page.choose('1 tunti');
    const { sentence } = page;
    expect(sentence).to.match(
      /^Myönnät katseluoikeuden 2 yritykseen\. Saaja: Asiakaspalvelu, koko yksikkö\. Osa-alueet: Kirjanpito\. Oikeus päättyy (tänään|huomenna) klo [\d.]+\. Voit lopettaa sen milloin tahansa\.$/,
    );
    const told = detailOf<AdvisoryAccessDecided>(page.element, 'advisory-access-decided');
    await page.press('Hyväksy rajattuna');
    const { outcome, until } = await told;
    expect(outcome).to.equal('approved');
    const granted = await read(id);
    expect(granted.decision?.companies?.map(({ number }) => number)).to.deep.equal([
      '1234',
      '5678',
    ]);
    expect(granted.decision?.areas?.map((area) => area.id)).to.deep.equal(['kirjanpito']);
    expect(granted.endsAt).to.equal(until);
    const end = new Date(until ?? '');
    expect(end.getSeconds() + end.getMilliseconds()).to.equal(0);
    const time = new Intl.DateTimeFormat('fi', { hour: 'numeric', minute: '2-digit' })
      .format(end)
      .replace('.00', '');
    expect(sentence).to.include(`klo ${time}.`);
  });

  it('approves as asked, up to the customer’s own maximum, and says where that is set [2.1]', async () => {
    const { id } = await ask();
    const page = await openRequest(id);
    expect(page.text).to.include(
      'Enintään 4 tuntia. Enimmäisaika määritellään kohdassa Palvelunhallinta | Yleiset asetukset | Neuvontaoikeudet voimassa enintään.',
    );
    await page.press('Hyväksy');
    await page.reads('Oikeus on myönnetty');
    const { state, startsAt = '', endsAt = '', decision } = await read(id);
    expect([state, decision?.companies, decision?.areas]).to.deep.equal([
      'active',
      undefined,
      undefined,
    ]);
    expect(Date.parse(endsAt) - Date.parse(startsAt)).to.be.within(3.98 * 3_600_000, 4 * 3_600_000);
    await page.focusesNotice();
    await page.press('Selvä');
    // It ends with a whole minute.
    await page.reads(/Voimassa vielä (?:4 h|3 h 59 min)/);
  });

  it('leaves it to the person when access ends, and asks for it before anything is granted', async () => {
    const { id } = await ask();
    const page = await openRequest(id, { end: '' });
    const chosen = () => page.root.querySelectorAll('[type=radio]:checked').length;
    expect(chosen()).to.equal(0);
    expect(page.sentence).to.include('Valitse, milloin oikeus päättyy.');
    await page.press('Hyväksy');
    await page.focusesNotice();
    expect(page.root.querySelector('.message')?.textContent?.trim()).to.equal(
      'Valitse, milloin oikeus päättyy.',
    );
    // Said once: beside the button, and no more in what would be granted.
    expect(page.sentence).not.to.include('milloin oikeus päättyy');
    expect((await read(id)).state).to.equal('pending');
    await page.chooseEnd('1');
    expect(page.root.querySelector('.message')).to.equal(null);
    await page.press('Hyväksy rajattuna');
    await page.reads('Oikeus on myönnetty');
  });

  it('has the end chosen where there is no other than the one asked for', async () => {
    const page = await openRequest((await ask({ until: inHours(0.9) })).id, { end: '' });
    expect(page.root.querySelector<HTMLInputElement>('[value=asked]')?.checked).to.equal(true);
    expect(page.sentence).to.match(/Oikeus päättyy (tänään|huomenna) klo/);
  });

  it('grants until a time of the person’s own, and refuses one that lies outside', async () => {
    const until = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 90 * 60_000);
    const local = (instant: Date) =>
      new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
    const { id } = await ask();
    const page = await openRequest(id);
    await page.choose('Muu aika');
    await page.write('Päättymisaika', local(new Date(Date.now() - 60_000)));
    await page.press('Hyväksy rajattuna');
    await page.reads('Valitse päättymisajaksi tuleva ajankohta');
    await page.write('Päättymisaika', local(until));
    await page.press('Hyväksy rajattuna');
    await page.reads('Oikeus on myönnetty');
    expect((await read(id)).endsAt).to.equal(until.toISOString());
  });

  it('asks for a company and an area, rather than granting nothing', async () => {
    const page = await openRequest((await ask()).id);
    await page.press('Poista valinnat');
    expect(page.sentence).to.include('Valitse yritykset, joihin myönnät oikeuden.');
    await page.choose('Kirjanpito');
    await page.choose('Yrityksen perustiedot');
    await page.press('Hyväksy rajattuna');
    await page.reads('Valitse vähintään yksi yritys. Valitse vähintään yksi osa-alue.');
    await page.focusesNotice();
  });

  it('rejects with a reason, which support gets', async () => {
    const { id } = await ask();
    const page = await openRequest(id);
    await page.press('Hylkää');
    expect(page.focused?.localName).to.equal('textarea');
    await page.press('Hylkää pyyntö');
    await page.reads('Kirjoita lause');
    await page.write('Hylkäyksen syy', 'Kirjanpito on jo suljettu.');
    await page.press('Hylkää pyyntö');
    await page.reads('Hylkäsit pyynnön');
    expect((await read(id)).decision).to.deep.include({
      outcome: 'rejected',
      reason: 'Kirjanpito on jo suljettu.',
    });
  });

  it('asks for more information, and the request comes back with the answer', async () => {
    const { id } = await ask();
    const page = await openRequest(id);
    await page.press('Pyydä lisätietoja');
    await page.write('Kysymyksesi', 'Mitä katsotte?');
    await page.press('Lähetä kysymys');
    await page.reads('Pyysit lisätietoja');
    await page.press('Selvä');
    await page.reads('Asiakaspalvelun vastausta odottavat');
    await amend(id, { reason: 'Katsomme avaavia saldoja.' });
    await page.element.refresh();
    await page.reads('Katsomme avaavia saldoja.');
    expect(page.has('Hyväksy')).to.equal(true);
  });

  it('lets a person think again while writing', async () => {
    const page = await openRequest((await ask()).id);
    await page.press('Hylkää');
    await page.press('Peruuta');
    await waitUntil(() => page.focused?.id.endsWith('-rejected'), 'The focus was not given back');
    expect(page.has('Hyväksy')).to.equal(true);
  });

  it('ends an active right at once', async () => {
    const { id } = await grant();
    const page = await openList([id]);
    await page.reads('Voimassa vielä');
    const told = detailOf<{ id: string }>(page.element, 'advisory-access-revoked');
    await page.press('Lopeta oikeus');
    expect((await told).id).to.equal(id);
    await page.reads('Oikeus on päättynyt');
    await page.focusesNotice();
    expect((await read(id)).state).to.equal('revoked');
    await page.press('Selvä');
    await waitUntil(() => page.focused?.id === 'title', 'The focus went nowhere');
    expect(page.text).to.include('Aiemmat pyynnöt');
  });

  it('shows a right that begins later, and lets it be called off before', async () => {
    const { id } = await grant({ from: inHours(20) });
    const page = await openList([id]);
    await page.reads(/Alkaa (tänään|huomenna) klo/);
    await page.press('Lopeta oikeus');
    await page.reads('Oikeus on päättynyt');
    expect((await read(id)).state).to.equal('revoked');
  });

  it('shows the buttons of a right together, once it is known who is signed in', async () => {
    const { id } = await grant();
    const { endpoint, release } = await openGate([{ path: '/me', fault: 'hold' }]);
    const page = await openList([id], { endpoint });
    await page.reads('Voimassa vielä');
    expect([page.has('Tiedot'), page.has('Lopeta oikeus')]).to.deep.equal([false, false]);
    await release();
    await waitUntil(() => page.has('Lopeta oikeus'), 'The right can not be ended');
    expect(page.has('Tiedot')).to.equal(true);
  });

  it('tells in the history who decided what and when', async () => {
    const { id } = await grant({}, { companies: ['1234'] });
    const page = await openList([id]);
    await page.reads('Voimassa vielä');
    await page.press('Tiedot');
    await page.reads('Tapahtumat');
    expect(page.text)
      .to.match(/Pyydetty, Laura Niemi/)
      .and.to.match(/tänään klo [\d.]+ Hyväksytty, Maija Mäkelä/);
    expect(page.text)
      .to.include('1234 Kahvila Kulma Oy')
      .and.not.to.include('9012 Rakennus Öhman Oy');
  });

  it('proposes what was granted before when support asks for more time', async () => {
    const former = await grant({}, { companies: ['5678'], areas: ['perustiedot'] });
    const { id } = await ask({ extends: former.id });
    const page = await openRequest(id);
    expect(page.text).to.include('Asiakaspalvelu pyytää lisäaikaa.');
    expect(page.sentence)
      .to.include('1 yritykseen')
      .and.to.include('Osa-alueet: Yrityksen perustiedot.');
  });

  it('says that nobody asks for anything, or what the host says instead', async () => {
    const page = await openList([]);
    await page.reads('Ei neuvontaoikeuspyyntöjä.');
  });
});
