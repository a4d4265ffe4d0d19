import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { ask, companies } from '../tools/advisory.js';
import { forceColours, press } from '../tools/input.js';
import { waitUntil } from '../tools/wait-until.js';
import { openRequest } from './advisory-access-approval/approval-page.js';
import { openAttach, paste, screenshot, transfer } from './screenshot-attach/attach-page.js';
import { openReadyForm, type FormPage } from './support-request-form/form-page.js';

const announced = ({ root }: FormPage): string =>
  root.querySelector('.visually-hidden[role=status]')?.textContent ?? '';

const announces = (page: FormPage, text: string) =>
  waitUntil(
    () => announced(page) === text,
    () => `"${text}" was never announced, but: ${announced(page)}`,
  );

/** What the system shows what is selected in. */
function selectedColours(): { readonly color: string; readonly backgroundColor: string } {
  const probe = document.createElement('p');
  probe.style.setProperty('forced-color-adjust', 'none');
  probe.style.setProperty('background-color', 'SelectedItem');
  probe.style.setProperty('color', 'SelectedItemText');
  document.body.append(probe);
  const { color, backgroundColor } = getComputedStyle(probe);
  probe.remove();
  return { color, backgroundColor };
}

describe('what a person hears', () => {
  for (const [locale, label, told] of [
    ['en', 'This is critical', 'Its subject|The subject'],
    ['sv', 'Ärendet är kritiskt', 'Rubriken'],
  ] as const) {
    it(`is what to do about a critical matter, with the Finnish word as Finnish, in "${locale}"`, async () => {
      const page = await openReadyForm({ locale });
      await page.key(label, 'Space');
      const place = page.control(label).closest('div')?.querySelector('[role=status]');
      await waitUntil(
        () => new RegExp(told).test(place?.textContent ?? ''),
        () => `Nothing was told: ${place?.textContent}`,
      );
      expect(place?.querySelector('[lang=fi]')?.textContent).to.equal('kiireellinen');
      await press('Space');
      await waitUntil(() => !place?.textContent?.trim(), 'It was never taken back');
      expect(place?.isConnected).to.equal(true);
    });
  }

  it('is which company came to a list or went from it, and what is wrong with it', async () => {
    const page = await openReadyForm({ userId: 'ayras-maija' });
    await page.write('Yritysnumerot', '5678');
    await press('Enter');
    await announces(page, 'Lisätty: 5678 Äänekosken Sähkö Ky.');
    await press('Backspace');
    await announces(page, 'Poistettu: 5678 Äänekosken Sähkö Ky.');
    await page.write('Yritysnumerot', '12a');
    await press('Enter');
    await announces(
      page,
      'Lisätty: 12a. Poista tai korjaa: ”12a”. Yritysnumerossa on vain numeroita, enintään kymmenen.',
    );
    await press('Backspace');
    await page.write('Yritysnumerot', '99999');
    await press('Enter');
    await announces(
      page,
      'Lisätty: 99999. Tarkista numero: ”99999”. Sitä ei ole yritystesi joukossa.',
    );
    await page.write('Käyttäjätunnukset', 'ayras-aino');
    await press('Enter');
    await announces(page, 'Lisätty: ayras-aino.');
  });

  it('is how many companies are selected of a request for access', async () => {
    const { id } = await ask({ companies: companies(12) });
    const page = await openRequest(id);
    const count = page.root.querySelector('.bar [role=status]');
    expect(count?.textContent).to.equal('0/12 valittu');
    page.button('Valitse kaikki').focus();
    await press('Enter');
    await page.reads('12/12 valittu');
    expect(count?.textContent).to.equal('12/12 valittu');
  });

  it('is of every field that must be filled in that it is required, by one rule', async () => {
    const page = await openReadyForm({ userId: 'ayras-maija' });
    for (const label of ['Sovellus', 'Yritysnumerot', 'Käyttäjätunnukset']) await page.open(label);
    const required = (label: string) => page.control(label).getAttribute('aria-required');
    for (const label of ['Sovellus', 'Yritysnumerot', 'Ongelma', 'Kuvaus', 'Käyttäjätunnukset'])
      expect(required(label), label).to.equal('true');
    await page.choose('Palaute');
    for (const label of ['Yritysnumerot', 'Käyttäjätunnukset'])
      expect(required(label), label).to.equal(null);
    const { id } = await ask({ companies: companies(1) });
    const approval = await openRequest(id);
    await approval.press('Hylkää');
    await approval.reads('Hylkäyksen syy');
    expect(approval.control('Hylkäyksen syy').getAttribute('aria-required')).to.equal('true');
  });
});

describe('what a person sees in forced colours', () => {
  beforeEach(() => forceColours(true));
  afterEach(() => forceColours(false));

  it('is which field is wrong, and which text says so', async () => {
    const page = await openReadyForm();
    await page.open('Sovellus');
    await page.press('Lähetä tukipyyntö');
    await page.reads('Kerro muutamalla sanalla, mistä on kyse.');
    const border = (label: string) =>
      Number.parseFloat(getComputedStyle(page.control(label)).borderTopWidth);
    expect(border('Ongelma lyhyesti')).to.be.greaterThan(border('Sovellus'));
    const message = page.root.querySelector('#summary-error');
    if (!message) throw new Error('Nothing says what is wrong');
    expect(getComputedStyle(message, '::before').content).to.match(/^"!"/);
  });

  it('is which mark of a picture is selected, and what is written in it', async () => {
    const page = await openAttach();
    paste(document.body, transfer([await screenshot()]));
    await waitUntil(() => page.root.querySelector('dialog[open]'), 'The editor never opened');
    await page.press('Lisää peite');
    await waitUntil(() => page.root.querySelector('[data-mark]'), 'There is no cover');
    const mark = page.root.querySelector('[data-mark][aria-pressed=true]');
    if (!mark) throw new Error('No mark is selected');
    const { color, backgroundColor } = getComputedStyle(mark);
    expect({ color, backgroundColor }).to.deep.equal(selectedColours());
    await page.press('Valmis');
  });
});

describe('what a decision on access grants', () => {
  afterEach(() => setViewport({ width: 800, height: 600 }));

  for (const [width, height, isInSight] of [
    [1024, 768, true],
    [320, 640, false],
  ] as const) {
    it(`takes no more than a quarter of ${width} × ${height} from a long list of companies`, async () => {
      await setViewport({ width, height });
      const page = await openRequest((await ask({ companies: companies(250) })).id, { end: '' });
      const { top, bottom } =
        page.root.querySelector('.verdict')?.getBoundingClientRect() ?? new DOMRect();
      expect(bottom <= height).to.equal(isInSight);
      expect(Math.min(height, bottom) - Math.min(height, top)).to.be.at.most(height / 4);
    });
  }
});
