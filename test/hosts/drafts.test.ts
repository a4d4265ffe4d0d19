import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { forEachBrowser, type Page } from './browsers.js';
import { startGate, type Gate } from './gate.js';
import { startPortal, type Portal } from './portal.js';

const description = 'Yritin avata tilikauden 2026 kohdassa Perustiedot | Tilikaudet.';

describe('a tab that is killed', () => {
  let portal: Portal;
  let gate: Gate;
  before(async () => {
    portal = await startPortal();
    gate = await startGate(portal.origin);
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

  /** As a quick typist does, ten letters a second. */
  async function typeSummary(page: Page, summary: string): Promise<void> {
    const [first = '', ...others] = summary;
    await writeSummary(page, first);
    for (const letter of others) {
      await wait(100);
      await page.type(letter);
    }
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
  const points: readonly [
    string,
    (page: Page, summary: string) => Promise<void>,
    (page: Page, summary: string) => Promise<void>,
  ][] = [
    [
      'in the middle of the first line',
      async (page, summary) => {
        await typeSummary(page, summary);
        await page.kill();
      },
      async (page, summary) => {
        await page.waitForText(/Palautettu/);
        assert.equal(await valueOf(page, 'summary'), summary);
      },
    ],
    [
      'in the middle of the description',
      async (page, summary) => {
        await typeSummary(page, summary);
        await page.fill('Kuvaus', description);
        await page.kill();
      },
      async (page, summary) => {
        await page.waitForText(/Palautettu/);
        assert.equal(await valueOf(page, 'summary'), summary);
        assert.equal(await valueOf(page, 'description'), description);
      },
    ],
    [
      'when the form has said what is missing',
      async (page, summary) => {
        await writeSummary(page, summary);
        await page.click('button', 'Lähetä tukipyyntö');
        await page.waitForText(/Tarkista \d kohtaa/);
        await page.kill();
      },
      async (page, summary) => {
        await page.waitForText(/Palautettu/);
        assert.equal(await valueOf(page, 'summary'), summary);
      },
    ],
    [
      'when the request is on its way and has not arrived',
      async (page, summary) => {
        await writeAll(page, summary);
        await sendUntilKilled(page, 'holds requests');
        assert.equal(await stored(summary), 0);
      },
      async (page, summary) => {
        await page.waitForText(/Palautettu/);
        assert.equal(await valueOf(page, 'summary'), summary);
        await page.click('button', 'Lähetä tukipyyntö');
        await page.waitForText(/Vastaanotettu: FIV-/);
        assert.equal(await stored(summary), 1);
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
        const end = Date.now() + 8000;
        while ((await valueOf(page, 'summary')) === summary && Date.now() < end)
          await page.waitForText('Asiakaspalvelu ja tuki');
        assert.notEqual(await valueOf(page, 'summary'), summary);
        assert.equal(await stored(summary), 1);
      },
    ],
  ];

  forEachBrowser((name, openPage) => {
    for (const [index, [when, go, find]] of points.entries()) {
      it(`loses nothing and sends nothing twice, killed ${when}, in ${name}`, async () => {
        const page = await openPage();
        const summary = `tilikausi ei aukea ${name} ${index}`;
        await open(page);
        await go(page, summary);
        await goTo(page);
        await find(page, summary);
        assert.ok((await stored(summary)) <= 1);
      });
    }

    it(`leaves nothing to another person on the same computer, in ${name}`, async () => {
      const page = await openPage();
      await open(page);
      await writeAll(page, `salaisuus ${name}`);
      await page.kill();
      await open(page, 'other-tenant', 'Olli Öhman');
      await page.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            const isClean = () =>
              Object.keys(localStorage).every((key) => !key.startsWith('visma-support:draft:'));
            const end = Date.now() + 8000;
            const look = () =>
              isClean()
                ? resolve()
                : Date.now() > end
                  ? reject(new Error('The draft is still there'))
                  : setTimeout(look, 50);
            look();
          }),
      );
      assert.ok(!(await page.text()).includes('salaisuus'));
      await open(page);
      assert.equal(await valueOf(page, 'summary'), '');
    });
  });
});
