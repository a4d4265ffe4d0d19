import { itOnce } from '../../tools/one-engine.js';
import { expect, fixture, html } from '@open-wc/testing';
import { AttachPage, openAttach, paste, pasteAt, screenshot, transfer } from './attach-page.js';

/** HTML around a picture, which is given as an address that holds it. */
async function picturesAs(write: (data: string) => string): Promise<string> {
  const bytes = new Uint8Array(await (await screenshot()).arrayBuffer());
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return `<meta charset="utf-8">${write(`data:image/png;base64,${base64}`)}`;
}

describe('pasting a screenshot [guide 1.3]', () => {
  it('opens it in the editor and attaches it when the person is done', async () => {
    const page = await openAttach();
    const event = await pasteAt(document.body, await screenshot());
    expect(event.defaultPrevented).to.equal(true);
    await page.done();
    await page.holds(1);
    expect(page.names).to.deep.equal(['Kuvaruutukaappaus.png']);
    expect(page.element.files[0]?.type).to.equal('image/png');
  });

  it('leaves text to the text field in which it is pasted, also where a picture comes along', async () => {
    const page = await openAttach();
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Text" />`);
    const event = await pasteAt(field, await screenshot(), '1910 Pankki');
    expect(event.defaultPrevented).to.equal(false);
    expect(page.element.files).to.have.length(0);
  });

  it('takes a picture that is pasted in a text field, which has no use for it', async () => {
    const page = await openAttach();
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Text" />`);
    await pasteAt(field, await screenshot());
    await page.done();
    await page.holds(1);
  });

  for (const type of ['radio', 'checkbox', 'button', 'range'])
    it(`takes a picture of cells, with their text, where the focus is on a ${type}`, async () => {
      const page = await openAttach();
      const field = await fixture<HTMLInputElement>(
        html`<input type=${type} aria-label="Valinta" />`,
      );
      await pasteAt(field, await screenshot(), '1910\tPankki\r\n');
      await page.done();
      await page.holds(1);
    });

  it('takes a picture that comes with text where a field takes none', async () => {
    const page = await openAttach();
    const field = await fixture<HTMLTextAreaElement>(
      html`<textarea readonly aria-label="Loki"></textarea>`,
    );
    await pasteAt(field, await screenshot(), '1910 Pankki');
    await page.done();
    await page.holds(1);
  });

  for (const [what, text] of [
    ['the blank that Word puts beside it', ' \r\n'],
    ['blanks that have no width or do not break', '\u00a0\u200b\ufeff\ufffc'],
    ['the name of the file', 'Näyttökuva 1.png'],
    ['the name without its ending', 'Näyttökuva 1'],
    ['where the file lies', 'C:\\Users\\Maija\\Näyttökuva 1.png'],
    ['the address of the file', 'file:///home/maija/N%C3%A4ytt%C3%B6kuva%201.png\n'],
  ] as const)
    itOnce(`takes a picture in a text field when the text with it is ${what}`, async () => {
      const page = await openAttach();
      const field = await fixture<HTMLInputElement>(html`<input aria-label="Text" />`);
      const file = await screenshot('Näyttökuva 1.png');
      const event = paste(field, transfer([file], { 'text/plain': text, 'text/html': '<img>' }));
      expect(event.defaultPrevented).to.equal(true);
      await page.done();
      await page.holds(1);
    });

  it('takes a picture that stands in the HTML alone, as Google Docs copies it, and no page with text around one', async () => {
    const page = await openAttach();
    const picture = await picturesAs((data) => `<b><img width="90" src="${data}"/></b>`);
    const text = transfer([], { 'text/html': picture, 'text/plain': 'Tilikausi 2026' });
    expect(paste(document.body, text).defaultPrevented).to.equal(false);
    await page.reads('Kopioidun tekstin kuvia ei liitetty');
    const event = paste(document.body, transfer([], { 'text/html': picture }));
    expect(event.defaultPrevented).to.equal(true);
    await page.done();
    await page.holds(1);
    expect(page.names).to.deep.equal(['Kuvaruutukaappaus.png']);
    expect(page.text).not.to.include('ei liitetty');
  });

  for (const [what, write] of [
    ['without quotation marks', (data: string) => `<img alt=x src=${data}>`],
    ['behind a sign that closes tags', (data: string) => `<img alt="a > b" src='${data}'>`],
    ['with a parameter', (data: string) => `<IMG SRC="${data.replace(';', ';name=a;')}">`],
    ['percent-encoded', (data: string) => `<img src="${data.replaceAll('+', '%2B')}">`],
  ] as const)
    itOnce(`takes a picture whose address stands ${what} in the HTML`, async () => {
      const page = await openAttach();
      paste(document.body, transfer([], { 'text/html': await picturesAs(write) }));
      await page.done();
      await page.holds(1);
    });

  for (const [what, write] of [
    [
      'in one format of several',
      (data: string) =>
        `<picture><source srcset="${data} 2x, kuva.webp"><img src="kuva.png"></picture>`,
    ],
    [
      'in several formats',
      (data: string) =>
        `<picture><source srcset="${data}"><img src="${data.replace(';', ';name=a;')}"></picture>`,
    ],
    ['for several screens', (data: string) => `<img srcset="kuva.png 1x, ${data} 2x">`],
    ['twice', (data: string) => `<img src="${data}"><img src="${data}">`],
    [
      'in a drawing',
      (data: string) => `<svg viewBox="0 0 9 9"><image width="900" xlink:href="${data}"/></svg>`,
    ],
    ['as an object', (data: string) => `<object data="${data}"></object>`],
    ['as a button', (data: string) => `<input type="image" src="${data}">`],
    ['as the first of a film', (data: string) => `<video poster="${data}"></video>`],
    [
      'as the ground of a cell',
      (data: string) => `<td style="color:red;background: url(&quot;${data}&quot;) 0 0">`,
    ],
    [
      'as Word has it for older programs',
      (data: string) =>
        `<!--[if gte vml 1]><v:imagedata src="${data}"/><![endif]--><img src="file:///C:/image001.png">`,
    ],
    ['as Outlook has it alone', (data: string) => `<v:rect><v:fill src="${data}"/></v:rect>`],
  ] as const)
    it(`takes a picture once that stands ${what} in the HTML`, async () => {
      const page = await openAttach();
      const copied = transfer([], { 'text/html': await picturesAs(write) });
      expect(paste(document.body, copied).defaultPrevented).to.equal(true);
      await page.done();
      await page.holds(1);
      expect(page.root.querySelector('.refusals')).to.equal(null);
    });

  it('says that a picture that is drawn in the HTML itself cannot be read', async () => {
    const page = await openAttach();
    const drawn = '<svg width="600" height="400"><path d="M0 0h600"/></svg>';
    paste(document.body, transfer([], { 'text/html': drawn }));
    await page.reads('muodossa, jota ei voi lukea tässä');
  });

  for (const [program, copied, text] of [
    ['Word', '<img width=604 src="file:///C:/Temp/msohtmlclip1/01/clip_image002.png">', '\r\n'],
    ['Outlook', '<img src="cid:image001.png@01DC5F0A.7B3C2D10">', ''],
    [
      'Gmail',
      '<div><img src="https://mail.google.com/mail/u/0?view=fimg" alt="kuva.png"></div>',
      '',
    ],
    ['Safari', '<img src="blob:https://host.test/5f0a">', ''],
  ] as const)
    itOnce(
      `says that a picture was only a link, as ${program} copies it, wherever it is pasted`,
      async () => {
        const page = await openAttach();
        const field = await fixture<HTMLInputElement>(html`<input aria-label="Text" />`);
        for (const target of [document.body, field]) {
          const data = transfer([], { 'text/html': copied, 'text/plain': text });
          expect(paste(target, data).defaultPrevented).to.equal(false);
          await page.reads('mukana oli vain linkki siihen');
          page.element.clear();
          await page.element.updateComplete;
          expect(page.root.querySelector('.refusals')).to.equal(null);
        }
      },
    );

  itOnce(
    'says that the pictures of a text stay behind, and nothing of the signs of a page',
    async () => {
      const page = await openAttach();
      const field = await fixture<HTMLInputElement>(html`<input aria-label="Text" />`);
      const copy = (content: string) =>
        paste(field, transfer([], { 'text/html': content, 'text/plain': 'Virhe 42' }));
      copy('<p>Virhe 42 <img width="16" height="16" src="https://host.test/icon.png"></p>');
      copy('<p>Virhe 42</p>');
      await page.element.prepared();
      expect(page.text).not.to.include('ei liitetty');
      const event = copy('<p>Virhe 42</p><img src="file:///C:/Temp/clip_image001.png" height=400>');
      expect(event.defaultPrevented).to.equal(false);
      await page.reads('Kopioidun tekstin kuvia ei liitetty');
    },
  );

  it('says that a picture came as rich text alone, which nobody can read here', async () => {
    const page = await openAttach();
    const rtf = (content: string) => transfer([], { 'text/rtf': `{\\rtf1 ${content}}` });
    paste(document.body, rtf('Hei'));
    await page.element.prepared();
    expect(page.text).not.to.include('ei liitetty');
    paste(document.body, rtf('{\\pict\\pngblip 89504e47}'));
    await page.reads('muodossa, jota ei voi lukea tässä');
  });

  it('says that the pictures of a rich text stay behind where no HTML tells of them', async () => {
    const page = await openAttach();
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Text" />`);
    const copy = (rtf: string, more = {}) =>
      paste(
        field,
        transfer([], { 'text/rtf': `{\\rtf1 ${rtf}}`, 'text/plain': 'Virhe 42', ...more }),
      );
    copy('Virhe 42');
    // Word's sign of a list.
    copy('{\\*\\listpicture{\\pict}}', { 'text/html': '<li>Virhe 42</li>' });
    await page.element.prepared();
    expect(page.text).not.to.include('ei liitetty');
    expect(copy('Virhe 42 {\\pict\\pngblip 89504e47}').defaultPrevented).to.equal(false);
    await page.reads('Kopioidun tekstin kuvia ei liitetty');
  });

  it('says why a picture was only a link, above what it said of a file before', async () => {
    const page = await openAttach();
    await page.element.addFiles([new File(['x'], 'ohjelma.exe')]);
    paste(document.body, transfer([], { 'text/html': '<img src="cid:1">' }));
    await page.reads('mukana oli vain linkki siihen');
    const items = [...page.root.querySelectorAll('.refusals li')].map((item) => item.textContent);
    expect(items).to.have.length(2);
    expect(items[0]).to.include('mukana oli vain linkki siihen');
    expect(items[1]).to.include('ohjelma.exe');
    await page.element.addFiles([await screenshot()]);
    expect(page.root.querySelector('.refusals')).to.equal(null);
  });

  for (const [what, written, isSaid] of [
    ['as wide as the page', '<img width="100%" src="https://host.test/kuva.png">', true],
    ['of a size in points', '<img width="300pt" height="200pt" src="cid:1">', true],
    ['of the size of a sign', "<img height='16px' src=cid:1>", false],
    ['that is drawn in it', '<svg width="600"><path d="M0 0h600"/></svg>', true],
    ['that is the sign of a button', '<svg width="16" height="16"></svg>', false],
    [
      'that is a sign on the ground',
      `<a style="background:url('data:image/svg+xml,%3Csvg')">`,
      false,
    ],
    ['that is a field of a form', '<input type="text" src="a.png"><object data="a.pdf">', false],
    ['behind an apostrophe in a name', `<img alt=it's src="cid:1"><p>it's</p>`, true],
    ['without an address', '<img alt="src=x">', false],
    ['whose address is in another attribute', '<img data-src="cid:1">', false],
  ] as const)
    it(`${isSaid ? 'says' : 'says nothing'} of a picture ${what} in a text that is pasted`, async () => {
      const page = await openAttach();
      const field = await fixture<HTMLInputElement>(html`<input aria-label="Text" />`);
      paste(field, transfer([], { 'text/html': written, 'text/plain': 'Virhe 42' }));
      if (isSaid) return page.reads('Kopioidun tekstin kuvia ei liitetty');
      await page.element.prepared();
      expect(page.text).not.to.include('ei liitetty');
    });

  itOnce("takes a file and not the file manager's sign for it", async () => {
    const page = await openAttach();
    const files = [await screenshot('lasku.png'), await screenshot('image.png')];
    paste(document.body, transfer(files, { 'text/plain': 'lasku.png' }));
    await page.done();
    await page.holds(1);
    expect(page.names).to.deep.equal(['lasku.png']);
    paste(document.body, transfer(files, { 'text/plain': 'image.png\nlasku.png' }));
    await page.holds(3);
  });

  it('takes a picture once that is on the clipboard in several formats, as on a Mac', async () => {
    const page = await openAttach();
    const tiff = new File(['II*\0'], 'image.tiff', { type: 'image/tiff' });
    paste(document.body, transfer([tiff, await screenshot()]));
    await page.done();
    await page.holds(1);
    expect(page.names).to.deep.equal(['Kuvaruutukaappaus.png']);
    expect(page.text).not.to.include('image.tiff');
    const files = [await screenshot('eka.png'), await screenshot('toka.png')];
    paste(document.body, transfer(files));
    await page.holds(3);
    paste(document.body, transfer([tiff]));
    await page.reads('image.tiff');
  });

  it('leaves text to a field that nobody sees into', async () => {
    await openAttach();
    const outer = await fixture<HTMLElement>(html`<closed-field></closed-field>`);
    const field = document.createElement('textarea');
    outer.attachShadow({ mode: 'closed' }).append(field);
    const data = transfer([await screenshot()], { 'text/plain': '1910 Pankki' });
    expect(paste(field, data).defaultPrevented).to.equal(false);
  });

  it("leaves a picture to the host's own editor of rich text", async () => {
    await openAttach();
    const editor = await fixture<HTMLElement>(html`<div contenteditable="true">Text</div>`);
    expect((await pasteAt(editor, await screenshot())).defaultPrevented).to.equal(false);
  });

  for (const [what, around] of [
    [
      'in a fieldset that is disabled',
      html`<fieldset disabled><screenshot-attach locale="fi"></screenshot-attach></fieldset>`,
    ],
    ['while it is inert itself', html`<screenshot-attach locale="fi" inert></screenshot-attach>`],
    [
      'in a part of the page that is inert',
      html`<div inert><screenshot-attach locale="fi"></screenshot-attach></div>`,
    ],
  ] as const)
    it(`takes nothing ${what}`, async () => {
      const page = await openAttach(around);
      const event = paste(document.body, transfer([await screenshot()]));
      expect(event.defaultPrevented).to.equal(false);
      expect(page.root.querySelector('dialog')).to.equal(null);
    });

  it('takes nothing behind a modal dialog, and takes it in the dialog that is in front', async () => {
    const behind = await openAttach();
    const dialog = await fixture<HTMLDialogElement>(
      html`<dialog><screenshot-attach locale="fi"></screenshot-attach><button>Sulje</button></dialog>`,
    );
    const inFront = new AttachPage(dialog.querySelector('screenshot-attach')!);
    dialog.showModal();
    paste(dialog.querySelector('button')!, transfer([await screenshot()]));
    await inFront.done();
    await inFront.holds(1);
    inFront.element.remove();
    const event = paste(document.body, transfer([await screenshot()]));
    expect(event.defaultPrevented).to.equal(false);
    dialog.close();
    await behind.paste(await screenshot());
    await behind.holds(1);
  });

  it('leaves a paste without files alone', async () => {
    await openAttach();
    expect(paste(document.body, transfer([], { 'text/plain': 'Hei' })).defaultPrevented).to.equal(
      false,
    );
  });
});
