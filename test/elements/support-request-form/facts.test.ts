import { expect } from '@open-wc/testing';
import type { SupportRequest } from '../../../src/contract/support-requests.js';
import { openGate } from '../../tools/gate.js';
import { press } from '../../tools/input.js';
import { waitUntil } from '../../tools/wait-until.js';
import { detailOf, openReadyForm, type FormPage } from './form-page.js';

/** What stands as one line, each with what can be read in it. */
const lines = ({ root }: FormPage): string[] =>
  [...root.querySelectorAll<HTMLElement>('.folded > p')].map((line) =>
    line.innerText.replaceAll(/\s+/g, ' ').trim(),
  );

const focusedId = (page: FormPage): string | undefined => page.focused?.id;

describe('what is known of a request before it is written', () => {
  it('is one line each, which a person opens and folds by keyboard with nothing lost', async () => {
    const page = await openReadyForm();
    await page.reads('1234 Kahvila Kulma Oy');
    expect(lines(page)).to.deep.equal([
      'Sovellus Kirjanpito',
      'Yritysnumerot 1234 Kahvila Kulma Oy',
      'Käyttäjätunnukset ayras-maija',
      'Yhteystiedot Maija Mäkelä, Tilitoimisto Äyräs Oy · 040 123 4567 · maija.makela@ayras.fi',
    ]);
    const button = page.button('Muuta: Yritysnumerot');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    button.focus();
    await press('Enter');
    await waitUntil(() => focusedId(page) === 'companyNumbers', 'The field has no focus');
    await page.write('Yritysnumerot', '5678,');
    const close = page.button('Sulje: Yritysnumerot');
    expect(close.getAttribute('aria-expanded')).to.equal('true');
    close.focus();
    await press('Enter');
    await page.reads('1234 Kahvila Kulma Oy, 5678 Äänekosken Sähkö Ky');
    expect(page.focused).to.equal(page.button('Muuta: Yritysnumerot'));
  });

  it('is open by itself where it is not known, and stays open while it is written', async () => {
    const page = await openReadyForm({ application: '', companyNumber: '' });
    expect(lines(page)).to.have.length(2);
    await page.write('Sovellus', 'arkisto');
    await page.write('Yritysnumerot', '5678,');
    await page.reads('5678 Äänekosken Sähkö Ky');
    expect(lines(page)).to.have.length(2);
    expect(page.control('Sovellus').value).to.equal('arkisto');
  });

  it('opens where it is wrong: by itself, and with the focus at a press in the summary of what is wrong', async () => {
    const errors = ['/application', '/contact/email'].map((pointer) => ({
      pointer,
      code: 'notAllowed',
    }));
    const { endpoint } = await openGate([
      {
        method: 'PUT',
        status: 422,
        body: { title: 'Not valid', status: 422, code: 'validation', errors },
      },
    ]);
    const page = await openReadyForm({ endpoint });
    await page.writeProblem();
    await page.press('Lähetä tukipyyntö');
    await page.reads('Tarkista 2 kohtaa');
    expect(lines(page)).to.have.length(2);
    await page.press('Sähköposti');
    await waitUntil(() => focusedId(page) === 'contact-email', 'The field has no focus');
    // Mended, it stays open under the hands of who mends it.
    await page.write('Sähköposti', 'maija@ayras.fi');
    await waitUntil(
      () => page.control('Sähköposti').getAttribute('aria-invalid') === 'false',
      'It is still wrong',
    );
    expect(focusedId(page)).to.equal('contact-email');
  });

  it('says beside the button why it stays open where something is missing, and folds once that is mended', async () => {
    const page = await openReadyForm();
    await page.open('Yhteystiedot');
    await page.write('Puhelin', '');
    const close = page.button('Sulje: Yhteystiedot');
    close.focus();
    await press('Enter');
    await page.reads('Täydennä tai korjaa tiedot ensin.');
    expect(page.focused).to.equal(close);
    const why = page.root.getElementById(close.getAttribute('aria-describedby') ?? '');
    expect(why?.innerText).to.include('Täydennä');
    await page.write('Puhelin', '050 765 4321');
    expect(page.text).not.to.include('Täydennä tai korjaa');
    close.focus();
    await press('Enter');
    await page.reads('050 765 4321');
    expect(page.focused).to.equal(page.button('Muuta: Yhteystiedot'));
  });

  it('is known from the request before, and what the host tells comes before that', async () => {
    const page = await openReadyForm({ application: '', companyNumber: '' });
    await page.write('Sovellus', 'arkisto');
    await page.write('Yritysnumerot', '5678,');
    await page.open('Yhteystiedot');
    await page.write('Puhelin', '050 765 4321');
    await page.writeProblem();
    await page.press('Lähetä tukipyyntö');
    await page.reads('Vastaanotettu: FIV-');
    page.element.companyNumber = '9012';
    await page.press('Uusi tukipyyntö');
    await page.reads('050 765 4321');
    await page.writeProblem('toinen asia');
    const asked = detailOf<SupportRequest>(page.element, 'support-request-submit');
    await page.press('Lähetä tukipyyntö');
    const { application, companyNumbers, contact } = await asked;
    expect({ application, companyNumbers, phone: contact.phone }).to.deep.equal({
      application: 'arkisto',
      companyNumbers: ['9012'],
      phone: '050 765 4321',
    });
  });
});
