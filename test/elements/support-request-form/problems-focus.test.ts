import { expect } from '@open-wc/testing';
import { openGate } from '../../tools/gate.js';
import { openReadyForm } from './form-page.js';

const refusal = (errors: readonly { pointer: string; code: string }[]) => ({
  method: 'PUT',
  status: 422,
  body: { title: 'Not valid', status: 422, code: 'validation', errors },
});

describe('what is wrong with a request', () => {
  it('is said on each control, and summed up with the focus on it', async () => {
    const page = await openReadyForm({ application: '', companyNumber: '' });
    await page.press('Lähetä tukipyyntö');
    await page.reads('Tarkista 4 kohtaa');
    expect(page.focused?.id).to.equal('problems');
    for (const label of ['Sovellus', 'Yritysnumerot', 'Ongelma lyhyesti', 'Kuvaus']) {
      expect(page.control(label).getAttribute('aria-invalid'), label).to.equal('true');
      expect(page.description(label), label).not.to.equal('');
    }
  });

  it('is one press away', async () => {
    const page = await openReadyForm();
    await page.press('Lähetä tukipyyntö');
    await page.reads('Tarkista 2 kohtaa');
    await page.press('Kuvaus');
    expect(page.focused?.id).to.equal(page.control('Kuvaus').id);
  });

  it('lands on its control when the endpoint names it', async () => {
    const pointers = ['/application', '/summary', '/userIds/0', '/contact/email'];
    const { endpoint } = await openGate([
      refusal(pointers.map((pointer) => ({ pointer, code: 'notAllowed' }))),
    ]);
    const page = await openReadyForm({ endpoint });
    await page.writeProblem();
    await page.press('Lähetä tukipyyntö');
    await page.reads('Tarkista 4 kohtaa');
    for (const label of ['Sovellus', 'Ongelma lyhyesti', 'Käyttäjätunnukset', 'Sähköposti']) {
      expect(page.control(label).getAttribute('aria-invalid'), label).to.equal('true');
      expect(page.description(label), label).to.include('ei hyväksy');
    }
  });
});
