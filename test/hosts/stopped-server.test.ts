import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chosenBrowsers } from '../tools/browsers.mjs';
import { waitUntil } from '../tools/wait-until.js';
import { sharedChromium } from './browsers.js';
import { chooseEnd } from './choose-end.js';
import { signIn } from './customer.js';
import { startGate, type Gate } from './gate.js';
import type { Page } from './page.js';
import { openPage } from './playwright-page.js';
import { startPortal, type Portal } from './portal.js';

const user = 'main-user';
/** What an element says of itself, whether its part that says more has come or not. */
const unreached = /Tukipalveluun ei saatu yhteyttä|jos tämä osa ei pian tule näkyviin/;
const received = /Vastaanotettu: FIV-/;

async function fillForm(page: Page, summary: string): Promise<void> {
  await page.select('Sovellus', 'Kirjanpito');
  await page.fill('Yritysnumerot', '1234');
  await page.fill('Ongelma lyhyesti', summary);
  await page.fill('Kuvaus', 'Yritin avata tilikauden 2026.');
}

const send = (page: Page) => page.click('button', 'Lähetä tukipyyntö');

/** What an element of the page reads. */
const inside = (page: Page, tag: string): Promise<string> =>
  page.evaluate((name) => {
    const root = document.querySelector(name)?.shadowRoot?.querySelector<HTMLElement>('.root');
    return root?.innerText ?? '';
  }, tag);

/** The longest wait between two tries of a page whose server was away for less than half a minute. */
const LONGEST_WAIT_MS = 30_000;

const reads = async (page: Page, tag: string, wanted: RegExp, limit?: number): Promise<void> => {
  let text = '';
  await waitUntil(
    async () => wanted.test((text = await inside(page, tag))),
    () => `<${tag}> never read ${wanted} but: ${text}`,
    limit,
  );
};

/** The same, of what comes by itself once the server runs again. */
const comesToRead = (page: Page, tag: string, wanted: RegExp) =>
  reads(page, tag, wanted, LONGEST_WAIT_MS + 10_000);

function describeStoppedServer(): void {
  describe('the customer portal while its server is stopped and started again', () => {
    let portal: Portal;
    let gate: Gate;
    let folder: string;
    const pages: Page[] = [];
    let atLoad: Page;
    let typing: Page;
    let sending: Page;
    let uploading: Page;
    let listing: Page;
    let approving: Page;
    let editing: Page;
    let replying: Page;

    const ready = {
      uusi: ['support-request-form', /Maija Mäkelä/],
      tukipyynnot: ['support-request-list', /ennen katkosta/],
      neuvontaoikeudet: ['advisory-access-approval', /Hyväksy/],
    } as const;

    /** A page of the portal on which a task can be begun. */
    async function openTask(task: keyof typeof ready): Promise<Page> {
      const page = await openPage('chromium', await sharedChromium());
      pages.push(page);
      await page.goto(`${gate.origin}/customer-portal/?user=${user}#${task}`);
      const [tag, wanted] = ready[task];
      await reads(page, tag, wanted);
      return page;
    }

    async function addPicture(page: Page): Promise<void> {
      await page.attach([join(folder, 'kuva.png')], 'screenshot-attach input[type=file]');
      await page.waitForText('Muokkaa kuvaa');
    }

    /** The subjects of all requests of the person, as the endpoint has them. */
    async function subjects(): Promise<string[]> {
      const person = await signIn(portal.endpoint, user);
      const answer = await person.fetch('/support-requests');
      const { items } = (await answer.json()) as { items: { subject: string }[] };
      return items.map(({ subject }) => subject);
    }

    const arrivesOnce = async (page: Page, summary: string): Promise<void> => {
      await comesToRead(page, 'support-request-form', received);
      const ofThis = (await subjects()).filter((subject) => subject.includes(summary));
      assert.equal(ofThis.length, 1);
    };

    before(async () => {
      portal = await startPortal();
      gate = await startGate(() => portal.origin);
      folder = await mkdtemp(join(tmpdir(), 'stopped-server-'));
      const person = await signIn(portal.endpoint, user);
      await person.request('ennen katkosta');
      atLoad = await openPage('chromium', await sharedChromium());
      pages.push(atLoad);
      [typing, sending, uploading, listing, approving, editing, replying] = [
        await openTask('uusi'),
        await openTask('uusi'),
        await openTask('uusi'),
        await openTask('tukipyynnot'),
        await openTask('neuvontaoikeudet'),
        await openTask('uusi'),
        await openTask('tukipyynnot'),
      ];
      await writeFile(join(folder, 'kuva.png'), await listing.screenshot());
      await typing.select('Sovellus', 'Kirjanpito');
      await fillForm(sending, 'lähettäessä');
      await fillForm(uploading, 'kuvan kanssa');
      await addPicture(uploading);
      await addPicture(editing);
      await replying.click('button', /ennen katkosta/);
      await replying.fill('Vastauksesi', 'Vastaus katkoksen aikana');

      gate.way = 'holds uploads';
      const isUploading = gate.next();
      await uploading.click('button', 'Valmis');
      await send(uploading);
      await isUploading;
      gate.way = 'serves pages alone';
      await atLoad.goto(`${gate.origin}/customer-portal/?user=${user}`);
      await atLoad.waitForText('Asiakaspalvelu ja tuki');
      await atLoad.click('link', 'Tukipyynnöt');
      await atLoad.click('link', /^Neuvontaoikeudet/);
      // The parts of the page itself, in its language, are there by then.
      await reads(atLoad, 'support-request-list', /Tukipyynnöt/);
      await reads(atLoad, 'advisory-access-approval', /Neuvontaoikeudet/);
      gate.way = 'open';
      await portal.end();
      gate.cut();

      await fillForm(typing, 'kirjoittaessa');
      await send(sending);
      await listing.click('button', /ennen katkosta/);
      await approving.evaluate(chooseEnd, 'asked');
      await approving.click('button', 'Hyväksy');
      await editing.click('button', 'Lisää peite');
      await replying.click('button', 'Lähetä vastaus');
    });
    after(async () => {
      for (const page of pages) await page.close();
      gate?.close();
      await portal?.stop();
      if (folder) await rm(folder, { recursive: true, force: true });
    });

    it('says in every part that the service could not be reached when it stops before a page has asked anything', async () => {
      for (const tag of [
        'support-request-form',
        'advisory-access-approval',
        'support-request-list',
      ]) {
        await reads(atLoad, tag, unreached);
        assert.doesNotMatch(await inside(atLoad, tag), /Kirjautumisesi on vanhentunut/);
      }
    });

    it('says that the request is sent by itself when it stops before Send is pressed, or while a picture is on its way', async () => {
      for (const page of [sending, uploading])
        await reads(page, 'support-request-form', /Tukipyyntö lähetetään automaattisesti/);
    });

    it('says that the reply is sent by itself when it stops before a reply is sent', async () => {
      await reads(replying, 'support-request-list', /Vastaus lähetetään automaattisesti/);
    });

    it('says that a request could not be read when it stops before one is opened', async () => {
      await reads(listing, 'support-request-list', unreached);
    });

    it('says that it is not known whether access was approved, and that this is found out by itself', async () => {
      await reads(approving, 'advisory-access-approval', /Asia tarkistetaan automaattisesti/);
    });

    it('lets a picture be covered and attached', async () => {
      await editing.click('button', 'Valmis');
      await editing.waitForText(/1 kohta peitetty/);
    });

    describe('once it runs again', () => {
      before(() => portal.start());

      it('fills the page that was opened without it, by itself', async () => {
        await comesToRead(atLoad, 'support-request-form', /Maija Mäkelä/);
        await comesToRead(atLoad, 'support-request-list', /ennen katkosta/);
        await comesToRead(atLoad, 'advisory-access-approval', /Hyväksy/);
      });

      it('takes what was written meanwhile, once', async () => {
        await send(typing);
        await arrivesOnce(typing, 'kirjoittaessa');
      });

      it('gets the request that waited, by itself and once', () =>
        arrivesOnce(sending, 'lähettäessä'));

      it('gets the request that waited with its picture, by itself and once', async () => {
        await arrivesOnce(uploading, 'kuvan kanssa');
        await uploading.click('button', 'Seuraa tukipyyntöä');
        await reads(uploading, 'support-request-list', /Tallenna kuva\.png/);
      });

      it('shows the request that was opened, by itself', () =>
        comesToRead(listing, 'support-request-list', /Lähetetyt tiedot/));

      it('says that nothing was approved, and gets the approval once it is pressed again', async () => {
        await comesToRead(approving, 'advisory-access-approval', /Mikään ei ole muuttunut/);
        await approving.click('button', 'Takaisin pyyntöön');
        await approving.click('button', 'Hyväksy');
        await reads(approving, 'advisory-access-approval', /Voimassa/);
      });

      it('gets the picture that was covered meanwhile with its request', async () => {
        await fillForm(editing, 'peitetty kuva');
        await send(editing);
        await arrivesOnce(editing, 'peitetty kuva');
      });

      it('gets the reply that waited, by itself and once', async () => {
        await comesToRead(replying, 'support-request-list', /Vastauksesi on lähetetty/);
        const person = await signIn(portal.endpoint, user);
        const answer = await person.fetch('/support-requests');
        const { items } = (await answer.json()) as { items: { id: string; subject: string }[] };
        const one = items.find(({ subject }) => subject.includes('ennen katkosta'));
        const { timeline } = await person.read(one?.id ?? '');
        const replies = timeline.filter(({ text }) => text === 'Vastaus katkoksen aikana');
        assert.equal(replies.length, 1);
      });
    });
  });
}

if (chosenBrowsers().chromium) describeStoppedServer();
