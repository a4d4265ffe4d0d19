import { expect, html } from '@open-wc/testing';
import { waitUntil } from '../../tools/wait-until.js';
import { openAttach, paste, transfer, type AttachPage } from './attach-page.js';
import { inline, paragraph, run, wordFile } from '../../attachments/import/word-files.js';

const ofPictures = (...pictures: readonly string[]): Promise<File> =>
  wordFile(pictures.map((picture) => paragraph(run(picture))).join(''));

const cropped = inline('rId2', { crop: '<a:srcRect l="50000"/>' });

const headingIs = (page: AttachPage, text: string): Promise<void> =>
  waitUntil(
    () => page.root.querySelector('dialog[open] h2')?.textContent?.trim().endsWith(text),
    () => `The editor never said "${text}": ${page.text}`,
  );

async function given(file: File): Promise<AttachPage> {
  const page = await openAttach();
  paste(document.body, transfer([file]));
  await waitUntil(() => page.root.querySelector('dialog[open]'), 'The editor never opened');
  return page;
}

describe('The pictures of a Word document', () => {
  it('are looked at one after the other before any of them can be sent', async () => {
    const page = await given(await ofPictures(inline('rId1'), cropped, inline('rId3')));
    await headingIs(page, '1/3');
    expect(page.element.files).to.be.empty;
    await page.press('Valmis');
    await headingIs(page, '2/3');
    expect(page.names).to.deep.equal(['ohje 1.png']);
    await page.press('Valmis');
    await headingIs(page, '3/3');
    await page.press('Valmis');
    await page.holds(3);
    expect(page.text).to.match(
      /ohje 1\.png · 10 × 8 .*ohje 2\.png · 10 × 8 .*ohje 3\.png · 30 × 8/s,
    );
  });

  it('are left out one by one, and can be opened again', async () => {
    const page = await given(await ofPictures(inline('rId1'), inline('rId2'), inline('rId3')));
    await page.press('Jätä pois');
    await headingIs(page, '2/3');
    await page.press('Valmis');
    await headingIs(page, '3/3');
    await page.press('Peruuta');
    await page.reads(/Ei liitetty: .*ohje 1\.png.*ohje 3\.png/);
    expect(page.names).to.deep.equal(['ohje 2.png']);
    await page.press('Avaa uudelleen');
    await headingIs(page, '1/2');
    await page.press('Valmis');
    await headingIs(page, '2/2');
    await page.press('Valmis');
    await page.holds(3);
  });

  it('come with their crop, which is undone before the picture is confirmed', async () => {
    const page = await given(await ofPictures(cropped));
    await page.reads('Rajaus: 10 × 8');
    await page.press('Kumoa');
    await page.reads('Nyt lähetetään koko kuva');
    await page.press('Valmis');
    await page.holds(1);
    expect(page.text).to.include('20 × 8');
  });

  it('wait for the person also where the page gave the document', async () => {
    const page = await openAttach();
    const added = page.element.addFiles([await ofPictures(inline('rId1'), inline('rId2'))]);
    await headingIs(page, '1/2');
    expect(page.element.files).to.be.empty;
    await page.press('Peruuta');
    await added;
    expect(page.element.files).to.be.empty;
    expect(page.text).to.include('Ei liitetty:');
  });

  it('can be chosen where pictures are taken', async () => {
    const page = await openAttach(
      html`<screenshot-attach accept="image/png,application/pdf" locale="fi"></screenshot-attach>`,
    );
    const input = page.root.querySelector<HTMLInputElement>('input[type=file]');
    page.root.querySelector<HTMLElement>('.drop-area button')?.focus();
    await waitUntil(() => input?.accept, 'Nothing is offered');
    expect(input?.accept.split(',')).to.include.members(['image/png', 'application/pdf', '.docx']);
    page.element.accept = 'application/pdf';
    await page.element.updateComplete;
    expect(input?.accept).to.equal('application/pdf');
  });
});
