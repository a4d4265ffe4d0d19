import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { forEachBrowser } from './browsers.js';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const script = `
  customElements.define('greeting-form', class extends HTMLElement {
    connectedCallback() {
      const make = (name, properties, ...children) => {
        const element = Object.assign(document.createElement(name), properties);
        element.append(...children);
        return element;
      };
      const field = make('input', { type: 'text' });
      const list = make('select', {}, make('option', {}, 'Good day'), make('option', {}, 'Good night'));
      const answer = make('p', {}, 'Nobody is greeted');
      const greet = () => { answer.textContent = list.value + ', ' + field.value + '!'; };
      field.addEventListener('keydown', event => { if (event.key === 'Enter' && event.ctrlKey) greet(); });
      const file = make('input', { type: 'file', hidden: true, multiple: true });
      file.addEventListener('change', () => { answer.textContent = [...file.files].map(({ name }) => name).join(); });
      const fail = make('button', {}, 'Fail');
      fail.addEventListener('click', () => { throw new Error('as asked'); });
      this.attachShadow({ mode: 'open' }).append(
        make('label', {}, 'Name ', field), make('label', {}, 'Greeting ', list), file, fail,
        make('button', { onclick: greet }, 'Greet'), make('p', { hidden: true }, 'Never seen'), answer, document.createElement('slot'));
    }
  });`;

const pageOf = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>Test</title><link rel="icon" href="/icon.png"><script src="/page.js"></script></head><body>${body}</body></html>`;

const answers: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/': ['text/html', pageOf('<h1>Greetings</h1><greeting-form><em>Slotted</em></greeting-form>')],
  '/violating': [
    'text/html',
    pageOf(
      '<p style="color: red">Red</p><script>document.title = "run"</script><a href="/">Home</a>',
    ),
  ],
  '/page.js': ['text/javascript', script],
  '/icon.png': ['image/png', ''],
};

const server = createServer(({ url }, response) => {
  const [type, body] = answers[url ?? ''] ?? ['text/plain', 'nothing here'];
  response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(body);
});
let origin = '';

describe('the driver of whole pages', () => {
  before(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  forEachBrowser((name, open) => {
    it('shows the page in the size that is asked for', async () => {
      const page = await open();
      await page.goto(origin);
      const size = () => page.evaluate(() => [innerWidth, innerHeight]);
      assert.deepEqual(await size(), [1280, 800]);
      await page.setViewport(800, 600);
      assert.deepEqual(await size(), [800, 600]);
      if (name === 'webkit') {
        await assert.rejects(page.setViewport(320, 600), /least width/);
        return;
      }
      await page.setViewport(320, 600);
      const picture = await page.screenshot();
      assert.equal(picture.subarray(1, 4).toString(), 'PNG');
      assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [320, 600]);
    });

    it('gives a page with nothing stored, in the usual size, after a test that left something', async () => {
      const page = await open();
      await page.goto(origin);
      assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight]), [1280, 800]);
      const store = () => {
        localStorage.setItem('note', 'left');
        sessionStorage.setItem('note', 'left');
        return new Promise((resolve) => (indexedDB.open('notes').onsuccess = () => resolve(null)));
      };
      await page.evaluate(store);
      await page.setOffline(true);
      await page.empty();
      await page.goto(origin);
      const stored = async () => [
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
      ];
      assert.deepEqual(await page.evaluate(stored), [0, 0, 0]);
    });

    it('reads through shadow roots what is shown, and fills, chooses, clicks and types as a person does', async () => {
      const page = await open();
      await page.goto(origin);
      assert.equal(page.browser, name);
      const text = await page.text();
      for (const seen of ['Greetings', 'Nobody is greeted', 'Slotted'])
        assert.ok(text.includes(seen), text);
      assert.ok(!text.includes('Never seen'), text);

      await page.press('Tab');
      await page.type('Åke');
      await page.press('Control+Enter');
      await page.waitForText('Good day, Åke!');

      await page.fill('Name', 'nobody');
      await page.fill('Name', 'Päivi');
      await page.select('Greeting', 'Good night');
      await page.click('button', /^greet$/i);
      await page.waitForText('Good night, Päivi!');
      assert.equal(await page.count('button', 'Greet'), 1);
      assert.equal(await page.count('button', 'Gree'), 0);

      await page.attach([import.meta.filename]);
      await page.waitForText('browsers.test.ts');
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
    });

    it('tells an uncaught error, and the violations of a page from its first byte on', async () => {
      const page = await open();
      await page.goto(origin);
      await page.click('button', 'Fail');
      assert.match((await page.errors()).join('\n'), /as asked/);

      await page.goto(`${origin}/violating`);
      const first = (await page.violations()).map(({ directive }) => directive).sort();
      assert.deepEqual(first, ['script-src-elem', 'style-src-attr']);
      assert.equal(await page.evaluate(() => document.title), 'Test');

      await page.evaluate(() => {
        const picture = new Image();
        picture.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
        document.body.append(picture);
      });
      const all = (await page.violations()).map(({ directive }) => directive);
      assert.equal(all.length, 3);
      assert.ok(all.includes('img-src'));

      await page.goto(origin);
      assert.deepEqual(await page.violations(), []);
    });

    it('can be cut off from the network', async () => {
      const page = await open();
      await page.goto(origin);
      const canReach = () =>
        page.evaluate(() =>
          fetch('/page.js', { cache: 'no-store' }).then(
            () => true,
            () => false,
          ),
        );
      assert.equal(await canReach(), true);
      await page.setOffline(true);
      assert.equal(await canReach(), false);
      await page.setOffline(false);
      assert.equal(await canReach(), true);
    });
  });
});
