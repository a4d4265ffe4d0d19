import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { forEachBrowser, type Page } from './browsers.js';
import { startClockedPages, type ClockedPages } from './clocked-pages.js';

/** What has the focus in the approval: its text, its value or its label. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.querySelector('advisory-access-approval')?.shadowRoot?.activeElement;
    const label =
      element instanceof HTMLInputElement
        ? element.closest('label')?.textContent
        : element?.textContent;
    return label?.replaceAll(/\s+/g, ' ').trim() ?? '';
  });

/** Presses Tab until the focus is on something of the approval that begins so. */
async function tabTo(page: Page, start: string): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.press('Tab');
    const text = await focused(page);
    if (text.startsWith(start)) return;
    seen.push(text);
  }
  assert.fail(`Tab never came to "${start}", but to ${seen.filter(Boolean).join(' | ')}`);
}

describe('the approval in the customer portal', () => {
  let portal: ClockedPages;
  before(async () => {
    portal = await startClockedPages();
  });
  after(() => portal.stop());

  async function ask(): Promise<void> {
    const sign = async (user: string) => {
      const answer = await fetch(`${portal.endpoint}/demo/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ user }),
      });
      return ((await answer.json()) as { token: string }).token;
    };
    const answer = await fetch(`${portal.endpoint}/staff/advisory-access/${crypto.randomUUID()}`, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await sign('agent')}`,
      },
      body: JSON.stringify({
        tenant: 'tenant-1',
        grantedTo: { kind: 'unit', name: 'Asiakaspalvelu' },
        access: 'view',
        environment: { id: 'ayras', name: 'Tilitoimisto Äyräs' },
        reason: 'Näppäimistöllä.',
        companies: [
          { number: '1234', name: 'Kahvila Kulma Oy' },
          { number: '5678', name: 'Äänekosken Sähkö Ky' },
        ],
        areas: [{ id: 'kirjanpito', name: { fi: 'Kirjanpito' } }],
        from: new Date().toISOString(),
        until: new Date(Date.now() + 8 * 3_600_000).toISOString(),
      }),
    });
    assert.equal(answer.status, 201, await answer.text());
  }

  forEachBrowser((_name, open) => {
    it('is granted less than was asked, and ended, by keyboard alone and under the strict policy', async () => {
      await ask();
      const page = await open();
      await page.goto(`${portal.origin}/customer-portal/#neuvontaoikeudet`);
      await page.waitForText('Näppäimistöllä.');
      await page.waitForText('Hylkää');
      await tabTo(page, '5678');
      await page.press('Space');
      await tabTo(page, '1 tunti');
      await page.press('Space');
      await page.waitForText(/Myönnät katseluoikeuden\s1\syritykseen/);
      await tabTo(page, 'Hyväksy rajattuna');
      await page.press('Enter');
      await page.waitForText('Oikeus on myönnetty');
      await tabTo(page, 'Selvä');
      await page.press('Enter');
      await page.waitForText(/Voimassa vielä/);
      await tabTo(page, 'Lopeta oikeus');
      await page.press('Enter');
      await page.waitForText('Oikeus on päättynyt');
      assert.match(await focused(page), /^Oikeus on päättynyt/);
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
    });
  });
});
