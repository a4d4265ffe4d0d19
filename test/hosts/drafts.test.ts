import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { waitUntil } from '../tools/wait-until.js';
import { forEachBrowser, inOneBrowser, type OpenPage, type Page } from './browsers.js';
import { startClockedPages, type ClockedPages } from './clocked-pages.js';
import { startGate, type Gate } from './gate.js';

const description = 'Yritin avata tilikauden 2026 kohdassa Perustiedot | Tilikaudet.';

describe('a tab that is killed', () => {
  let portal: ClockedPages;
  let gate: Gate;
  before(async () => {
    portal = await startClockedPages();
    gate = await startGate(() => portal.origin);
  });
  after(async () => {
    gate.close();
    await portal.stop();
  });

  const goTo = (page: Page, user = 'main-user') =>
    page.goto(`${gate.origin}/customer-portal/?user=${user}`);

  const open = async (page: Page, user?: string, name = 'Maija Mäkelä') => {
    await goTo(page, user);
    await page.waitForText(name);
  };

  const valueOf = (page: Page, id: string) =>
    page.evaluate((wanted) => {
      const field = document
        .querySelector('support-request-form')
        ?.shadowRoot?.getElementById(wanted);
      return field && 'value' in field ? field.value : undefined;
    }, id);

  /** How many requests of that summary the endpoint has. */
  const stored = async (summary: string) => {
    const signIn = await fetch(`${portal.endpoint}/demo/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: 'main-user' }),
    });
    const { token } = (await signIn.json()) as { token: string };
    const list = await fetch(`${portal.endpoint}/support-requests`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { items } = (await list.json()) as { items: { subject: string }[] };
    return items.filter(({ subject }) => subject.includes(summary)).length;
  };

  const writeSummary = (page: Page, summary: string) => page.fill('Ongelma lyhyesti', summary);

  async function typeSummary(page: Page, summary: string): Promise<void> {
    await page.click('textbox', 'Ongelma lyhyesti');
    await page.type(summary);
  }

  async function writeAll(page: Page, summary: string): Promise<void> {
    await page.select('Sovellus', 'Kirjanpito');
    await page.fill('Yritysnumerot', '1234');
    await writeSummary(page, summary);
    await page.fill('Kuvaus', description);
  }

  async function sendUntilKilled(page: Page, way: Gate['way']): Promise<void> {
    gate.way = way;
    const arrived = gate.next();
    await page.click('button', 'Lähetä tukipyyntö');
    await arrived;
    await page.kill();
    gate.way = 'open';
  }

  /** How far the person had come, and what they find when they come back. */
  type Point = readonly [
    when: string,
    go: (page: Page, summary: string) => Promise<void>,
    find: (page: Page, summary: string) => Promise<void>,
  ];
  const points: readonly Point[] = [
    [
      'in the middle of the first line',
      async (page, summary) => {
        await typeSummary(page, summary);
        await page.kill();
      },
      async (page, summary) => {
        await page.waitForText(/Luonnos palautettu/);
        assert.equal(await valueOf(page, 'summary'), summary);
      },
    ],
    [
      'when the request has arrived and nobody has told',
      async (page, summary) => {
        await writeAll(page, summary);
        await sendUntilKilled(page, 'loses answers');
        assert.equal(await stored(summary), 1);
      },
      async (page, summary) => {
        await page.waitForText(/Vastaanotettu: FIV-/);
        assert.equal(await stored(summary), 1);
      },
    ],
  ];

  const pointsOfTheForm: readonly Point[] = [
    [
      'when the request is on its way and has not arrived',
      async (page, summary) => {
        await writeAll(page, summary);
        await sendUntilKilled(page, 'holds requests');
        assert.equal(await stored(summary), 0);
      },
      async (page, summary) => {
        await page.waitForText(/Luonnos palautettu/);
        assert.equal(await valueOf(page, 'summary'), summary);
        await page.click('button', 'Lähetä tukipyyntö');
        await page.waitForText(/Vastaanotettu: FIV-/);
        assert.equal(await stored(summary), 1);
      },
    ],
    [
      'when the receipt is there',
      async (page, summary) => {
        await writeAll(page, summary);
        await page.click('button', 'Lähetä tukipyyntö');
        await page.waitForText(/Vastaanotettu: FIV-/);
        await page.kill();
      },
      async (page, summary) => {
        await page.waitForText(/Maija Mäkelä|Vastaanotettu/);
        // Where the browser forgot last that the draft was removed, it becomes the receipt.
        await waitUntil(
          async () => (await valueOf(page, 'summary')) !== summary,
          'The form still has what was sent.',
        );
        assert.equal(await stored(summary), 1);
      },
    ],
  ];

  const describePoints = (of: readonly Point[], name: string, openPage: OpenPage) => {
    for (const [when, go, find] of of) {
      it(`loses nothing and sends nothing twice, killed ${when}`, async () => {
        const page = await openPage();
        const summary = `${name} ${when}`;
        await open(page);
        await go(page, summary);
        await goTo(page);
        await find(page, summary);
        assert.ok((await stored(summary)) <= 1);
      });
    }
  };

  // What is stored when a tab dies, and what of requests on their way, is an engine's matter.
  forEachBrowser((name, openPage) => describePoints(points, name, openPage));

  inOneBrowser((name, openPage) => {
    describePoints(pointsOfTheForm, name, openPage);

    it('leaves nothing to another person on the same computer', async () => {
      const page = await openPage();
      await open(page);
      await writeAll(page, 'salaisuus');
      await page.kill();
      await open(page, 'other-tenant', 'Olli Öhman');
      await waitUntil(
        () =>
          page.evaluate(() =>
            Object.keys(localStorage).every((key) => !key.startsWith('visma-support:draft:')),
          ),
        'The draft of the other person is still there.',
      );
      assert.ok(!(await page.text()).includes('salaisuus'));
      await open(page);
      assert.equal(await valueOf(page, 'summary'), '');
    });
  });
});
