import assert from 'node:assert/strict';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'vite';
import { findBrowsers, chromiumArguments } from '../tools/browsers.mjs';
import { pack, run, unpackIntoHost, type Packed } from '../tools/packed.js';
import { servePages } from '../tools/page-server.js';

const root = join(import.meta.dirname, '../..');
const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

/** The programs that the document is about, as a host has them. */
const programs = ['vitest', 'jsdom', 'happy-dom', 'msw', '@playwright/test'];

/** The files of the document, by the names that they begin with. */
const files = new Map(
  [
    ...(await readFile(join(root, 'docs/testing.md'), 'utf8')).matchAll(/^```js\n([\s\S]*?)^```/gm),
  ].map(([, code = '']) => [/^\/\/ (\S+)/.exec(code)?.[1] ?? '', code]),
);

/** Each page object's acts, on a page without a layout. */
const acts = `
import { expect, test } from 'vitest';
import 'visma-support-widgets/define';
import { submitRequest } from 'visma-support-widgets/contract';
import { advisoryAnswers, FakeEndpoint, sampleAdvisoryAccess, sampleRequest } from 'visma-support-widgets/testing';
import { sent, useEachElement } from './acts.js';

test('every act of every page object', async () => {
  const endpoint = new FakeEndpoint({ answers: advisoryAnswers([sampleAdvisoryAccess()]) });
  await endpoint.client.send(submitRequest, { params: { id: sent }, body: sampleRequest() });
  const provider = document.createElement('support-provider');
  provider.client = endpoint.client;
  provider.product = 'fivaldi';
  provider.application = 'kirjanpito';
  document.body.append(provider);
  const at = (tag) => provider.querySelector(tag) ?? provider.appendChild(document.createElement(tag));
  await useEachElement(endpoint, at, {
    equal: (actual, expected) => expect(actual).toEqual(expected),
    match: (actual, expected) => expect(actual).toMatch(expected),
  });
}, 20_000);
`;

/** The configuration of a host that has forgotten the setup file. */
const withoutSetup = (config: string) => config.replace(/.*setupFiles.*\n/, '');

describe("a host's own tests, as the document shows them", () => {
  let packed: Packed;
  let host: string;

  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(host, path)), { recursive: true });
    await writeFile(join(host, path), text);
  };
  const copy = (...names: string[]) =>
    Promise.all(
      names.map((name) => write(name, files.get(name) ?? assert.fail(`${name} is not there`))),
    );
  const vitest = (...args: string[]) =>
    run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args], host);

  before(async () => {
    packed = await pack();
    host = await unpackIntoHost(packed, Object.keys(manifest.dependencies));
    await mkdir(join(host, 'node_modules/@playwright'));
    for (const name of programs)
      await symlink(join(root, 'node_modules', name), join(host, 'node_modules', name));
    await write('package.json', '{ "type": "module", "private": true }');
    await copy('vitest.config.js', 'support.test.js', 'network.test.js');
    await write('acts.test.js', acts);
    await write('acts.ts', await readFile(join(root, 'test/testing/acts.ts'), 'utf8'));
    await write('forgotten.config.js', withoutSetup(files.get('vitest.config.js') ?? ''));
  });
  after(() => packed.remove());

  for (const environment of ['jsdom', 'happy-dom']) {
    it(`pass in Vitest with ${environment}, by a client and over HTTP`, async () => {
      const { code, output } = await vitest('--environment', environment);
      assert.equal(code, 0, output);
      assert.match(output, /Tests +3 passed/);
      assert.doesNotMatch(output, /Unhandled/);
    });

    it(`say what is missing in ${environment} without the setup file`, async () => {
      const { code, output } = await vitest(
        ...['--config', 'forgotten.config.js', '--environment', environment, 'support.test.js'],
      );
      assert.equal(code, 1);
      assert.match(output, /First import 'visma-support-widgets\/testing\/simulated-browser'/);
    });
  }

  it('pass in Playwright', async () => {
    await copy('e2e/support.spec.js');
    await write(
      'page/index.html',
      `<!doctype html><html lang="fi"><meta charset="utf-8"><title>Portaali</title>
       <script type="module">import 'visma-support-widgets/define';</script>
       <support-request-form endpoint="/api/support" product="fivaldi" application="kirjanpito"></support-request-form></html>`,
    );
    await build({
      root: join(host, 'page'),
      publicDir: join(root, 'examples/public'),
      configFile: false,
      logLevel: 'error',
      build: { target: 'es2022', outDir: join(host, 'pages') },
    });
    const site = await servePages(join(host, 'pages'));
    const { chromium: executablePath } = findBrowsers();
    const use = {
      baseURL: site.origin,
      launchOptions: { executablePath, args: chromiumArguments },
    };
    await write(
      'playwright.config.js',
      `export default ${JSON.stringify({ testDir: 'e2e', reporter: 'list', use })}`,
    );
    const { code, output } = await run(
      process.execPath,
      ['node_modules/@playwright/test/cli.js', 'test'],
      host,
    );
    site.stop();
    assert.equal(code, 0, output);
    assert.match(output, /1 passed/);
  });
});
