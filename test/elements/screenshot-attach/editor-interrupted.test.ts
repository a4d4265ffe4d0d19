import { expect, html } from '@open-wc/testing';
import { assertAccessible } from '../../tools/accessible.js';
import { drag, press } from '../../tools/input.js';
import { waitUntil } from '../../tools/wait-until.js';
import { openAttach, paste, screenshot, transfer, type AttachPage } from './attach-page.js';
import { givenFiles } from '../../../src/ui/keeps-paste.js';

const dialogOf = ({ root }: AttachPage) => root.querySelector('dialog');

const isShown = (page: AttachPage): boolean => dialogOf(page)?.matches(':modal') ?? false;

const marksOf = (page: AttachPage): number => page.root.querySelectorAll('[data-mark]').length;

/** The editor in a form on a page, with a cover that has just been drawn. */
async function openCovered(): Promise<{
  page: AttachPage;
  form: HTMLFormElement;
  set: HTMLFieldSetElement;
  other: HTMLElement;
}> {
  const page = await openAttach(html`
    <main>
      <form>
        <fieldset><screenshot-attach name="pictures" locale="fi"></screenshot-attach></fieldset>
      </form>
      <form id="other"></form>
    </main>
  `);
  paste(document.body, transfer([await screenshot()]));
  await waitUntil(() => isShown(page), 'The editor never opened');
  const canvas = page.root.querySelectorAll('dialog canvas')[1];
  const { left = 0, top = 0 } = canvas?.getBoundingClientRect() ?? {};
  const [x, y] = [Math.ceil(left), Math.ceil(top)];
  await drag({ x: x + 10, y: y + 10 }, { x: x + 60, y: y + 60 });
  await waitUntil(() => marksOf(page) === 1, 'Nothing was drawn');
  const form = page.element.closest('form');
  const set = page.element.closest('fieldset');
  const other = document.querySelector<HTMLElement>('#other');
  if (!form || !set || !other) throw new Error('The page is not there');
  return { page, form, set, other };
}

const coversOf = async (page: AttachPage): Promise<void> => {
  await page.press('Valmis');
  await page.holds(1);
  await page.reads('1 kohta peitetty');
};

describe('a cover that is being drawn', () => {
  it('is there again when the page moves the element to another place', async () => {
    const { page, form, other } = await openCovered();
    other.append(page.element);
    expect([isShown(page), marksOf(page)]).to.deep.equal([true, 1]);
    await page.press('Kumoa');
    await page.press('Tee uudelleen');
    if ('moveBefore' in form) {
      (form as unknown as { moveBefore(node: Node, child: null): void }).moveBefore(
        page.element,
        null,
      );
      await page.element.updateComplete;
      expect([isShown(page), marksOf(page)]).to.deep.equal([true, 1]);
    }
    await coversOf(page);
  });

  it('is there again when the element comes back to the page later', async () => {
    const { page, other } = await openCovered();
    page.element.remove();
    await page.element.updateComplete;
    expect(await page.element.prepared()).to.equal(false);
    other.append(page.element);
    await waitUntil(() => isShown(page), 'The editor never came back');
    await coversOf(page);
  });

  it('is there again when what stands around the element is hidden and shown', async () => {
    const { page, form } = await openCovered();
    form.hidden = true;
    await waitUntil(() => !dialogOf(page)?.open, 'The page is blocked by what nobody sees');
    form.hidden = false;
    await waitUntil(() => isShown(page), 'The editor never came back');
    await coversOf(page);
  });

  it('waits while what stands around the element is inert', async () => {
    const { page, form } = await openCovered();
    form.inert = true;
    await waitUntil(() => !dialogOf(page)?.open, 'The page is blocked by what nobody can use');
    form.inert = false;
    await waitUntil(() => isShown(page), 'The editor never came back');
    await coversOf(page);
  });

  it('waits while a fieldset disables the element, and the form says so', async () => {
    const { page, form, set } = await openCovered();
    set.disabled = true;
    await waitUntil(() => !isShown(page), 'The editor can still be used');
    await page.reads('Kesken: Kuvaruutukaappaus.png');
    expect(page.button('Avaa uudelleen').disabled).to.equal(true);
    await assertAccessible(page.element);
    expect(new FormData(form).getAll('pictures')).to.deep.equal([]);
    set.disabled = false;
    await waitUntil(() => isShown(page), 'The editor never came back');
    await coversOf(page);
  });

  it('is asked for where Escape is pressed twice, and where a script closes the dialog', async () => {
    const { page } = await openCovered();
    await press('Escape');
    await page.reads('Suljetaanko tallentamatta');
    await press('Escape');
    await waitUntil(() => !page.text.includes('Suljetaanko'), 'It does not go on');
    expect([isShown(page), marksOf(page)]).to.deep.equal([true, 1]);
    dialogOf(page)?.close();
    await page.reads('Suljetaanko tallentamatta');
    expect([isShown(page), marksOf(page)]).to.deep.equal([true, 1]);
    await page.press('Jatka muokkausta');
    await coversOf(page);
  });

  it('is asked for when the page is about to be left', async () => {
    const { page } = await openCovered();
    const leave = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).to.equal(true);
    await coversOf(page);
    expect(leave()).to.equal(false);
  });

  it('does not keep a form from being sent once the person has let it go', async () => {
    const { page, form } = await openCovered();
    expect(form.checkValidity()).to.equal(false);
    await page.press('Peruuta');
    await page.press('Sulje tallentamatta');
    await page.reads('Ei liitetty');
    expect(form.checkValidity()).to.equal(true);
  });
});

describe('a disabled place for pictures', () => {
  it('lets nothing be changed, and takes nothing', async () => {
    const { page, set } = await openCovered();
    await coversOf(page);
    await page.element.addFiles([await screenshot('toka.png')]);
    await page.holds(2);
    set.disabled = true;
    await page.element.updateComplete;
    const usable = [...page.root.querySelectorAll<HTMLButtonElement>('button, input')].filter(
      ({ disabled }) => !disabled,
    );
    expect(usable.map(({ textContent }) => textContent?.trim())).to.deep.equal([]);
    expect(page.root.querySelector('[draggable=true]')).to.equal(null);
    page.element.paste(givenFiles([await screenshot('kolmas.png')]));
    expect(page.element.isPreparing).to.equal(false);
  });
});
