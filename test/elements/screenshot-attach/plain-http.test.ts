import { expect } from '@open-wc/testing';
import { openReadyForm } from '../support-request-form/form-page.js';
import { asByPlainHttp } from '../../tools/plain-http.js';
import { waitUntil } from '../../tools/wait-until.js';
import { screenshot } from './attach-page.js';

describe('a picture on a page that came by plain http', () => {
  asByPlainHttp();

  it('is attached and sent with the request', async () => {
    const page = await openReadyForm();
    page.control('Ongelma lyhyesti').focus();
    const pictures = () => page.root.querySelector('screenshot-attach');
    await waitUntil(
      () => pictures() && 'addFiles' in (pictures() ?? {}),
      'There is no place for it',
    );
    await pictures()?.addFiles([await screenshot('kuva.png')]);
    expect(pictures()?.files.map(({ name }) => name)).to.deep.equal(['kuva.png']);
    await page.writeProblem();
    await page.press('Lähetä tukipyyntö');
    await page.reads('Vastaanotettu: FIV-');
    await page.press('Kopioi numero');
    await waitUntil(
      () => page.root.querySelector('[role=status]')?.textContent?.includes('kopioi'),
      'It is not said that the browser has no clipboard',
    );
  });
});
