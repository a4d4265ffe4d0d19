import { expect } from '@open-wc/testing';
import { click, compose } from '../tools/input.js';
import { openReadyForm } from './support-request-form/form-page.js';

describe('a person who writes by an input method', () => {
  it('takes a word by Enter in a list of entries without making an entry of its first half', async () => {
    const page = await openReadyForm({ userId: 'ayras-maija' });
    await page.open('Käyttäjätunnukset');
    const field = page.control('Käyttäjätunnukset');
    await click(field);
    await compose('ayras-pekka', 'Enter');
    await page.element.updateComplete;
    expect(field.value).to.equal('ayras-pekka');
    expect(page.text).not.to.include('ayras-pekka\n×');
    await page.key('Käyttäjätunnukset', 'Enter');
    expect(page.text).to.include('ayras-pekka\n×');
  });

  it('goes on writing a number that begins like one of the companies', async () => {
    const page = await openReadyForm({ companyNumber: '5678' });
    await page.open('Yritysnumerot');
    const field = page.control('Yritysnumerot');
    await click(field);
    await page.reads('5678 ');
    await compose('1234', 'Enter');
    await page.element.updateComplete;
    expect(field.value).to.equal('1234');
    expect(page.text)
      .to.match(/5678[^\n]*\n×/)
      .and.not.to.match(/1234[^\n]*\n×/);
  });

  it('sends nothing by Ctrl+Enter before the word is taken', async () => {
    const page = await openReadyForm();
    await page.writeProblem();
    await click(page.control('Kuvaus'));
    await compose('こんにちは', 'Enter', true);
    await page.element.updateComplete;
    expect(page.text)
      .to.include('Lähetä tukipyyntö')
      .and.not.to.match(/Lähetetään|Vastaanotettu/);
    await page.press('Lähetä tukipyyntö');
    await page.reads(/Vastaanotettu: FIV-/);
  });
});
