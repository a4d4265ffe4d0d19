import { expect } from '@open-wc/testing';
import type { AdvisorySettings } from '../../../src/contract/advisory-settings.js';
import { ask } from '../../tools/advisory.js';
import { openGate } from '../../tools/gate.js';
import { openList } from './approval-page.js';

const path = '/settings/advisory-access';
const one: AdvisorySettings = { maxHours: 4, approversRequired: 1, changes: [] };
const two: AdvisorySettings = {
  maxHours: 4,
  approversRequired: 2,
  changes: [
    {
      at: '2026-01-05T07:05:00Z',
      by: { name: 'Maija Mäkelä' },
      maxHours: 4,
      approversRequired: 2,
    },
  ],
};

describe('the settings of advisory access', () => {
  it('say how many people have to approve, and learn when a choice was not saved', async () => {
    const gate = await openGate([
      { method: 'GET', path, status: 200, body: one },
      { method: 'PUT', path, status: 403, body: { title: '', status: 403, code: 'forbidden' } },
      { method: 'PUT', path, status: 200, body: two },
    ]);
    const page = await openList([], { endpoint: gate.endpoint });
    await page.press('Asetukset');
    await page.choose('Kaksi henkilöä');
    await page.reads('Valitse uudelleen: valintaa ei tallennettu.');
    expect(page.control('Yksi henkilö').checked).to.equal(true);
    await expect(page.element).to.be.accessible();
    await page.choose('Kaksi henkilöä');
    await page.reads('Tallennettu.');
    await page.reads(
      /5\.1\.2026 klo [\d.]+ Maija Mäkelä: hyväksyjien määrä 2, voimassa enintään 4 h/,
    );
    expect(page.control('Kaksi henkilöä').checked).to.equal(true);
    await page.press('Asetukset');
    expect(page.text).not.to.include('Kaksi henkilöä');
  });

  it('are not offered to who may not manage them', async () => {
    const { id } = await ask();
    const page = await openList([id], { user: 'accountant' });
    await page.reads('Et voi myöntää neuvontaoikeuksia');
    expect(page.has('Asetukset')).to.equal(false);
  });
});
