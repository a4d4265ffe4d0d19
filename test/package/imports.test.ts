import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { configs } from 'typescript-eslint';

const root = join(import.meta.dirname, '../..');

/** The project's own configuration, without the rules that need a file's types: the files of this test don't exist. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    files: ['**/*.ts'],
    ...configs.disableTypeChecked,
  } as ESLint.Options['overrideConfig'] & object,
});

async function isRefused(file: string, statement: string): Promise<boolean> {
  const [result] = await eslint.lintText(`${statement}\n`, { filePath: join(root, file) });
  const messages = result?.messages ?? [];
  assert.deepEqual(
    messages.filter(({ fatal }) => fatal),
    [],
  );
  return messages.some(({ ruleId }) => ruleId === 'support/one-way-imports');
}

const layers = {
  contract: ['subject'],
  client: ['client'],
  context: ['settings'],
  attachments: ['edits'],
  controllers: ['opening-hours-controller'],
  ui: ['field'],
  localization: ['language'],
  elements: ['support-request-form/support-request-form'],
} as const;
type Layer = keyof typeof layers;

const order: readonly (readonly Layer[])[] = [
  ['contract'],
  ['client'],
  ['context'],
  ['attachments'],
  ['controllers', 'ui', 'localization'],
  ['elements'],
];
const height = (layer: Layer): number => order.findIndex((level) => level.includes(layer));
const names = Object.keys(layers) as Layer[];

/** How a file two folders deep, as those of an element are, would name a file of a layer. */
const pathTo = (layer: Layer): string => `../../${layer}/${layers[layer][0]}.js`;

describe('imports point one way', () => {
  for (const from of names) {
    for (const to of names.filter((name) => name !== from)) {
      const isUp = height(to) > height(from);
      it(`src/${from} ${isUp ? 'may not' : 'may'} import from src/${to}`, async () => {
        assert.equal(
          await isRefused(`src/${from}/some-part/file.ts`, `import '${pathTo(to)}';`),
          isUp,
        );
      });
    }
  }

  it('sees an import in every form', async () => {
    const path = '../elements/support-request-form/support-request-form.js';
    for (const statement of [
      `import { a } from '${path}'; a();`,
      `import type { A } from '${path}'; export type B = A;`,
      `export { a } from '${path}';`,
      `export * from '${path}';`,
      `export const load = () => import('${path}');`,
      `export type A = import('${path}').A;`,
    ]) {
      assert.equal(await isRefused('src/client/file.ts', statement), true, statement);
    }
  });

  it('lets what hosts test with stand on the client alone, and nothing stand on it', async () => {
    const file = 'src/testing/page-objects/file.ts';
    assert.equal(await isRefused(file, `import '${pathTo('client')}';`), false);
    assert.equal(await isRefused(file, `import '${pathTo('elements')}';`), true);
    assert.equal(await isRefused(file, "import { html } from 'lit';"), true);
    for (const from of names)
      assert.equal(
        await isRefused(`src/${from}/some-part/file.ts`, "import '../../testing/index.js';"),
        true,
        from,
      );
  });

  it('keeps Lit out of the client and of the model of attachments', async () => {
    for (const layer of ['client', 'attachments'])
      assert.equal(await isRefused(`src/${layer}/file.ts`, "import { html } from 'lit';"), true);
    assert.equal(await isRefused('src/ui/file.ts', "import { html } from 'lit';"), false);
  });

  it("lets an element use another one's public face, and nothing else of it", async () => {
    const file = 'src/elements/support-request-form/file.ts';
    assert.equal(
      await isRefused(file, "import '../screenshot-attach/screenshot-attach.js';"),
      false,
    );
    assert.equal(
      await isRefused(file, "import '../screenshot-attach/screenshot-attach.define.js';"),
      false,
    );
    assert.equal(
      await isRefused(file, "import '../screenshot-attach/screenshot-attach.events.js';"),
      true,
    );
    assert.equal(await isRefused(file, "import '../screenshot-attach/editor/canvas.js';"), true);
    assert.equal(
      await isRefused(
        'src/elements/support-request-form/fields/file.ts',
        "import '../../screenshot-attach/pictures.js';",
      ),
      true,
    );
    assert.equal(await isRefused(file, "import './fields/contact.js';"), false);
  });

  it('lets the endpoint import the contract, and nothing else of the package', async () => {
    assert.equal(
      await isRefused('server/src/http/file.ts', "import '../../../src/contract/index.js';"),
      false,
    );
    assert.equal(
      await isRefused('server/src/http/file.ts', "import '../storage/database.js';"),
      false,
    );
    assert.equal(
      await isRefused('server/src/http/file.ts', "import '../../../src/client/client.js';"),
      true,
    );
    assert.equal(
      await isRefused('server/src/http/file.ts', "import '../../../test/tools/gate.js';"),
      true,
    );
  });

  it('lets the conformance check import the contract, and nothing else', async () => {
    assert.equal(
      await isRefused('conformance/src/checks/file.ts', "import '../../../src/contract/index.js';"),
      false,
    );
    assert.equal(
      await isRefused('conformance/src/checks/file.ts', "import '../answer.js';"),
      false,
    );
    assert.equal(
      await isRefused('conformance/src/checks/file.ts', "import '../../../src/client/client.js';"),
      true,
    );
    assert.equal(
      await isRefused('conformance/src/checks/file.ts', "import '../../../server/src/demo.js';"),
      true,
    );
  });

  it('lets the package import nothing from outside of src', async () => {
    assert.equal(await isRefused('src/client/file.ts', "import '../../server/src/demo.js';"), true);
    assert.equal(await isRefused('src/ui/file.ts', "import '../tools/gate.js';"), true);
  });

  it('lets the contract import zod/mini alone, and nobody the classic zod', async () => {
    assert.equal(await isRefused('src/contract/file.ts', "import 'zod/mini';"), false);
    assert.equal(await isRefused('src/contract/file.ts', "import 'lit';"), true);
    assert.equal(await isRefused('src/contract/file.ts', "import 'node:crypto';"), true);
    for (const folder of [
      'src/contract',
      'src/elements/screenshot-attach',
      'server/src',
      'test/contract',
      'examples',
    ]) {
      for (const entry of ['zod', 'zod/v4', 'zod/v3'])
        assert.equal(
          await isRefused(`${folder}/file.ts`, `import '${entry}';`),
          true,
          `${folder} ${entry}`,
        );
    }
  });

  it('lets the client work without Lit', async () => {
    assert.equal(await isRefused('src/client/file.ts', "import 'lit';"), true);
    assert.equal(await isRefused('src/client/file.ts', "import '@lit/context';"), true);
  });
});
