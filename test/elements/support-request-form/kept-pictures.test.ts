import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../../../src/context/support-provider.define.js';
import type { SupportProvider } from '../../../src/context/support-provider.js';
import sinon from 'sinon';
import { assertAccessible } from '../../tools/accessible.js';
import { openGate } from '../../tools/gate.js';
import { waitUntil } from '../../tools/wait-until.js';
import { click } from '../../tools/input.js';
import { itOnce } from '../../tools/one-engine.js';
import { screenshot } from '../screenshot-attach/attach-page.js';
import { picturesOf, writeCaption } from './email-page.js';
import { openForm, openReadyForm, type FormPage } from './form-page.js';

const DATABASE = 'visma-support:draft-pictures';

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('No answer'));
  });

const hasDatabase = async () => (await indexedDB.databases()).some(({ name }) => name === DATABASE);

/** The ids of the pictures that this browser keeps. */
async function idsInBrowser(): Promise<unknown[]> {
  if (!(await hasDatabase())) return [];
  const database = await answerOf(indexedDB.open(DATABASE));
  try {
    return database.objectStoreNames.contains('pictures')
      ? await answerOf(database.transaction('pictures').objectStore('pictures').getAllKeys())
      : [];
  } finally {
    database.close();
  }
}

async function isHeld(count: number): Promise<void> {
  await waitUntil(
    async () => (await idsInBrowser()).length === count,
    () => `There never were ${count} pictures in the browser`,
  );
}

type Options = Parameters<typeof openReadyForm>[0];

async function open(options: Options = {}): Promise<FormPage> {
  const page = await openForm({ drafts: 'all', ...options });
  await page.reads(/Maija Mäkelä|Oskari Virta|Olli Öhman/);
  return page;
}

/** Writes, attaches two pictures and leaves; says what there was. */
async function writeAndLeave(options: Options = {}) {
  const page = await open(options);
  await page.writeProblem();
  const pictures = await picturesOf(page);
  const { element } = pictures;
  await element.addFiles([await screenshot('tase.png'), await screenshot('pääkirja.png')]);
  await pictures.holds(2);
  await writeCaption(pictures, 'Tase ei täsmää');
  await isHeld(2);
  const { files, attachments } = element;
  fixtureCleanup();
  return { files, attachments };
}

const bytesOf = (files: readonly File[]) =>
  Promise.all(files.map(async (file) => [...new Uint8Array(await file.arrayBuffer())].join()));

describe('pictures of what is being written', () => {
  afterEach(async () => {
    fixtureCleanup();
    localStorage.clear();
    await answerOf(indexedDB.deleteDatabase(DATABASE));
  });

  itOnce('are not kept, unless the host wants it', async () => {
    const page = await openReadyForm();
    await page.writeProblem();
    const { element } = await picturesOf(page);
    await element.addFiles([await screenshot()]);
    await page.write('Kuvaus', 'Vielä tämä.');
    await page.reads('Luonnos tallennettu klo');
    expect(await hasDatabase()).to.equal(false);
  });

  it('are back with the texts where it does, byte for byte, in their order and with their captions', async () => {
    const left = await writeAndLeave();
    const page = await open({ keepStorage: true });
    await page.reads('Luonnos palautettu');
    const pictures = await picturesOf(page);
    await pictures.holds(2);
    expect(pictures.element.attachments).to.deep.equal(left.attachments);
    expect(pictures.element.attachments[0]?.caption).to.equal('Tase ei täsmää');
    expect(await bytesOf(pictures.element.files)).to.deep.equal(await bytesOf(left.files));
    await page.press('Lähetä tukipyyntö');
    await page.reads('Vastaanotettu: FIV-');
    await isHeld(0);
  });

  itOnce('are worth keeping also where nothing has been written', async () => {
    const page = await open();
    const { element } = await picturesOf(page);
    await element.addFiles([await screenshot()]);
    await isHeld(1);
    fixtureCleanup();
    const again = await open({ keepStorage: true });
    await again.reads('Luonnos palautettu');
    await (await picturesOf(again)).holds(1);
  });

  itOnce('go with the request whose end nobody saw', async () => {
    const { endpoint, requests } = await openGate([
      { method: 'PUT', path: '/support-requests/*', fault: 'lost-answer', times: 9 },
    ]);
    const page = await open({ endpoint });
    await page.writeProblem();
    const { element } = await picturesOf(page);
    await element.addFiles([await screenshot()]);
    await isHeld(1);
    void page.element.submit();
    await waitUntil(
      async () =>
        (await requests()).some(
          ({ path, status }) => path.startsWith('/support-requests/') && status === 201,
        ),
      'Nothing arrived',
    );
    fixtureCleanup();
    const again = await openForm({ endpoint, drafts: 'all', keepStorage: true });
    await again.reads('Vastaanotettu: FIV-');
    expect(again.text).to.not.include('Tekemäsi muutokset');
    await isHeld(0);
  });

  it('are removed as soon as the person takes one out', async () => {
    const page = await open();
    const pictures = await picturesOf(page);
    await pictures.element.addFiles([await screenshot('tase.png'), await screenshot('tulos.png')]);
    await isHeld(2);
    const [remove] = pictures.root.querySelectorAll('button[aria-label^="Poista"]');
    await click(remove ?? expect.fail('No picture can be removed'));
    await pictures.holds(1);
    await isHeld(1);
    expect(await idsInBrowser()).to.deep.equal(pictures.element.attachments.map(({ id }) => id));
  });

  itOnce(
    'are seen by nobody else on the same computer, and removed when somebody else comes',
    async () => {
      await writeAndLeave();
      const page = await open({ user: 'other-tenant', keepStorage: true });
      await isHeld(0);
      expect((await picturesOf(page)).names).to.deep.equal([]);
    },
  );

  it('are removed by clearDraft(), and by clearDrafts() of the provider', async () => {
    const page = await open();
    const { element } = await picturesOf(page);
    await element.addFiles([await screenshot()]);
    await isHeld(1);
    page.element.clearDraft();
    await isHeld(0);

    await page.write('Kuvaus', 'Vielä tämä.');
    await isHeld(1);
    const provider = await fixture<SupportProvider>(html`<support-provider></support-provider>`);
    provider.clearDrafts();
    await waitUntil(async () => !(await hasDatabase()), 'They are still there');
  });

  it('are named where this browser could not keep them, and again when the person comes back', async () => {
    const put = sinon
      .stub(IDBObjectStore.prototype, 'put')
      .throws(new DOMException('The disk is full', 'QuotaExceededError'));
    try {
      const page = await open();
      await page.writeProblem();
      const pictures = await picturesOf(page);
      await pictures.element.addFiles([await screenshot('tase.png')]);
      await page.reads('Tähän selaimeen ei voitu tallentaa: tase.png');
      await page.reads(/Luonnos tallennettu klo [\d.]+, vain tekstit/);
      await assertAccessible(page.element);
    } finally {
      put.restore();
    }
    fixtureCleanup();
    await isAskedFor('all');
  });

  itOnce('are named when the person comes back, where the page keeps the texts alone', async () => {
    const page = await open({ drafts: 'text' });
    await page.writeProblem();
    const pictures = await picturesOf(page);
    await pictures.element.addFiles([await screenshot('tase.png')]);
    await page.reads(/Luonnos tallennettu klo [\d.]+, vain tekstit/);
    fixtureCleanup();
    await isAskedFor('text');
  });

  it('are not promised where the browser keeps nothing at all', async () => {
    const set = sinon
      .stub(Storage.prototype, 'setItem')
      .throws(new DOMException('The storage is full', 'QuotaExceededError'));
    try {
      const page = await open();
      await page.writeProblem();
      await page.reads('Luonnosta ei voitu tallentaa tähän selaimeen');
    } finally {
      set.restore();
    }
  });
});

/** The texts are back, and what is missing is asked for until it is added again. */
async function isAskedFor(drafts: 'text' | 'all'): Promise<void> {
  const again = await open({ drafts, keepStorage: true });
  await again.reads('Lisää nämä liitteet uudelleen: tase.png');
  expect(again.control('Kuvaus').value).to.equal('Yritin avata tilikauden 2026.');
  await (await picturesOf(again)).element.addFiles([await screenshot('tase.png')]);
  await waitUntil(() => !again.root.querySelector('#missing-files'), 'It is still asked for');
}
