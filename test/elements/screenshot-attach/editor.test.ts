import { expect } from '@open-wc/testing';
import { assertAccessible } from '../../tools/accessible.js';
import { waitUntil } from '../../tools/wait-until.js';
import { click, drag, fill, press } from '../../tools/input.js';
import { itOnce } from '../../tools/one-engine.js';
import {
  openAttach,
  paste,
  pasteAt,
  screenshot,
  transfer,
  type AttachPage,
} from './attach-page.js';

type Pixel = readonly [x: number, y: number];

/** The editor of a picture of 320 × 200 that has just been pasted. */
class EditorPage {
  constructor(readonly page: AttachPage) {}

  get dialog(): HTMLDialogElement {
    const { root } = this.page;
    const dialog = root.querySelector('dialog');
    if (!dialog) throw new Error('The editor is not open');
    return dialog;
  }

  get text(): string {
    return this.dialog.innerText.replaceAll('\u00a0', ' ');
  }

  get announced(): string {
    return this.dialog.querySelector('[role=status]')?.textContent ?? '';
  }

  get overlay(): HTMLCanvasElement {
    const canvas = this.dialog.querySelectorAll('canvas')[1];
    if (!canvas) throw new Error('There is nothing to draw on');
    return canvas;
  }

  get stage(): HTMLElement {
    const stage = this.dialog.querySelector<HTMLElement>('.stage');
    if (!stage) throw new Error('There is no picture');
    return stage;
  }

  /** What is on the picture, as the list tells it. */
  get marks(): string[] {
    return [...this.dialog.querySelectorAll('[data-mark]')].map(
      ({ textContent }) => textContent?.trim() ?? '',
    );
  }

  press(name: string): Promise<void> {
    return this.page.press(name);
  }

  /** Presses a key with its modifiers, where the focus is. */
  async key(keys: string): Promise<void> {
    await press(keys);
    await this.page.element.updateComplete;
  }

  /** Drags from one point of the picture over others to the last, in its own pixels. */
  async drag(...points: readonly [Pixel, ...Pixel[]]): Promise<void> {
    const { overlay, stage } = this;
    // Drivers press whole pixels of the page only, so that is where the picture is put.
    const { left, top, width } = overlay.getBoundingClientRect();
    stage.style.translate = `${Math.round(left) - left}px ${Math.round(top) - top}px`;
    const zoom = width / overlay.width;
    const at = ([x, y]: Pixel) => ({
      x: Math.round(left) + x * zoom,
      y: Math.round(top) + y * zoom,
    });
    const [first, ...others] = points;
    await drag(at(first), ...others.map(at));
    await this.page.element.updateComplete;
  }

  get hasFocus(): boolean {
    return this.dialog.contains(this.page.root.activeElement);
  }

  /** One of the four numbers of what is chosen. */
  fieldOf(label: string): HTMLInputElement {
    const field = [...this.dialog.querySelectorAll('label')]
      .find(({ textContent }) => textContent?.trim().startsWith(label))
      ?.querySelector('input');
    if (!field) throw new Error(`There is no ${label}`);
    return field;
  }

  /** Where the words of the chosen label are typed. */
  get words(): HTMLInputElement {
    const field = this.dialog.querySelector<HTMLInputElement>('.words');
    if (!field) throw new Error('No words can be typed');
    return field;
  }

  async write(text: string): Promise<void> {
    await fill(this.words, text);
    await this.page.element.updateComplete;
  }

  /** How wide and high a mark is, and where from the left and the top, as it was announced. */
  get numbers(): number[] {
    return (/(\d+) × (\d+), kohdassa (\d+), (\d+)$/.exec(this.announced) ?? [])
      .slice(1)
      .map(Number);
  }

  /** The colour of a point of what is shown above the picture; transparent where nothing is drawn. */
  colourAt(x: number, y: number): number[] {
    return [...(this.overlay.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [])];
  }

  /** Types one of the four numbers of what is chosen. */
  async place(label: string, value: number): Promise<void> {
    await fill(this.fieldOf(label), String(value));
    await this.page.element.updateComplete;
  }

  /** The picture that is attached at the end. */
  async done(): Promise<ImageBitmap> {
    await this.press('Valmis');
    await this.page.holds(1);
    const [file] = this.page.element.files;
    if (!file) throw new Error('Nothing is attached');
    return createImageBitmap(file);
  }
}

async function openEditor(
  pastes: (picture: File) => unknown = (picture) => paste(document.body, transfer([picture])),
): Promise<EditorPage> {
  const page = await openAttach();
  await pastes(await screenshot());
  await waitUntil(() => page.root.querySelector('dialog[open]'), 'The editor never opened');
  return new EditorPage(page);
}

const focusIsOn = (editor: EditorPage, selector: string): Promise<void> =>
  waitUntil(
    () => editor.page.root.activeElement?.matches(selector),
    `The focus is not on ${selector}`,
  );

const cover = [0x17, 0x24, 0x2b, 255];
const markColour = [0xd3, 0x26, 0x1a, 255];

describe('the editor of a screenshot', () => {
  it('opens with covering chosen, the focus on Done, and nothing on the picture', async () => {
    const editor = await openEditor();
    expect(editor.page.root.activeElement?.textContent?.trim()).to.equal('Valmis');
    expect(editor.page.button('Peitä').getAttribute('aria-pressed')).to.equal('true');
    expect(editor.text).to.include('Ei vielä merkintöjä').and.to.include('320 × 200');
  });

  it('covers by a drag, and the picture that is sent is covered there', async () => {
    const editor = await openEditor();
    await editor.drag([10, 10], [60, 30], [110, 50]);
    expect(editor.marks).to.deep.equal(['Peite 1']);
    expect(editor.announced).to.equal('Peite 1: 100 × 40, kohdassa 10, 10');
    expect(editor.colourAt(40, 30)).to.deep.equal(cover);
    const bitmap = await editor.done();
    const context = new OffscreenCanvas(320, 200).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    expect([...(context?.getImageData(109, 49, 1, 1).data ?? [])]).to.deep.equal(cover);
    expect([...(context?.getImageData(111, 51, 1, 1).data ?? [])]).to.deep.equal([
      255, 255, 255, 255,
    ]);
    await editor.page.reads('1 kohta peitetty');
  });

  itOnce('marks with a frame and an arrow', async () => {
    const editor = await openEditor();
    await editor.press('Korosta');
    await editor.drag([20, 20], [120, 80]);
    await editor.press('Nuoli');
    await editor.drag([300, 180], [130, 90]);
    expect(editor.marks).to.deep.equal(['Korostus 1', 'Nuoli 1']);
    expect(editor.announced).to.equal('Nuoli 1: 170 × 90, kohdassa 130, 90');
    expect(editor.colourAt(21, 50)).to.deep.equal(markColour);
  });

  describe('a text', () => {
    it('is written where the picture is pressed, breaks into lines, and is sent as pixels alone', async () => {
      const editor = await openEditor();
      await editor.press('Teksti');
      await editor.drag([10, 40]);
      await focusIsOn(editor, '.words');
      await editor.write('Loppusumma puuttuu tästä raportista kokonaan');
      expect(editor.marks).to.deep.equal([
        'Teksti 1: Loppusumma puuttuu tästä raportista kokonaan',
      ]);
      await editor.key('Enter');
      const [width = 0, height = 0, ...place] = editor.numbers;
      expect(place).to.deep.equal([10, 40]);
      expect(width).to.be.within(60, 110);
      expect(height).to.be.above(40);
      expect(editor.colourAt(11, 41)).to.deep.equal(markColour);
      await assertAccessible(editor.page.element);
      const bitmap = await editor.done();
      const context = new OffscreenCanvas(320, 200).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const { data = [] } = context?.getImageData(10, 40, width, height) ?? {};
      const white = [...data].filter((value, index) => index % 4 === 2 && value > 200).length;
      expect(white).to.be.above(100);
      expect(JSON.stringify(editor.page.element.attachments)).not.to.include('Loppusumma');
    });

    itOnce('is added, written, moved and made narrower by keys alone', async () => {
      const editor = await openEditor();
      await editor.press('Teksti');
      await editor.press('Lisää teksti');
      await focusIsOn(editor, '.words');
      await editor.write('Väärä vuosi');
      await editor.key('Enter');
      await focusIsOn(editor, '[data-mark]');
      const [width = 0, height = 0, x = 0, y = 0] = editor.numbers;
      await editor.key('Shift+ArrowLeft');
      await editor.key('ArrowDown');
      expect(editor.numbers).to.deep.equal([width, height, x - 10, y + 1]);
      for (let times = 0; times < 3; times += 1) await editor.key('Alt+Shift+ArrowLeft');
      const [narrower = 0, higher = 0] = editor.numbers;
      expect(narrower).to.equal(width - 30);
      expect(higher).to.be.above(height);
      await editor.key('Control+z');
      await editor.key('Control+z');
      await editor.key('Control+z');
      expect(editor.marks).to.deep.equal([]);
    });

    itOnce('without words is no mark, and nothing has to be asked or undone', async () => {
      const editor = await openEditor();
      await editor.press('Teksti');
      await editor.press('Lisää teksti');
      await focusIsOn(editor, '.words');
      await editor.key('Escape');
      expect(editor.marks).to.deep.equal([]);
      expect(editor.page.button('Kumoa').getAttribute('aria-disabled')).to.equal('true');
      await editor.drag([40, 40]);
      await editor.write('  ');
      await editor.drag([200, 150]);
      await editor.write('Tämä');
      expect(editor.marks).to.deep.equal(['Teksti 1: Tämä']);
      await editor.key('Enter');
      await editor.press('Teksti 1: Tämä');
      await editor.press('Teksti 1: Tämä');
      await editor.write('');
      await editor.press('Peitä');
      await editor.drag([10, 10], [60, 60]);
      expect(editor.marks).to.deep.equal(['Peite 1']);
      await editor.key('Control+z');
      await editor.key('Control+z');
      expect(editor.marks).to.deep.equal(['Teksti 1: Tämä']);
      await editor.done();
    });
  });

  itOnce('crops', async () => {
    const editor = await openEditor();
    await editor.press('Rajaa');
    await editor.drag([20, 20], [220, 120]);
    expect(editor.announced).to.equal('Rajattu kokoon 200 × 100');
    const { width, height } = await editor.done();
    expect([width, height]).to.deep.equal([200, 100]);
  });

  itOnce('moves and resizes what is chosen', async () => {
    const editor = await openEditor();
    await editor.drag([100, 50], [200, 150]);
    await editor.press('Valitse');
    await editor.drag([150, 100], [160, 110], [170, 110]);
    expect(editor.announced).to.equal('Peite 1: 100 × 100, kohdassa 120, 60');
    await editor.drag([220, 160], [240, 170]);
    expect(editor.announced).to.equal('Peite 1: 120 × 110, kohdassa 120, 60');
  });

  itOnce('takes steps back and forth; a drag is one step', async () => {
    const editor = await openEditor();
    await editor.drag([10, 10], [20, 20], [30, 30], [60, 60]);
    await editor.press('Kumoa');
    expect(editor.marks).to.deep.equal([]);
    expect(editor.announced).to.equal('Kumottu');
    await editor.press('Tee uudelleen');
    expect(editor.marks).to.have.length(1);
    await editor.key('Control+z');
    expect(editor.marks).to.deep.equal([]);
    await editor.key('Control+y');
    expect(editor.marks).to.have.length(1);
  });

  it('zooms, and what is drawn stays where it belongs', async () => {
    const editor = await openEditor();
    const before = editor.overlay.getBoundingClientRect().width;
    await editor.press('Lähennä');
    expect(editor.overlay.getBoundingClientRect().width).to.be.closeTo(before * 1.25, 1);
    await editor.drag([8, 8], [48, 40]);
    expect(editor.announced).to.equal('Peite 1: 40 × 32, kohdassa 8, 8');
    await editor.press('100 %');
    expect(editor.overlay.offsetWidth).to.equal(320);
    expect(editor.announced).to.match(/^100\s%$/);
  });

  describe('by keys alone, without dragging', () => {
    it('adds a cover in the middle of what is seen, and puts it where four numbers say', async () => {
      const editor = await openEditor();
      await editor.press('Lisää peite');
      await focusIsOn(editor, '[data-mark]');
      await editor.place('Vasemmasta reunasta', 5);
      await editor.place('Yläreunasta', 6);
      await editor.place('Leveys', 70);
      await editor.place('Korkeus', 8);
      expect(editor.announced).to.equal('Peite 1: 70 × 8, kohdassa 5, 6');
      await assertAccessible(editor.page.element);
    });

    it('sends the number that is being typed, and shows what it came to once the field is left', async () => {
      const editor = await openEditor();
      await editor.press('Lisää peite');
      await editor.place('Vasemmasta reunasta', 600);
      expect(editor.fieldOf('Vasemmasta reunasta').value).to.equal('600');
      expect(editor.announced).to.equal('Peite 1: 160 × 67, kohdassa 160, 67');
      await editor.key('Tab');
      expect(editor.fieldOf('Vasemmasta reunasta').value).to.equal('160');
      await editor.place('Leveys', 30);
      await editor.key('Control+Enter');
      await editor.page.holds(1);
      await editor.page.press('Muokkaa: Kuvaruutukaappaus.png');
      await waitUntil(
        () => editor.page.root.querySelector('dialog[open]'),
        'The editor never opened',
      );
      await editor.press('Peite 1');
      expect(editor.announced).to.equal('Peite 1: 30 × 67, kohdassa 160, 67');
    });

    itOnce(
      'moves and resizes what is chosen from the moment it is added, wherever the focus is',
      async () => {
        const editor = await openEditor();
        await editor.press('Lisää peite');
        await focusIsOn(editor, '[data-mark]');
        await editor.key('ArrowDown');
        await editor.key('Shift+ArrowLeft');
        await editor.key('Alt+Shift+ArrowRight');
        expect(editor.announced).to.equal('Peite 1: 170 × 67, kohdassa 70, 68');
        editor.fieldOf('Yläreunasta').focus();
        await editor.key('Shift+ArrowDown');
        await editor.key('Alt+ArrowLeft');
        expect(editor.announced).to.equal('Peite 1: 169 × 67, kohdassa 70, 78');
        editor.page.button('Valmis').focus();
        await editor.key('ArrowUp');
        expect(editor.announced).to.equal('Peite 1: 169 × 67, kohdassa 70, 77');
      },
    );

    it('takes steps back and forth wherever the focus is, and the focus stays in the editor', async () => {
      const editor = await openEditor();
      await editor.press('Lisää peite');
      await editor.place('Leveys', 50);
      for (const count of [1, 0]) {
        await editor.key('Control+z');
        expect(editor.marks).to.have.length(count);
        expect(editor.hasFocus).to.equal(true);
      }
      await click(editor.dialog.querySelector('h2') ?? editor.dialog);
      await editor.key('Control+Shift+z');
      await editor.key('Control+y');
      expect(editor.marks).to.deep.equal(['Peite 1']);
      await editor.press('Poista Peite 1');
      await editor.key('Control+z');
      expect(editor.marks).to.have.length(1);
    });

    itOnce('moves and resizes by arrow keys, which are one step together', async () => {
      const editor = await openEditor();
      await editor.drag([100, 50], [200, 150]);
      editor.dialog.querySelector<HTMLElement>('[data-mark]')?.focus();
      await editor.key('ArrowRight');
      await editor.key('Shift+ArrowDown');
      expect(editor.announced).to.equal('Peite 1: 100 × 100, kohdassa 101, 60');
      await editor.key('Alt+Shift+ArrowLeft');
      expect(editor.announced).to.equal('Peite 1: 90 × 100, kohdassa 101, 60');
      await editor.press('Kumoa');
      await editor.press('Kumoa');
      expect(editor.fieldOf('Vasemmasta reunasta').value).to.equal('100');
      expect(editor.fieldOf('Leveys').value).to.equal('100');
    });

    itOnce('crops by numbers, and undoes it by taking the crop away', async () => {
      const editor = await openEditor();
      await editor.press('Rajaa');
      await editor.press('Rajaa numeroilla');
      await editor.place('Leveys', 100);
      await editor.place('Korkeus', 50);
      expect(editor.text).to.include('100 × 50 kuvapistettä');
      await editor.press('Poista Rajaus: 100 × 50');
      expect(editor.text).to.include('320 × 200 kuvapistettä');
    });

    it('removes a mark by Delete, and the focus goes to its neighbour', async () => {
      const editor = await openEditor();
      await editor.drag([10, 10], [60, 60]);
      await editor.drag([100, 100], [160, 160]);
      editor.dialog.querySelector<HTMLElement>('[data-mark="1"]')?.focus();
      await editor.key('Delete');
      expect(editor.marks).to.have.length(1);
      await waitUntil(
        () => editor.page.root.activeElement?.matches('[data-mark="0"]'),
        'The focus was lost',
      );
      await editor.key('Delete');
      await waitUntil(
        () => editor.page.root.activeElement?.textContent?.trim() === 'Peitä',
        'The focus was lost',
      );
    });

    it('ends by Ctrl and Enter, and the focus is back where it was', async () => {
      const page = await openAttach();
      page.button('Valitse tiedostot').focus();
      paste(page.button('Valitse tiedostot'), transfer([await screenshot()]));
      await waitUntil(() => page.root.querySelector('dialog[open]'), 'The editor never opened');
      await new EditorPage(page).key('Control+Enter');
      await page.holds(1);
      expect(page.root.activeElement?.textContent?.trim()).to.equal('Valitse tiedostot');
    });
  });

  describe('when another picture is pasted', () => {
    const another = () => screenshot('image.png', { width: 260, height: 160 });
    const pixelOf = async (file: File | undefined, x: number, y: number) => {
      const picture = await createImageBitmap(file ?? expect.fail('Nothing is attached'));
      const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      context?.drawImage(picture, 0, 0);
      return [...(context?.getImageData(x, y, 1, 1).data ?? [])];
    };

    it('keeps what was done to the one that is open, and opens the other: one Done for both', async () => {
      const editor = await openEditor();
      await editor.drag([10, 10], [60, 60]);
      await pasteAt(editor.page.button('Valmis'), await another());
      await waitUntil(
        () => editor.text.includes('260 × 160') && editor.hasFocus,
        'The second picture never opened',
      );
      expect(editor.text).to.include('Kuvaruutukaappaus (2).png · Valmis');
      const told = '”Kuvaruutukaappaus.png” on liitteissä. Voit vielä muokata sitä siellä.';
      expect(editor.text).to.include(told);
      expect(editor.announced).to.equal(told);
      expect(editor.marks).to.have.length(0);
      expect(editor.page.root.activeElement).to.equal(editor.page.button('Valmis'));
      await editor.key('Control+Enter');
      await editor.page.holds(2);
      const { files } = editor.page.element;
      expect(files.map(({ name }) => name)).to.deep.equal([
        'Kuvaruutukaappaus.png',
        'Kuvaruutukaappaus (2).png',
      ]);
      expect(await pixelOf(files[0], 30, 30)).to.deep.equal(cover);
      expect(await pixelOf(files[1], 30, 30)).not.to.deep.equal(cover);
    });

    it('leaves what was drawn to be changed in the list', async () => {
      const editor = await openEditor();
      await editor.drag([10, 10], [60, 60]);
      await pasteAt(editor.page.button('Valmis'), await another());
      await waitUntil(() => editor.text.includes('260 × 160'), 'The second picture never opened');
      await editor.key('Escape');
      await editor.page.holds(1);
      await editor.page.press('Muokkaa: Kuvaruutukaappaus.png');
      await waitUntil(
        () => editor.page.root.querySelector('dialog [data-mark]'),
        'The cover was lost',
      );
      await editor.key('Control+Enter');
    });

    it('stays where there is no room for another one', async () => {
      const editor = await openEditor();
      editor.page.element.maxFiles = 1;
      await editor.drag([10, 10], [60, 60]);
      paste(document.body, transfer([await another()]));
      await waitUntil(
        () => editor.page.root.textContent?.includes('liitteitä voi olla enintään 1'),
        'Nothing was said',
      );
      expect(editor.marks).to.have.length(1);
      await editor.key('Control+Enter');
      await editor.page.holds(1);
    });

    it('takes one picture where the keys are pressed twice', async () => {
      const pastes = (picture: File) => pasteAt(document.body, picture);
      const editor = await openEditor(pastes);
      await editor.drag([10, 10], [60, 60]);
      await pasteAt(editor.page.button('Valmis'), await screenshot());
      await pasteAt(editor.page.button('Valmis'), await another());
      await waitUntil(() => editor.text.includes('260 × 160'), 'The other picture never opened');
      await editor.key('Control+Enter');
      await editor.page.holds(2);
      expect(await pixelOf(editor.page.element.files[0], 30, 30)).to.deep.equal(cover);
    });

    it('stays where the person is asked whether their changes may be lost', async () => {
      const editor = await openEditor();
      await editor.drag([10, 10], [60, 60]);
      await editor.key('Escape');
      await editor.page.reads('Jatka muokkausta');
      paste(document.body, transfer([await another()]));
      await waitUntil(() => editor.page.names.length === 1, 'The other picture was lost');
      await editor.press('Jatka muokkausta');
      expect(editor.marks).to.have.length(1);
    });
  });

  describe('turned away from', () => {
    const cancel = (editor: EditorPage) => editor.key('Escape');

    it('attaches nothing, and the picture can be opened again', async () => {
      const editor = await openEditor();
      await cancel(editor);
      await editor.page.reads('Ei liitetty: Kuvaruutukaappaus.png');
      await assertAccessible(editor.page.element);
      expect(editor.page.element.files).to.have.length(0);
      await editor.page.press('Avaa uudelleen');
      await editor.page.done();
      await editor.page.holds(1);
      await waitUntil(
        () => editor.page.root.activeElement?.matches('.picture'),
        'The focus was lost',
      );
    });

    it('asks first where something was done, and goes on with it', async () => {
      const editor = await openEditor();
      await editor.drag([10, 10], [60, 60]);
      await cancel(editor);
      await editor.page.element.updateComplete;
      expect(editor.text).to.include('Suljetaanko tallentamatta');
      await editor.press('Jatka muokkausta');
      expect(editor.marks).to.have.length(1);
      // Escape twice in a row loses nothing either.
      await cancel(editor);
      await cancel(editor);
      expect(editor.dialog.open).to.equal(true);
      expect(editor.marks).to.have.length(1);
      await cancel(editor);
      await editor.press('Sulje tallentamatta');
      await editor.page.reads('Ei liitetty');
    });

    it('asks as well where the browser closes the dialog without asking the page', async () => {
      const editor = await openEditor();
      await editor.drag([10, 10], [60, 60]);
      editor.dialog.close();
      await waitUntil(() => editor.dialog.open, 'The editor was closed');
      await editor.page.reads('Suljetaanko tallentamatta');
      expect(editor.marks).to.have.length(1);
    });

    itOnce('leaves a picture that is in the list as it was', async () => {
      const page = await openAttach();
      await page.element.addFiles([await screenshot('eka.png')]);
      await page.holds(1);
      const [before] = page.element.files;
      await page.press('Muokkaa: eka.png');
      await waitUntil(() => page.root.querySelector('dialog[open]'), 'The editor never opened');
      await page.press('Peruuta');
      expect(page.element.files[0]).to.equal(before);
    });
  });

  itOnce(
    'opens a picture again with what was done to it, which can still be taken away',
    async () => {
      const editor = await openEditor();
      await editor.drag([10, 10], [60, 60]);
      await editor.done();
      await editor.page.press('Muokkaa: Kuvaruutukaappaus.png');
      await waitUntil(
        () => editor.page.root.querySelector('dialog[open]'),
        'The editor never opened',
      );
      expect(editor.marks).to.have.length(1);
      await editor.press('Poista Peite 1');
      await editor.done();
      await waitUntil(() => !editor.page.text.includes('peitetty'), 'It is still covered');
    },
  );
});
