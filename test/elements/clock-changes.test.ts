import { expect } from '@open-wc/testing';
import { dateTimeValue, instantOf, isSkipped } from '../../src/ui/date-time-field.js';
import { ask, read } from '../tools/advisory.js';
import { engine, setTimeZone } from '../tools/input.js';
import { openRequest } from './advisory-access-approval/approval-page.js';
import { neededBy, openCriticalForm } from './support-request-form/form-page.js';

const year = new Date().getUTCFullYear() + 1;

/** The last Sunday of a month of 31 days, as the clocks of Finland change on it. */
function lastSunday(month: '03' | '10'): string {
  const last = new Date(`${year}-${month}-31`);
  last.setUTCDate(31 - last.getUTCDay());
  return last.toISOString().slice(0, 10);
}

const [spring, autumn] = [lastSunday('03'), lastSunday('10')];
const skipped =
  'Valitse toinen kellonaika: kelloja siirretään silloin eteenpäin, joten tätä ei ole.';

// Chromium alone has a driver that sets the time zone of a page.
if (engine === 'chromium') {
  describe('a day on which the clocks of Finland change', () => {
    before(() => setTimeZone('Europe/Helsinki'));
    after(() => setTimeZone(''));

    it('has no instant for a time that clocks skip, and the first of two for one that they show twice', () => {
      expect(isSkipped(`${spring}T03:30`)).to.equal(true);
      expect(instantOf(`${spring}T03:30`)).to.equal(undefined);
      expect(instantOf(`${spring}T02:59`)?.toISOString()).to.equal(`${spring}T00:59:00.000Z`);
      expect(instantOf(`${spring}T04:00`)?.toISOString()).to.equal(`${spring}T01:00:00.000Z`);
      expect(isSkipped(`${autumn}T03:30`)).to.equal(false);
      expect(instantOf(`${autumn}T03:30`)?.toISOString()).to.equal(`${autumn}T00:30:00.000Z`);
      expect(dateTimeValue(new Date(`${autumn}T01:30:00Z`))).to.equal(`${autumn}T03:30`);
    });

    describe('in the support request', () => {
      it('is told at once that there is no such time, and is sent once there is', async () => {
        const page = await openCriticalForm();
        await page.write(neededBy, `${spring}T03:30`);
        await page.reads(skipped);
        expect(page.description(neededBy)).to.equal(skipped);
        await page.press('Lähetä tukipyyntö');
        await page.reads('Tarkista yksi kohta');
        expect(page.control(neededBy).value).to.equal(`${spring}T03:30`);
        await page.write(neededBy, `${spring}T04:30`);
        expect(page.text).not.to.contain(skipped);
        await page.press('Lähetä tukipyyntö');
        await page.reads(/Vastaanotettu: FIV-/);
      });
    });

    describe('in the approval', () => {
      const asked = (day: string) =>
        ask({ from: `${day}T00:00:00.000Z`, until: `${day}T01:30:00.000Z` });

      it('is no end that can be granted where no clock shows it', async () => {
        const { id } = await asked(spring);
        const page = await openRequest(id);
        await page.choose('Muu aika');
        const field = () => page.control('Päättymisaika');
        expect(field().value).to.equal(`${spring}T04:30`);
        await page.write('Päättymisaika', `${spring}T03:30`);
        await page.reads(skipped);
        expect(field().getAttribute('aria-invalid')).to.equal('true');
        expect(page.sentence).to.contain('Valitse, milloin oikeus päättyy.');
        await page.press('Hyväksy rajattuna');
        await page.reads('Valitse päättymisajaksi tuleva ajankohta');
        expect((await read(id)).state).to.equal('pending');
        await page.write('Päättymisaika', `${spring}T04:15`);
        expect(page.text).not.to.contain(skipped);
        expect(page.sentence).to.match(/klo 2–4\.15\./);
        await page.press('Hyväksy rajattuna');
        await page.reads('Oikeus on myönnetty');
        expect((await read(id)).endsAt).to.equal(`${spring}T01:15:00.000Z`);
      });

      it('says which of two clocks an end is told by, and grants until the one that is said', async () => {
        const { id } = await asked(autumn);
        const page = await openRequest(id);
        expect(page.sentence).to.match(
          /klo 3 \(Itä-Euroopan kesäaika\)–3\.30 \(Itä-Euroopan normaaliaika\)\./,
        );
        await page.choose('Muu aika');
        expect(page.control('Päättymisaika').value).to.equal(`${autumn}T03:30`);
        expect(page.sentence).to.match(/–3\.30 \(Itä-Euroopan kesäaika\)\./);
        await page.press('Hyväksy rajattuna');
        await page.reads('Oikeus on myönnetty');
        expect((await read(id)).endsAt).to.equal(`${autumn}T00:30:00.000Z`);
        expect(page.text).to.contain('3.30 (Itä-Euroopan kesäaika)');
      });
    });
  });
}
