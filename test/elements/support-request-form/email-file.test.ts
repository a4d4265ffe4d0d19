import { expect, fixture, html } from '@open-wc/testing';
import type { Email } from 'postal-mime';
import type { SupportRequestForm } from '../../../src/elements/support-request-form/support-request-form.js';
import { openGate } from '../../tools/gate.js';
import { tokenFor } from '../../tools/sign-in.js';
import { screenshot } from '../screenshot-attach/attach-page.js';
import { Downloads, noisyPicture, picturesOf, writeCaption } from './email-page.js';
import { FormPage, openReadyForm } from './form-page.js';

const down = {
  path: '/support-requests*',
  times: 9,
  status: 503,
  headers: { 'Retry-After': '0' },
} as const;

const bytesOf = async (content: Blob | Email['attachments'][number]['content']): Promise<string> =>
  [...new Uint8Array(await new Response(content as BodyInit).arrayBuffer())].join();

/** A form whose request can't be sent now. */
async function openUnsent(
  write: (page: FormPage) => Promise<void> = (page) => page.writeProblem(),
): Promise<FormPage> {
  const { endpoint } = await openGate([down]);
  const page = await openReadyForm({ endpoint });
  await write(page);
  await page.press('Lähetä tukipyyntö');
  await page.reads('Muut tavat ottaa yhteyttä asiakaspalveluun');
  return page;
}

describe('the request as an e-mail file', () => {
  let downloads: Downloads;
  beforeEach(() => {
    downloads = new Downloads();
  });
  afterEach(() => downloads.restore());

  it('is for customer service with the right subject, every field and the very pictures, with their captions', async () => {
    const page = await openUnsent(async (form) => {
      form.element.diagnostics = () => 'FIV-500 kohdassa Tilikaudet';
      await form.writeProblem('tilikauden äkillinen sulkeutuminen');
      await form.choose('Asia on kriittinen');
      await form.choose('Virheilmoitus');
      await form.reads('Virheilmoitus sanatarkasti');
      await form.write('Virheilmoitus sanatarkasti', 'Kausi ei ole voimassa');
      const pictures = await picturesOf(form);
      await pictures.element.addFiles([
        await screenshot('näyttökuva – tilikausi.png'),
        await screenshot('kuva.png'),
      ]);
      await pictures.holds(2);
      await writeCaption(pictures, 'Tähän pysähtyi');
    });
    await page.press('Tallenna sähköpostitiedostona');
    const { to, subject, text = '', attachments } = await downloads.mail();
    expect(to).to.deep.equal([{ name: '', address: 'asiakaspalvelu@visma.com' }]);
    expect(subject).to.equal(
      'kiireellinen Visma Fivaldi Kirjanpito, tilikauden äkillinen sulkeutuminen',
    );
    for (const part of [
      'Tyyppi: Ongelma, Virheilmoitus',
      'Yritysnumerot: 1234',
      'Käyttäjätunnukset, joilla ongelma ilmenee: ayras-maija',
      'Nimesi: Maija Mäkelä',
      'Yritys: Tilitoimisto Äyräs Oy',
      'Sähköposti: maija.makela@ayras.fi',
      'Kuvaus:\nYritin avata tilikauden 2026.',
      'Virheilmoitus sanatarkasti:\nKausi ei ole voimassa',
      'FIV-500 kohdassa Tilikaudet',
      'Liitteet:\nnäyttökuva – tilikausi.png: Tähän pysähtyi\nkuva.png',
    ]) {
      expect(text.replaceAll('\r\n', '\n')).to.include(part);
    }
    const { element } = await picturesOf(page);
    expect(attachments.map(({ filename, mimeType }) => [filename, mimeType])).to.deep.equal(
      element.files.map(({ name, type }) => [name, type]),
    );
    expect(await Promise.all(attachments.map(({ content }) => bytesOf(content)))).to.deep.equal(
      await Promise.all(element.files.map(bytesOf)),
    );
  });

  it('is called by what the request is about, as every system can', async () => {
    const page = await openUnsent((form) => form.writeProblem('tase/tulos: "ei täsmää"?  *'));
    await page.press('Tallenna sähköpostitiedostona');
    const { name, content } = await downloads.next();
    expect(name).to.equal('Tukipyyntö tase tulos ei täsmää.eml');
    expect(content.type).to.equal('message/rfc822');
  });

  it('comes with what to do with it in every kind of program', async () => {
    const page = await openUnsent();
    await page.press('Tallenna sähköpostitiedostona');
    await page.reads('Avaa nyt sähköpostitiedosto ja lähetä se');
    await page.reads(
      /Vastaanottaja: asiakaspalvelu@visma\.com\s+Otsikko: Visma Fivaldi Kirjanpito, tilikauden avaaminen ei onnistu/,
    );
    await page.reads(/Tukipyyntö tilikauden avaaminen ei onnistu\.eml \([\d,]+\s(?:kt|t)/);
    const more = [...page.root.querySelectorAll('summary')].find(
      (summary) => summary.textContent === 'Näin teet omassa sähköpostiohjelmassasi',
    );
    await page.click(more ?? expect.fail('Nothing is said of programs'));
    for (const program of [
      'Perinteinen Outlook, Thunderbird',
      'Uusi Outlook, Macin Mail',
      'Gmail, Outlook ja muut selaimessa',
    ])
      await page.reads(program);
  });

  it('says when the request was changed after the file was made', async () => {
    const page = await openUnsent();
    await page.press('Tallenna sähköpostitiedostona');
    await page.reads('Avaa nyt sähköpostitiedosto');
    expect(page.text).to.not.include('olet muuttanut tukipyyntöä');
    await page.write('Kuvaus', 'Nyt tiedän enemmän.');
    await page.reads('olet muuttanut tukipyyntöä');
    await page.press('Tallenna sähköpostitiedostona');
    expect((await downloads.mail(2)).text).to.include('Nyt tiedän enemmän.');
    expect(page.text).to.not.include('olet muuttanut tukipyyntöä');
  });

  it('is in English where the page is', async () => {
    const { endpoint } = await openGate([down]);
    const page = await openReadyForm({ endpoint, locale: 'en' });
    await page.write('Summary', 'tilikausi ei aukea');
    await page.write('Description', 'I tried to open the year 2026.');
    await page.press('Send request');
    await page.reads('Other ways to reach customer service');
    await page.press('Save as an e-mail file');
    await page.reads('Now open the e-mail file and send it');
    expect((await downloads.next()).name).to.equal('Support request tilikausi ei aukea.eml');
    const { subject, text } = await downloads.mail();
    expect(subject).to.equal('Visma Fivaldi Kirjanpito, tilikausi ei aukea');
    expect(text).to.include(
      'Description:\nI tried to open the year 2026.'.replaceAll(
        '\n',
        text?.includes('\r\n') ? '\r\n' : '\n',
      ),
    );
  });

  it('is to be had where nothing was ever heard of the endpoint, with the guide’s address', async () => {
    const { endpoint } = await openGate([
      { path: '*', times: 99, status: 503, headers: { 'Retry-After': '0' } },
    ]);
    localStorage.clear();
    const page = new FormPage(
      await fixture<SupportRequestForm>(
        html`<support-request-form .endpoint=${endpoint} locale="fi"></support-request-form>`,
      ),
    );
    await page.reads('Muut tavat ottaa yhteyttä asiakaspalveluun');
    await page.reads('Sähköpostitse lähettämiseen tarvitset henkilökohtaiset HelpDesk-tunnukset');
    const pictures = await picturesOf(page);
    await page.write('Ongelma lyhyesti', 'mikään ei toimi');
    await pictures.element.addFiles([await screenshot()]);
    await pictures.holds(1);
    expect(pictures.text).to.not.include('Lähetä uudelleen');
    await page.press('Tallenna sähköpostitiedostona');
    const { to, attachments } = await downloads.mail();
    expect(to?.[0]?.address).to.equal('asiakaspalvelu@visma.com');
    expect(attachments).to.have.length(1);
  });

  it('gives way to an e-mail and the pictures beside it where it would be over 20 MB', async () => {
    // Who hands the request over uploads no pictures, so these needn't be.
    const page = await openReadyForm({ user: 'accountant' });
    await page.reads('Tukipyynnön lähettää pääkäyttäjä');
    await page.writeProblem();
    const pictures = await picturesOf(page);
    const picture = await noisyPicture(1700, 1700);
    const given = ['a.png', 'b.png', 'c.png'];
    await pictures.element.addFiles(
      given.map((name) => new File([picture], name, { type: picture.type })),
    );
    await pictures.holds(3);
    // The third has no room left as a PNG.
    const names = pictures.element.files.map(({ name }) => name);
    expect(names).to.deep.equal(['a.png', 'b.png', 'c.jpg']);
    await page.press('Tallenna sähköpostitiedostona');
    await page.reads('Sähköposti on liian suuri');
    await page.reads(
      /Koko liitteineen on 2\d(?:,\d)?\sMt\. Sähköpostipalvelimet hyväksyvät enintään 20\sMt\./,
    );
    expect(downloads.files).to.deep.equal([]);
    const links = [...page.root.querySelectorAll<HTMLAnchorElement>('.email-file a')];
    expect(links.map(({ protocol }) => protocol)).to.deep.equal(['mailto:']);
    expect(new URL(links[0]?.href ?? '').searchParams.get('body')).to.include(names.join('\r\n'));
    const saves = [...page.root.querySelectorAll<HTMLButtonElement>('.email-file button')];
    for (const save of saves) await page.click(save);
    const { element } = pictures;
    expect(downloads.files.map(({ name }) => name)).to.deep.equal(names);
    expect(downloads.files.map(({ content }) => content)).to.deep.equal([...element.files]);
  });
});

describe('the e-mail file of who is neither main user nor primary contact [guide 1.1]', () => {
  let downloads: Downloads;
  beforeEach(() => {
    downloads = new Downloads();
  });
  afterEach(() => downloads.restore());

  it('is for the main user, with the pictures in it, and none of them goes to the endpoint', async () => {
    const { endpoint, requests } = await openGate();
    const page = await openReadyForm({ endpoint, user: 'accountant' });
    await page.reads('Tukipyynnön lähettää pääkäyttäjä');
    await page.writeProblem();
    const pictures = await picturesOf(page);
    await pictures.paste(await screenshot());
    await pictures.holds(1);
    await page.reads('Liitteet ovat mukana vain sähköpostitiedostossa.');
    await page.press('Tallenna sähköpostitiedostona');
    const { to, subject, text, attachments } = await downloads.mail();
    expect(to).to.deep.equal([{ name: 'Maija Mäkelä', address: 'maija.makela@ayras.fi' }]);
    expect(subject).to.equal('Visma Fivaldi Kirjanpito, tilikauden avaaminen ei onnistu');
    expect(text).to.include('Nimesi: Aino Virtanen');
    expect(await Promise.all(attachments.map(({ content }) => bytesOf(content)))).to.deep.equal(
      await Promise.all(pictures.element.files.map(bytesOf)),
    );
    expect((await requests()).filter(({ method }) => method === 'PUT')).to.deep.equal([]);
    await page.reads('Vastaanottaja: maija.makela@ayras.fi');
    expect(page.text).to.not.include('HelpDesk-tunnukset');
  });

  it('says that its recipient is to be added where nobody’s address is known', async () => {
    const token = await tokenFor('accountant');
    const me = (await (
      await fetch('/api/support/me', { headers: { authorization: `Bearer ${token}` } })
    ).json()) as object;
    const { endpoint } = await openGate([
      { path: '/me', status: 200, body: { ...me, mainUsers: [{ name: 'Maija Mäkelä' }] } },
    ]);
    const page = await openReadyForm({ endpoint, user: 'accountant' });
    await page.reads('Tukipyynnön lähettää pääkäyttäjä');
    await page.writeProblem();
    await page.press('Tallenna sähköpostitiedostona');
    await page.reads('Vastaanottaja: lisää osoite itse');
    expect((await downloads.mail()).to ?? []).to.deep.equal([]);
  });

  it('leaves nothing to be told once the form was emptied', async () => {
    const page = await openReadyForm({ user: 'accountant' });
    await page.reads('Tukipyynnön lähettää pääkäyttäjä');
    await page.writeProblem();
    await page.press('Tallenna sähköpostitiedostona');
    await page.reads('Vastaanottaja: maija.makela@ayras.fi');
    page.element.reset();
    await page.element.updateComplete;
    expect(page.text).to.not.include('Vastaanottaja:').and.to.not.include('olet muuttanut');
  });
});
