import { expect } from '@open-wc/testing';
import { ask, read } from '../tools/advisory.js';
import { press, typeText } from '../tools/input.js';
import { instantOf } from '../../src/ui/date-time-field.js';
import { openRequest } from './advisory-access-approval/approval-page.js';
import { neededBy, openCriticalForm, openReadyForm } from './support-request-form/form-page.js';

const advice =
  'Kirjoita päivämäärä (vuosi neljällä numerolla) ja kellonaika tai jätä kenttä tyhjäksi.';

describe('a field for a day and a time in the support request', () => {
  it('asks for the rest when only the day was typed, and stops nothing once it is emptied', async () => {
    const page = await openCriticalForm();
    page.control(neededBy).focus();
    await typeText('5');
    await press('Control+Enter');
    await page.reads(advice);
    expect(page.control(neededBy).getAttribute('aria-invalid')).to.equal('true');
    expect(page.control(neededBy).validity.badInput).to.equal(true);
    page.control(neededBy).focus();
    await press('Backspace');
    await press('Control+Enter');
    await page.reads(/Vastaanotettu: FIV-/);
  });

  for (const wrong of ['202610-11-27T10:00', '0026-11-27T10:00']) {
    it(`refuses ${wrong} rather than sending another age or nothing`, async () => {
      const page = await openCriticalForm();
      await page.write(neededBy, wrong);
      await page.press('Lähetä tukipyyntö');
      await page.reads(advice);
    });
  }

  it('throws nowhere while a year of six digits stands in a request that is handed over', async () => {
    const page = await openReadyForm({ user: 'accountant' });
    await page.writeProblem();
    await page.choose('Asia on kriittinen');
    await page.reads(neededBy);
    await page.write(neededBy, '202610-11-27T10:00');
    await page.write('Ongelma lyhyesti', 'muutettu sen jälkeen');
    await page.reads('Otsikko: kiireellinen Visma Fivaldi Kirjanpito, muutettu sen jälkeen');
  });

  it('keeps a half-typed day on the page while other fields change, and empties it with the form', async () => {
    const page = await openCriticalForm();
    page.control(neededBy).focus();
    await typeText('5');
    await page.write('Kuvaus', 'Kirjoitin tämän välissä.');
    expect(page.control(neededBy).validity.badInput).to.equal(true);
    await page.press('Tyhjennä');
    await page.choose('Asia on kriittinen');
    await page.reads(neededBy);
    expect(page.control(neededBy).validity.badInput).to.equal(false);
  });
});

describe('a field for a day and a time in the approval', () => {
  it('has the sentence say that an end is to be chosen while one of its parts is missing, and grants until the one that is', async () => {
    const { id } = await ask();
    const page = await openRequest(id);
    await page.choose('Muu aika');
    const field = () => page.control('Päättymisaika');
    const { value } = field();
    field().focus();
    await press('Backspace');
    await page.reads('Valitse, milloin oikeus päättyy.');
    expect(page.sentence).not.to.match(/Oikeus päättyy (tänään|huomenna|\S+na) klo/);
    await page.press('Hyväksy rajattuna');
    await page.reads('Valitse päättymisajaksi tuleva ajankohta');
    expect(field().getAttribute('aria-invalid')).to.equal('true');
    await page.write('Päättymisaika', value);
    await page.press('Hyväksy rajattuna');
    await page.reads('Oikeus on myönnetty');
    expect((await read(id)).endsAt).to.equal(new Date(value).toISOString());
  });
});

describe('the instant of what a field for a day and a time holds', () => {
  it('is nothing for what is empty, half filled in, or of another age', () => {
    for (const value of [
      '',
      'incomplete',
      '2026-11-27',
      '10:00',
      '1026-11-27T10:00',
      '+020261-11-27T10:00',
      '2026-13-27T10:00',
    ])
      expect(instantOf(value), value).to.equal(undefined);
    expect(instantOf('2026-11-27T10:00')?.getTime()).to.equal(new Date(2026, 10, 27, 10).getTime());
  });
});
