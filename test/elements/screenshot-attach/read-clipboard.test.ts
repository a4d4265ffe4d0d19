import { expect } from '@open-wc/testing';
import { assertAccessible } from '../../tools/accessible.js';
import { engine, fillClipboard } from '../../tools/input.js';
import { openAttach, screenshot } from './attach-page.js';

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

  // What a browser gives after its own question; only Chromium lets a test answer that.
  for (const [what, types, said] of [
    ['a picture', { 'image/png': true }, undefined],
    [
      'a picture beside its HTML',
      { 'text/html': '<img src="cid:1">', 'image/png': true },
      undefined,
    ],
    [
      'a picture that is there as a drawing too',
      { 'image/svg+xml': '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/png': true },
      undefined,
    ],
    ['HTML that holds a picture', { 'text/html': true }, undefined],
    [
      'HTML that refers to a picture',
      { 'text/html': '<img src="https://host.test/a.png">' },
      'mukana oli vain linkki siihen',
    ],
    ['HTML without a picture', { 'text/html': '<b>Hei</b>' }, 'leikepöydällä ei ole kuvaa'],
    ['nothing', {}, 'leikepöydällä ei ole kuvaa'],
  ] as const)
    it(`${said ? 'says what to do where there is' : 'takes'} ${what}`, async () => {
      const picture = await screenshot();
      const bytes = new Uint8Array(await picture.arrayBuffer());
      const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      const whole = `<meta charset="utf-8"><img src="data:image/png;base64,${base64}">`;
      const blobs = Object.entries<string | true>(types).map(([type, content]) => [
        type,
        type === 'image/png'
          ? picture
          : new Blob([content === true ? whole : `${content}`], { type }),
      ]);
      const item = new ClipboardItem(
        Object.fromEntries(blobs.length ? blobs : [['text/plain', '']]),
      );
      const page = await openAttach();
      const { read } = navigator.clipboard;
      navigator.clipboard.read = () => Promise.resolve([item]);
      try {
        await page.press('Liitä');
        if (said) return await page.reads(said);
        await page.done();
        await page.holds(1);
        expect(page.names).to.deep.equal(['Kuvaruutukaappaus.png']);
      } finally {
        navigator.clipboard.read = read;
      }
    });
});
