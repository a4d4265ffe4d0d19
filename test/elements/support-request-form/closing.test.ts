import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/context/support-provider.define.js';
import type { SupportProvider } from '../../../src/context/support-provider.js';
import type { SupportRequest } from '../../../src/contract/support-requests.js';
import type { SupportRequestForm } from '../../../src/elements/support-request-form/support-request-form.js';
import { openGate } from '../../tools/gate.js';
import { tokenFor } from '../../tools/sign-in.js';
import { waitUntil } from '../../tools/wait-until.js';
import { detailOf, FormPage, openReadyForm } from './form-page.js';

const shown = (page: FormPage): string =>
  page.root.querySelector('.closing pre')?.textContent ?? '';

/** Writes, sends, and tells what was sent. */
async function send(page: FormPage): Promise<SupportRequest> {
  await page.writeProblem();
  const request = detailOf<SupportRequest>(page.element, 'support-request-submit');
  await page.press('Lähetä tukipyyntö');
  await page.reads('Vastaanotettu: FIV-');
  return request;
}

async function openWith(diagnostics: () => string | Promise<string>): Promise<FormPage> {
  const page = await openReadyForm();
  page.element.diagnostics = diagnostics;
  await page.reads('Liitä ohjelman virhetiedot');
  return page;
}

describe('what the program says of the error [guide 1.2.3]', () => {
  it('goes along just as it can be read', async () => {
    const page = await openWith(() => 'FIV-500\nTilikaudet: kausi ei ole voimassa');
    expect(shown(page)).to.equal('FIV-500\nTilikaudet: kausi ei ole voimassa');
    expect((await send(page)).diagnostics).to.equal('FIV-500\nTilikaudet: kausi ei ole voimassa');
  });

  it('can be left out, and taken in again', async () => {
    const page = await openWith(() => 'FIV-500');
    await page.choose('Liitä ohjelman');
    expect(shown(page)).to.equal('');
    await page.choose('Liitä ohjelman');
    expect(shown(page)).to.equal('FIV-500');
    await page.choose('Liitä ohjelman');
    expect(await send(page)).to.not.have.property('diagnostics');
  });

  it('is given by the provider too, and read anew when the person comes back from the program', async () => {
    let text = 'ensimmäinen virhe';
    localStorage.clear();
    const provider = await fixture<SupportProvider>(html`
      <support-provider endpoint="/api/support" .accessToken=${() => tokenFor('main-user')} .diagnostics=${() => text} locale="fi" product="fivaldi" application="kirjanpito" company-number="1234">
        <support-request-form></support-request-form>
      </support-provider>
    `);
    const page = new FormPage(provider.querySelector('support-request-form') as SupportRequestForm);
    await page.reads('Liitä ohjelman virhetiedot');
    expect(shown(page)).to.equal('ensimmäinen virhe');
    text = 'toinen virhe';
    page.control('Kuvaus').focus();
    await waitUntil(() => shown(page) === 'toinen virhe', 'The former error is still shown');
  });

  it('is read anew when the program opens the form with an error, without a touch', async () => {
    let text = 'F-1';
    const page = await openWith(() => text);
    text = 'F-4711';
    page.element.prefill({ kind: 'problem', about: 'error' });
    await waitUntil(() => shown(page) === 'F-4711', 'The former error is still shown');
  });

  it('is asked for in vain where the program fails: the form works all the same', async () => {
    const page = await openReadyForm();
    page.element.diagnostics = () => Promise.reject(new Error('as asked'));
    expect(await send(page)).to.not.have.property('diagnostics');
  });
});

describe('chargeable work [guide 1.1]', () => {
  it('is confirmed by the person alone, never beforehand', async () => {
    const page = await openReadyForm();
    page.element.prefill({
      chargeableWork: { version: '1', text: 'kyllä', confirmedAt: '2026-01-01T00:00:00Z' },
    });
    expect(await send(page)).to.not.have.property('chargeableWork');
  });

  it('is confirmed in the exact words, with their version, the name and the time', async () => {
    const page = await openReadyForm();
    await page.write('Ongelma lyhyesti', 'a');
    await page.reads('Maksullinen työ');
    const box = page.root.querySelector<HTMLInputElement>('#chargeableWork');
    expect(box?.checked).to.equal(false);
    const words = box?.closest('label')?.textContent?.trim();
    await page.confirmChargeableWork();
    const before = Date.now();
    const { chargeableWork } = await send(page);
    expect(chargeableWork).to.deep.include({
      text: words,
      name: 'Maija Mäkelä',
      version: '2026-01',
    });
    expect(Date.parse(chargeableWork?.confirmedAt ?? '')).to.be.within(before - 5000, Date.now());
  });

  it('is read again and confirmed anew where its text has changed since it was read', async () => {
    const service = (await (await fetch('/api/support/service?language=fi')).json()) as object;
    const chargeableWork = { version: '2020-01', text: 'Vahvistan vanhat ehdot.' };
    const { endpoint } = await openGate([
      { path: '/service', status: 200, body: { ...service, chargeableWork } },
    ]);
    const page = await openReadyForm({ endpoint });
    await page.writeProblem();
    await page.confirmChargeableWork();
    await page.press('Lähetä tukipyyntö');
    await page.reads('Lue vahvistus uudelleen');
    await page.reads('Vahvistan, että tämän tukipyynnön');
    const box = page.root.querySelector<HTMLInputElement>('#chargeableWork');
    expect([box?.checked, page.control('Kuvaus').value]).to.deep.equal([
      false,
      'Yritin avata tilikauden 2026.',
    ]);
    await page.press('Lähetä tukipyyntö');
    await page.reads(/Vastaanotettu: FIV-/);
  });

  it('is told of without a touch, and leaves no hole where an endpoint has no terms', async () => {
    const page = await openReadyForm();
    await page.reads('Maksullinen työ');
    const service = (await (await fetch('/api/support/service?language=fi')).json()) as object;
    const { endpoint } = await openGate([
      {
        path: '/service',
        status: 200,
        body: { ...service, chargeableWork: undefined, links: {} },
      },
    ]);
    const without = await openReadyForm({ endpoint });
    await without.loaded();
    const closing = without.root.querySelector('.closing');
    expect(closing?.getBoundingClientRect().height).to.be.below(30);
  });

  it('has the price list and the agreements one click away, and promises no price', async () => {
    const page = await openReadyForm();
    await page.write('Ongelma lyhyesti', 'a');
    await page.reads('Maksullinen työ');
    const links = [...page.root.querySelectorAll<HTMLAnchorElement>('.terms a')].map(
      ({ textContent, protocol }) => `${textContent} ${protocol}`,
    );
    expect(links).to.deep.equal(['Palveluhinnasto https:', 'Sopimukset https:']);
  });
});

describe('privacy', () => {
  it('is a link away where the endpoint gives one, and never to a host that is not known', async () => {
    const profile = (await (await fetch('/api/support/service?language=fi')).json()) as {
      links: object;
    };
    for (const [privacy, host] of [
      ['https://www.visma.fi/tietosuoja/', 'www.visma.fi'],
      ['https://visma.fi.evil.example/', undefined],
    ] as const) {
      const { endpoint } = await openGate([
        {
          path: '/service*',
          times: 9,
          status: 200,
          body: { ...profile, links: { ...profile.links, privacy } },
        },
      ]);
      const page = await openReadyForm({ endpoint });
      await page.write('Ongelma lyhyesti', 'a');
      await page.reads('Tietosuoja');
      const link = [...page.root.querySelectorAll<HTMLAnchorElement>('.terms a')].find(
        ({ textContent }) => textContent === 'Tietosuoja',
      );
      expect(link?.hostname).to.equal(host);
    }
  });
});

describe('a personal identity code', () => {
  it('is warned of quietly and removed at a press; nothing stops the person', async () => {
    const page = await openReadyForm();
    await page.write('Kuvaus', 'Palkansaaja 131052-308T ei näy.');
    await page.reads('Tekstissä näyttää olevan henkilötunnus.');
    await page.press('Poista');
    expect(page.control('Kuvaus').value).to.equal('Palkansaaja [henkilötunnus poistettu] ei näy.');
    expect(page.focused?.id).to.equal('description');
    expect(page.text).to.not.include('henkilötunnus.');
  });

  it('is found in what the program says too, and taken out of what is sent', async () => {
    const page = await openWith(() => 'henkilö 131052-308T');
    await page.press('Poista');
    expect((await send(page)).diagnostics).to.equal('henkilö [henkilötunnus poistettu]');
  });
});
