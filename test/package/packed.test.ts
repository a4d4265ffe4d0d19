import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pack, run, runHere, runWell, unpackIntoHost, type Packed } from '../tools/packed.js';

const root = join(import.meta.dirname, '../..');

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<
    Record<string, string | { readonly types: string; readonly default: string }>
  >;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly customElements: string;
  readonly 'web-types': string;
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const entries = Object.keys(manifest.exports).map((path) => path.replace('.', manifest.name));
const modules = entries.filter((entry) => !entry.endsWith('.json'));

/** What the TypeScript of a host sees that registers elements and imports nothing else. */
const hostCode = (entry: string): string => `
import 'visma-support-widgets/${entry}';

const form = document.querySelector('support-request-form');
form?.prefill({ summary: 'Tilikauden avaaminen ei onnistu' });
form?.addEventListener('support-request-submitted', ({ detail }) => detail.number?.toUpperCase());
form?.addEventListener('support-sign-in-required', ({ target }) => target);
// @ts-expect-error a kind that there is not
document.createElement('support-request-form').kind = 'complaint';
// @ts-expect-error the detail has no such thing
form?.addEventListener('support-request-submitted', ({ detail }) => detail.nothing);
`;

const ofAllElements = `
document.querySelector('advisory-access-badge')?.addEventListener('advisory-access-pending-changed', ({ detail }) => detail.count.toFixed());
document.createElement('support-provider').accessToken = async () => 'token';
`;

describe('the package as it is published', () => {
  let packed: Packed;
  let host: string;
  before(async () => {
    packed = await pack();
    host = await unpackIntoHost(packed, Object.keys(manifest.dependencies));
  });
  after(() => packed.remove());

  const inPackage = (path: string) => join(host, 'node_modules', manifest.name, path);
  const readJson = async (path: string): Promise<unknown> =>
    JSON.parse(await readFile(inPackage(path), 'utf8'));

  it('has nothing that publint would mend', async () => {
    const { code, output } = await runHere('publint/src/cli.js', [
      'run',
      packed.tarball,
      '--strict',
    ]);
    assert.equal(code, 0, output);
    assert.match(output, /All good/);
  });

  it('has types that fit its modules wherever they are resolved; it has no CommonJS, by intent', async () => {
    const { code, output } = await runHere('@arethetypeswrong/cli/dist/index.js', [
      packed.tarball,
      '--profile',
      'esm-only',
    ]);
    assert.equal(code, 0, output);
    for (const entry of modules) assert.ok(output.includes(`"${entry}"`), entry);
  });

  it('imports each of its modules by itself in Node, without a DOM', async () => {
    // A thread has modules of its own, as a process has, and begins in less time.
    const script = `
      const { Worker } = await import('node:worker_threads');
      const entries = ${JSON.stringify(modules)};
      for (const entry of entries) {
        const worker = new Worker(\`import('\${entry}')\`, { eval: true });
        await new Promise((resolve) => {
          worker.on('error', (error) => console.log(entry + ': ' + error.stack));
          worker.on('exit', resolve);
        });
      }`;
    const file = join(host, 'import-each.mjs');
    await writeFile(file, script);
    const { code, output } = await run(process.execPath, [file], host);
    assert.equal(output, '');
    assert.equal(code, 0);
  });

  it('announces no source maps, since none are in it', async () => {
    const files = (await runWell('tar', ['-tzf', packed.tarball])).trim().split('\n');
    const scripts = files.filter((file) => file.endsWith('.js'));
    assert.ok(scripts.length > 50);
    for (const file of scripts)
      assert.doesNotMatch(
        await readFile(inPackage(file.replace('package/', '')), 'utf8'),
        /sourceMappingURL/,
        file,
      );
  });

  it('tells a React server component that imports what registers elements how to do it instead', async () => {
    const { code, output } = await run(
      process.execPath,
      [
        '--conditions=react-server',
        '--input-type=module',
        '-e',
        "import 'visma-support-widgets/define'",
      ],
      host,
    );
    assert.equal(code, 1);
    assert.match(output, /'use client'[\s\S]*docs\/frameworks\.md/);
  });

  // All elements at once, and one by itself, since what the one file imports would be there for the other.
  for (const [what, code] of [
    ['all elements', hostCode('define') + ofAllElements],
    ['one element', hostCode('support-request-form/define')],
  ] as const) {
    it(`tells the TypeScript of a host that registers ${what} their events, and its own types are right`, async () => {
      await writeFile(join(host, 'host.mts'), code);
      const flags = ['--noEmit', '--strict', '--skipDefaultLibCheck'];
      flags.push('--target', 'es2022', '--lib', 'es2022,dom,dom.iterable');
      flags.push('--module', 'nodenext', '--moduleResolution', 'nodenext');
      const { code: ended, output } = await runHere(
        'typescript/bin/tsc',
        [...flags, 'host.mts'],
        host,
      );
      assert.equal(ended, 0, output);
    });
  }

  it('has what editors read, with every element in it', async () => {
    const tags = [
      'support-provider',
      'advisory-access-approval',
      'advisory-access-badge',
      'remote-support-download',
      'screenshot-attach',
      'support-request-form',
      'support-request-list',
    ];
    const { tags: inVsCode } = (await readJson('dist/editors/vscode.html-custom-data.json')) as {
      tags: { name: string }[];
    };
    const { contributions, version } = (await readJson(manifest['web-types'])) as {
      contributions: { html: { elements: { name: string }[] } };
      version: string;
    };
    const { modules: described } = (await readJson(manifest.customElements)) as {
      modules: { path: string; declarations: { tagName?: string }[] }[];
    };
    const inManifest = described
      .flatMap(({ declarations }) => declarations)
      .flatMap(({ tagName }) => tagName ?? []);
    for (const names of [
      inVsCode.map(({ name }) => name),
      contributions.html.elements.map(({ name }) => name),
      inManifest,
    ])
      assert.deepEqual(names.sort(), tags.sort());
    assert.equal(version, ((await readJson('package.json')) as { version: string }).version);
    for (const { path } of described) await readFile(inPackage(path));
  });

  it('offers the words of an attribute that takes one of a few', async () => {
    const { tags } = (await readJson('dist/editors/vscode.html-custom-data.json')) as {
      tags: { name: string; attributes: { name: string; values: { name: string }[] }[] }[];
    };
    const kinds = tags
      .find(({ name }) => name === 'support-request-form')
      ?.attributes.find(({ name }) => name === 'kind');
    assert.deepEqual(
      kinds?.values.map(({ name }) => name),
      ['question', 'problem', 'feedback', 'idea'],
    );
  });

  it('leaves out what was built for us alone', async () => {
    const files = (await runWell('tar', ['-tzf', packed.tarball])).trim().split('\n');
    assert.deepEqual(
      files.filter((file) =>
        /\.map$|^package\/docs\/notes\/|^package\/(?!dist\/|docs\/|package\.json$|custom-elements\.json$|README\.md$|CHANGELOG\.md$|LICENSE$)|dist\/(examples|storybook)\//.test(
          file,
        ),
      ),
      [],
    );
    for (const file of [
      'LICENSE',
      'README.md',
      'docs/embedding.md',
      'docs/elements/support-request-form.md',
      'dist/openapi.json',
      'dist/cdn/visma-support-widgets.js',
      'dist/cdn/integrity.json',
      'dist/cdn/licenses.md',
    ])
      assert.ok(files.includes(`package/${file}`), file);
  });
});
