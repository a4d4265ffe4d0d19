import { expect } from '@open-wc/testing';
import { openReadyForm, type FormPage } from './form-page.js';

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
  it('opens it as an e-mail to the main user, with the right subject', async () => {
    const page = await openPrepared();
    await page.writeProblem();
    await page.reads('Otsikko: Visma');
    const { pathname, searchParams } = mail(page);
    expect(decodeURIComponent(pathname)).to.equal('maija.makela@ayras.fi');
    expect(searchParams.get('subject')).to.equal(
      'Visma Fivaldi Kirjanpito, tilikauden avaaminen ei onnistu',
    );
    expect(searchParams.get('body'))
      .to.match(
        /^Hei Maija Mäkelä,\r\n\r\nLähettäisitkö tämän tukipyynnön puolestani asiakaspalveluun/,
      )
      .and.to.include('\r\nKuvaus:\r\nYritin avata')
      .and.to.include('1234');
  });

  it('copies it, or reads that the browser did not allow it', async () => {
    const page = await openPrepared();
    await page.writeProblem();
    await page.press('Kopioi tukipyyntö tekstinä');
    await page.reads(/Tukipyyntö kopioitu tekstinä|selain ei sallinut kopiointia/);
  });
});
