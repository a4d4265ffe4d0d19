import { expect } from '@open-wc/testing';
import type { SupportRequest } from '../../../src/contract/support-requests.js';
import { openGate } from '../../tools/gate.js';
import { fill, press } from '../../tools/input.js';
import { waitUntil } from '../../tools/wait-until.js';
import { paste, screenshot, transfer } from '../screenshot-attach/attach-page.js';
import { picturesOf } from './email-page.js';
import { detailOf, openReadyForm } from './form-page.js';

const receipt = /Vastaanotettu: FIV-/;

describe('pictures in the form [guide 1.3]', () => {
  it('are sent with the request, in their order and with their captions', async () => {
    const { endpoint, requests } = await openGate();
    const page = await openReadyForm({ endpoint });
    const pictures = await picturesOf(page);
    await page.writeProblem();
    await pictures.paste(await screenshot());
    await pictures.element.addFiles([await screenshot('tase.png')]);
    await pictures.holds(2);
    const ids = pictures.element.attachments.map(({ id }) => id);
    await page.press('Lähetä tukipyyntö');
    await page.reads(receipt);
    const paths = (await requests())
      .filter(({ method }) => method === 'PUT')
      .map(({ path }) => path);
    expect(paths.slice(0, 2).sort()).to.deep.equal(ids.map((id) => `/attachments/${id}`).sort());
    expect(paths[2]).to.match(/^\/support-requests\//);
  });

  it('go with a caption whose field was not left', async () => {
    const page = await openReadyForm();
    const pictures = await picturesOf(page);
    await page.writeProblem();
    await pictures.element.addFiles([await screenshot()]);
    const submitted = detailOf<SupportRequest>(page.element, 'support-request-submit');
    const caption = pictures.root.querySelector<HTMLInputElement>('input[id^=caption]');
    if (!caption) throw new Error('There is no field for a caption');
    await fill(caption, 'Tähän pysähtyi');
    await press('Control+Enter');
    await page.reads(receipt);
    expect((await submitted).attachments[0]?.caption).to.equal('Tähän pysähtyi');
  });

  it('stand for an error message in words', async () => {
    const page = await openReadyForm();
    const pictures = await picturesOf(page);
    await page.choose('Virheilmoitus');
    await page.writeProblem();
    await page.press('Lähetä tukipyyntö');
    await page.reads('tai liitä siitä kuvaruutukaappaus');
    await pictures.element.addFiles([await screenshot()]);
    await waitUntil(
      () => !page.text.includes('tai liitä siitä kuvaruutukaappaus'),
      'It still asks for words',
    );
    await page.press('Lähetä tukipyyntö');
    await page.reads(receipt);
  });

  it('come from a paste before anything else was touched', async () => {
    const page = await openReadyForm();
    page.element.style.marginBlockStart = '300vh';
    paste(document.body, transfer([await screenshot()]));
    await waitUntil(
      () => page.root.querySelector('screenshot-attach')?.shadowRoot?.querySelector('dialog[open]'),
      'It was lost',
    );
    page.element.style.marginBlockStart = '';
  });

  it('are waited for, and the form shows how far they are', async () => {
    const { endpoint, release } = await openGate([{ path: '/attachments/*', fault: 'hold' }]);
    const page = await openReadyForm({ endpoint });
    const pictures = await picturesOf(page);
    await page.writeProblem();
    await pictures.element.addFiles([await screenshot()]);
    await page.press('Lähetä tukipyyntö');
    await page.reads('Kuvia lähetetty: 0/1.');
    await expect(page.element).to.be.accessible();
    await release();
    await page.reads(receipt);
  });

  it('stay in the form when one of them does not arrive, and go on the next try', async () => {
    const { endpoint, requests } = await openGate([
      {
        path: '/attachments/*',
        status: 413,
        body: { type: 'about:blank', title: 'Too large', status: 413, code: 'tooLarge' },
      },
    ]);
    const page = await openReadyForm({ endpoint });
    const pictures = await picturesOf(page);
    await page.writeProblem();
    await pictures.element.addFiles([await screenshot()]);
    await page.press('Lähetä tukipyyntö');
    await page.reads('Tukipyyntö on liian suuri');
    expect(pictures.names).to.have.length(1);
    expect((await requests()).some(({ path }) => path.startsWith('/support-requests/'))).to.equal(
      false,
    );
    await page.press('Yritä uudelleen');
    await page.reads(receipt);
  });

  it('come back with the rest after clearing', async () => {
    const page = await openReadyForm();
    const pictures = await picturesOf(page);
    await page.writeProblem();
    await pictures.element.addFiles([await screenshot()]);
    await page.press('Tyhjennä');
    expect(page.focused?.textContent?.trim()).to.equal('Kumoa tyhjennys');
    await waitUntil(
      () => page.root.querySelector('screenshot-attach')?.files?.length === 0,
      'It was not cleared',
    );
    await page.press('Kumoa tyhjennys');
    await waitUntil(
      () => page.root.querySelector('screenshot-attach')?.files?.length === 1,
      'It did not come back',
    );
    expect((await picturesOf(page)).names).to.have.length(1);
  });

  it('are gone from the form when the request is sent and a new one begins', async () => {
    const page = await openReadyForm();
    const pictures = await picturesOf(page);
    await page.writeProblem();
    await pictures.element.addFiles([await screenshot()]);
    await page.press('Lähetä tukipyyntö');
    await page.reads(receipt);
    await page.press('Uusi tukipyyntö');
    expect((await picturesOf(page)).names).to.deep.equal([]);
  });

  it('are not asked for where the endpoint takes none', async () => {
    const service = (await (await fetch('/api/support/service?language=fi')).json()) as {
      capabilities: string[];
    };
    const without = {
      ...service,
      capabilities: service.capabilities.filter((capability) => capability !== 'attachments'),
    };
    const { endpoint } = await openGate([
      { path: '/service*', status: 200, body: without, times: 5 },
    ]);
    const page = await openReadyForm({ endpoint });
    await waitUntil(
      () => !page.root.querySelector('screenshot-attach'),
      'The form still asks for pictures',
    );
  });
});
