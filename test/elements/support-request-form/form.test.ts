import { expect } from '@open-wc/testing';
import type { Receipt, SupportRequest } from '../../../src/contract/support-requests.js';
import { SupportRequestForm } from '../../../src/elements/support-request-form/support-request-form.js';
import { tokenFor } from '../../tools/sign-in.js';
import { detailOf, openForm, openReadyForm } from './form-page.js';

async function stored(id: string): Promise<Record<string, unknown>> {
  const answer = await fetch(`/api/support/support-requests/${id}`, {
    headers: { authorization: `Bearer ${await tokenFor('main-user')}` },
  });
  expect(answer.status).to.equal(200);
  return answer.json() as Promise<Record<string, unknown>>;
}

describe('support-request-form', () => {
  it('is upgraded to its class', async () => {
    const page = await openReadyForm();
    expect(page.element).to.be.instanceOf(SupportRequestForm);
  });

  it('asks a person with a prefilled form for the problem alone', async () => {
    const page = await openReadyForm();
    await page.writeProblem();
    const sent = detailOf<Receipt>(page.element, 'support-request-submitted');
    await page.press('Lähetä tukipyyntö');
    const receipt = await sent;
    expect(receipt.subject).to.equal('Visma Fivaldi Kirjanpito, tilikauden avaaminen ei onnistu');
    await page.reads(`Vastaanotettu: ${receipt.number}`);
    const request = await stored(receipt.id);
    expect(request).to.deep.include({
      companyNumbers: ['1234'],
      userIds: ['ayras-maija'],
      application: 'kirjanpito',
    });
    expect(request['contact']).to.deep.include({
      name: 'Maija Mäkelä',
      company: 'Tilitoimisto Äyräs Oy',
    });
  });

  it('can be written into before the endpoint has answered anything', async () => {
    const page = await openForm();
    await page.write('Ongelma lyhyesti', 'ensin kirjoitettu');
    await page.reads('Maija Mäkelä');
    expect(page.control('Ongelma lyhyesti').value).to.equal('ensin kirjoitettu');
  });

  it('composes the subject live, with "kiireellinen" when the matter is critical [1.2.3, 1.2.4]', async () => {
    const page = await openReadyForm({ locale: 'en' });
    await page.write('Summary', 'tilikauden avaaminen ei onnistu');
    await page.reads('Visma Fivaldi Kirjanpito, tilikauden avaaminen ei onnistu');
    await page.choose('This is critical');
    expect(page.subject).to.equal(
      'kiireellinen Visma Fivaldi Kirjanpito, tilikauden avaaminen ei onnistu',
    );
  });

  it('follows the kind: a report needs its name and criteria, an error its message [1.2.3]', async () => {
    const page = await openReadyForm();
    await page.write('Ongelma lyhyesti', 'x');
    await page.choose('Raportti');
    await page.reads('Raportin rajaukset');
    await page.choose('Virheilmoitus');
    await page.reads('Virheilmoitus sanatarkasti');
    expect(page.text).not.to.include('Raportin rajaukset');
    await page.choose('Palaute');
    expect(page.text)
      .not.to.include('Virheilmoitus sanatarkasti')
      .and.not.to.include('Ongelman tyyppi');
  });

  it('offers to call a problem or a question critical, and not feedback or an idea [1.2.4]', async () => {
    const page = await openReadyForm({ locale: 'en' });
    await page.write('Summary', 'x');
    await page.choose('This is critical');
    await page.choose('Feedback');
    expect(page.text).not.to.include('This is critical');
    expect(page.subject).to.equal('Visma Fivaldi Kirjanpito, x');
    await page.choose('Question');
    expect(page.control('This is critical').checked).to.equal(true);
    expect(page.subject).to.equal('kiireellinen Visma Fivaldi Kirjanpito, x');
  });

  it('keeps what was written for one kind while another is chosen', async () => {
    const page = await openReadyForm();
    await page.write('Ongelma lyhyesti', 'x');
    await page.choose('Raportti');
    await page.reads('Raportin nimi');
    await page.write('Raportin nimi', 'Tase');
    await page.choose('Palaute');
    await page.choose('Ongelma');
    expect(page.control('Raportin nimi').value).to.equal('Tase');
  });

  it('sends with Ctrl+Enter', async () => {
    const page = await openReadyForm();
    await page.writeProblem();
    await page.key('Kuvaus', 'Control+Enter');
    await page.reads('Vastaanotettu: FIV-');
    expect(page.focused?.id).to.equal('receipt');
  });

  it('lets the host send the request itself', async () => {
    const page = await openReadyForm();
    await page.writeProblem();
    const asked = new Promise<SupportRequest>((resolve) =>
      page.element.addEventListener('support-request-submit', (event) => {
        event.preventDefault();
        resolve(event.detail);
      }),
    );
    await page.press('Lähetä tukipyyntö');
    expect((await asked).summary).to.equal('tilikauden avaaminen ei onnistu');
    expect(page.text).to.include('Lähetä tukipyyntö');
  });

  it('takes values from the host beforehand, and never over what a person wrote', async () => {
    const page = await openReadyForm();
    await page.write('Kuvaus', 'omin sanoin');
    page.element.prefill({
      summary: 'isännältä',
      description: 'isännältä',
      contact: { phone: '09 123 456' },
    });
    await page.reads('09 123 456');
    expect(page.control('Ongelma lyhyesti').value).to.equal('isännältä');
    expect(page.control('Kuvaus').value).to.equal('omin sanoin');
  });

  it('follows the person to another application until they choose one themselves', async () => {
    const page = await openReadyForm();
    page.element.application = 'palkanlaskenta';
    await page.reads('Palkanlaskenta');
    await page.write('Sovellus', 'arkisto');
    page.element.application = 'kirjanpito';
    await page.element.updateComplete;
    expect(page.control('Sovellus').value).to.equal('arkisto');
  });

  it('clears, and brings back what was cleared', async () => {
    const page = await openReadyForm();
    await page.writeProblem();
    await page.press('Tyhjennä');
    await page.reads('Kumoa tyhjennys');
    expect(page.control('Ongelma lyhyesti').value).to.equal('');
    expect(page.text).to.include('Maija Mäkelä');
    await page.press('Kumoa tyhjennys');
    expect(page.control('Ongelma lyhyesti').value).to.equal('tilikauden avaaminen ei onnistu');
  });

  it('starts another request after the receipt, with another number', async () => {
    const page = await openReadyForm();
    const numbers: (string | null)[] = [];
    page.element.addEventListener('support-request-submitted', ({ detail }) =>
      numbers.push(detail.number),
    );
    for (const summary of ['ensimmäinen', 'toinen']) {
      await page.writeProblem(summary);
      await page.press('Lähetä tukipyyntö');
      await page.reads('Vastaanotettu');
      await page.press('Uusi tukipyyntö');
      await page.reads('Tukipyynnön tyyppi');
    }
    expect(new Set(numbers).size).to.equal(2);
  });

  it('shows the contact details on one line and opens them for editing', async () => {
    const page = await openReadyForm();
    await page.press('Muuta: Yhteystiedot');
    await page.reads('Nimesi');
    expect(page.focused?.id).to.equal(page.control('Nimesi').id);
    await page.write('Puhelin', '050 765 4321');
    await page.writeProblem();
    const sent = detailOf<Receipt>(page.element, 'support-request-submitted');
    await page.press('Lähetä tukipyyntö');
    expect((await stored((await sent).id))['contact']).to.deep.include({
      phone: '050 765 4321',
      name: 'Maija Mäkelä',
    });
  });
});
