import { assertAccessible } from '../../tools/accessible.js';
import { engine, fillClipboard } from '../../tools/input.js';
import { openAttach } from './attach-page.js';

describe('reading the clipboard by a button', () => {
  it('asks where a picture is on the clipboard when there is none', async () => {
    const page = await openAttach();
    if (engine === 'chromium') await fillClipboard({ text: 'Hei' });
    // By a script, in a page where nobody has pressed anything: after a real press Firefox and WebKit ask in a menu of their own,
    // which no driver answers.
    page.button('Liitä').click();
    await page.reads(/leikepöydällä ei ole kuvaa|selain ei antanut/);
    await assertAccessible(page.element);
  });
});
