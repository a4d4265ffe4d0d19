import { expect } from '@open-wc/testing';
import {
  fieldPointers,
  controlId,
} from '../../../src/elements/support-request-form/fields/field-pointers.js';
import { openGate } from '../../tools/gate.js';
import { openForm, openReadyForm } from './form-page.js';

const refusal = (errors: readonly { pointer: string; code: string }[]) => ({
  method: 'PUT',
  status: 422,
  body: { title: 'Not valid', status: 422, code: 'validation', errors },
});

describe('what is wrong with a request', () => {
  it('goes away while it is mended', async () => {
    const page = await openReadyForm();
    await page.press('Lähetä tukipyyntö');
    await page.reads('Tarkista 2 kohtaa');
    await page.write('Kuvaus', 'Yritin avata tilikauden.');
    expect(page.control('Kuvaus').getAttribute('aria-invalid')).to.equal('false');
    await page.reads('Tarkista yksi kohta');
  });

  it('asks for the name and criteria of a report, and for the words of an error [1.2.3]', async () => {
    const page = await openReadyForm();
    await page.writeProblem();
    await page.choose('Raportti');
    await page.press('Lähetä tukipyyntö');
    await page.reads('Tarkista 2 kohtaa');
    expect(page.description('Raportin rajaukset')).to.include('aikaväli');
    await page.choose('Virheilmoitus');
    await page.reads('Tarkista yksi kohta');
    expect(page.description('Virheilmoitus sanatarkasti')).to.include('sanatarkasti');
  });

  it('opens the contact details when something is wrong in them', async () => {
    const page = await openReadyForm();
    await page.writeProblem();
    await page.press('Muuta: Yhteystiedot');
    await page.reads('Nimesi');
    await page.write('Puhelin', 'soita kotiin');
    await page.write('Sähköposti', 'maija');
    await page.press('Lähetä tukipyyntö');
    await page.reads('Tarkista 2 kohtaa');
    expect(page.description('Puhelin')).to.include('040 123 4567');
    expect(page.description('Sähköposti')).to.include('nimi@yritys.fi');
  });

  it('names the longest text that fits', async () => {
    const page = await openReadyForm();
    await page.paste('Ongelma lyhyesti', 'x'.repeat(201));
    await page.write('Kuvaus', 'Yritin avata tilikauden.');
    await page.press('Lähetä tukipyyntö');
    await page.reads('Tarkista yksi kohta');
    expect(page.description('Ongelma lyhyesti')).to.include('enintään 200 merkkiin');
    expect(page.control('Ongelma lyhyesti').value).to.have.length(201);
  });

  it('has a message and a control for every field of the form', async () => {
    const { endpoint } = await openGate([
      refusal(fieldPointers.map((pointer) => ({ pointer, code: 'somethingNew' }))),
    ]);
    const page = await openReadyForm({ endpoint });
    await page.writeProblem();
    await page.choose('Asia on kriittinen');
    await page.press('Lähetä tukipyyntö');
    await page.reads(`Tarkista ${fieldPointers.length} kohtaa`);
    for (const pointer of fieldPointers.filter(
      (field) => !/report|errorMessage|product/.test(field),
    )) {
      expect(page.root.querySelectorAll(`#${controlId(pointer)}`), pointer).to.have.length(1);
    }
  });

  it('is summed up when it belongs to no control', async () => {
    const { endpoint } = await openGate([refusal([{ pointer: '/costCentre', code: 'required' }])]);
    const page = await openReadyForm({ endpoint });
    await page.writeProblem();
    await page.press('Lähetä tukipyyntö');
    await page.reads('Tarkista tieto: tukipalvelu ei hyväksy kohtaa /costCentre.');
  });

  it('is said of the pictures where one of them is not taken', async () => {
    const { endpoint } = await openGate([
      refusal([{ pointer: '/attachments/0/id', code: 'notFound' }]),
    ]);
    const page = await openReadyForm({ endpoint });
    await page.writeProblem();
    await page.press('Lähetä tukipyyntö');
    await page.reads('Poista kuva, jota tukipalvelu ei hyväksy');
    await page.press('Kuvat');
    expect(page.focused?.localName).to.equal('screenshot-attach');
    await expect(page.element).to.be.accessible();
  });

  it('opens the contact details where nobody can tell who is signed in', async () => {
    const { endpoint } = await openGate([
      {
        method: 'GET',
        path: '/me',
        status: 404,
        body: { title: 'No', status: 404, code: 'notFound' },
      },
    ]);
    const page = await openForm({ endpoint });
    await page.reads('Nimesi');
    expect(page.control('Nimesi').value).to.equal('');
  });
});
