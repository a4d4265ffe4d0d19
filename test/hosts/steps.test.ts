import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { forEachBrowser, type Page } from './browsers.js';
import { startPortal, type Portal } from './portal.js';

/** Without pictures; the guide's way takes 38 for a request with two. */
const MOST_STEPS = 8;

/** The acts of a person, counted: one for pointing at something, one for writing a text, one for pressing keys. */
class Steps {
  readonly taken: string[] = [];
  constructor(readonly page: Page) {}

  async point(role: string, name: string): Promise<void> {
    this.taken.push(`point at ${name}`);
    await this.page.click(role, name);
  }
  async write(text: string): Promise<void> {
    this.taken.push(`write "${text}"`);
    await this.page.type(text);
  }
  async press(keys: string): Promise<void> {
    this.taken.push(`press ${keys}`);
    await this.page.press(keys);
  }
}

describe('from the open page to the receipt', () => {
  let portal: Portal;
  before(async () => {
    portal = await startPortal();
  });
  after(() => portal.stop());

  forEachBrowser((name, open) => {
    it(`takes at most ${MOST_STEPS} steps where the host tells where the person is, in ${name}`, async () => {
      const page = await open();
      await page.goto(`${portal.origin}/customer-portal/?application=kirjanpito&company=1234`);
      await page.waitForText('Maija Mäkelä');
      const person = new Steps(page);
      await person.point('textbox', 'Ongelma lyhyesti');
      await person.write('tilikausi ei aukea');
      await person.press('Tab');
      // The description comes after what the forum and the manuals say of it, where they say something.
      const isThere = () => page.evaluate(() => document.querySelector('support-request-form')?.shadowRoot?.activeElement?.id === 'description');
      while (!(await isThere()) && person.taken.length < MOST_STEPS) await person.press('Tab');
      await person.write('Yritin avata sen.');
      await person.press('Control+Enter');
      await page.waitForText(/Vastaanotettu: FIV-/);
      console.log(`${name}: ${person.taken.length} steps: ${person.taken.join(', ')}`);
      assert.ok(person.taken.length <= MOST_STEPS, person.taken.join(', '));
      await page.close();
    });
  });
});
