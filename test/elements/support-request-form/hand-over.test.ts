import { expect } from '@open-wc/testing';
import { openGate } from '../../tools/gate.js';
import { waitUntil } from '../../tools/wait-until.js';
import { openReadyForm, type FormPage } from './form-page.js';

const preparedText = (page: FormPage): string =>
  page.root.querySelector('#hand-over pre')?.textContent ?? '';

const mail = (page: FormPage): URL =>
  new URL(
    page.root.querySelector<HTMLAnchorElement>('a[href^="mailto:"]')?.href ?? 'mailto:nobody',
  );

async function openPrepared(): Promise<FormPage> {
  const page = await openReadyForm({ user: 'accountant' });
  await page.reads('Tukipyynnön lähettää pääkäyttäjä tai ensisijainen yhteyshenkilö');
  return page;
}

describe('who is neither main user nor primary contact [guide 1.1]', () => {
  it('is told so, and who can send', async () => {
    const page = await openPrepared();
    await page.reads('Pääkäyttäjä lähettää tämän tukipyynnön');
    await page.reads('Maija Mäkelä');
    expect(
      [...page.root.querySelectorAll('button')].some((button) => button.type === 'submit'),
    ).to.equal(false);
  });

  it('can send nothing by key or by method either', async () => {
    const { endpoint, requests } = await openGate();
    const page = await openReadyForm({ endpoint, user: 'accountant' });
    await page.writeProblem();
    await page.key('Kuvaus', 'Control+Enter');
    await page.element.submit();
    await waitUntil(() => page.focused?.id === 'hand-over', 'Nobody said why');
    expect((await requests()).filter(({ method }) => method === 'PUT')).to.deep.equal([]);
  });

  it('hands over a text that holds everything', async () => {
    const page = await openPrepared();
    page.element.diagnostics = () => 'FIV-500 kohdassa Tilikaudet';
    await page.writeProblem();
    await page.choose('Asia on kriittinen');
    await page.write('Ratkaisu tarvitaan viimeistään', '2026-12-01T12:00');
    await page.choose('Raportti');
    await page.write('Raportin nimi', 'Tuloslaskelma');
    await page.write('Raportin rajaukset', 'tammi–maaliskuu, kaikki tilit');
    await page.choose('Virheilmoitus');
    await page.write('Virheilmoitus sanatarkasti', 'Kausi ei ole voimassa');
    await waitUntil(
      () => preparedText(page).includes('Kausi ei ole voimassa'),
      'The text lags behind',
    );
    const text = preparedText(page);
    for (const part of [
      'kiireellinen Visma Fivaldi Kirjanpito, tilikauden avaaminen ei onnistu',
      'Tyyppi: Ongelma, Virheilmoitus',
      'Asia on kriittinen: kyllä',
      /Ratkaisu tarvitaan viimeistään: tiistaina 1\.12\. klo\s12/,
      /Yritysnumerot: 1234( Kahvila Kulma Oy)?/,
      'ayras-aino',
      'Nimesi: Aino Virtanen',
      'Yritys: Tilitoimisto Äyräs Oy',
      'Puhelin: 040 765 4321',
      'Sähköposti: aino.virtanen@ayras.fi',
      'Yritin avata tilikauden 2026',
      'Kausi ei ole voimassa',
      'FIV-500 kohdassa Tilikaudet',
    ]) {
      expect(text).to.match(
        part instanceof RegExp ? part : new RegExp(part.replaceAll(/[|.+()]/g, '\\$&')),
      );
    }
    await page.choose('Raportti');
    expect(preparedText(page))
      .to.include('Tuloslaskelma')
      .and.to.include('tammi–maaliskuu, kaikki tilit');
  });

  it('is told what is missing or wrong before it leaves the page, whichever way is pressed', async () => {
    const page = await openPrepared();
    await page.writeProblem();
    await page.choose('Raportti');
    const left: string[] = [];
    const onClick = ({ target, defaultPrevented }: Event) => {
      if (target instanceof HTMLAnchorElement && !defaultPrevented) left.push(target.href);
    };
    page.root.addEventListener('click', onClick);
    const link = () => page.root.querySelector('#hand-over a[href^="mailto:"]');
    const told = async () => {
      await page.reads('Tarkista 2 kohtaa ennen lähettämistä');
      await waitUntil(() => page.focused?.id === 'problems', 'The focus is elsewhere');
      if (page.focused instanceof HTMLElement) page.focused.blur();
    };
    await page.press('Tallenna sähköpostitiedostona');
    await told();
    expect(page.control('Raportin nimi').getAttribute('aria-invalid')).to.equal('true');
    await page.click(link() ?? expect.fail('There is no link'));
    await told();
    await page.press('Kopioi tukipyyntö tekstinä');
    await told();
    expect(left).to.deep.equal([]);
    expect(page.text).to.not.match(/kopioitu tekstinä|selain ei sallinut|Avaa nyt/);
    await page.write('Raportin nimi', 'Tuloslaskelma');
    await page.write('Raportin rajaukset', 'tammi–maaliskuu');
    await page.press('Kopioi tukipyyntö tekstinä');
    await page.reads(/Tukipyyntö kopioitu tekstinä|selain ei sallinut kopiointia/);
  });

  it('asks the main user in two sentences to send it on, with subject and text as customer service wants them below a line', async () => {
    const page = await openPrepared();
    await page.writeProblem();
    await waitUntil(() => preparedText(page).includes('Yritin avata'), 'The text lags behind');
    const [letter, request = ''] = preparedText(page).split(/\n-{5,}\n/);
    expect(letter?.trim().split('\n\n')).to.deep.equal([
      'Hei Maija Mäkelä,',
      'Lähettäisitkö tämän tukipyynnön puolestani asiakaspalveluun? Sen voi lähettää vain pääkäyttäjä tai ensisijainen yhteyshenkilö. ' +
        'Lähetä tämä viesti edelleen osoitteeseen asiakaspalvelu@visma.com: poista viivan yläpuolinen teksti ja käytä viivan alla olevaa ensimmäistä riviä otsikkona.',
    ]);
    expect(request.trim().split('\n\n')[0]).to.equal(
      'Visma Fivaldi Kirjanpito, tilikauden avaaminen ei onnistu',
    );
    expect(request).to.include('Sovellus: Visma Fivaldi Kirjanpito');
  });

  it('is told to paste a text that no e-mail link can hold', async () => {
    const page = await openPrepared();
    await page.paste('Kuvaus', 'pitkä '.repeat(1000));
    await page.reads('se on kopioitu');
    expect(mail(page).href.length).to.be.below(1900);
    expect(preparedText(page)).to.include('pitkä '.repeat(999));
  });
});
