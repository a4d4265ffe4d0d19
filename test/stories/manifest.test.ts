import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { makeManifest } from './storybook.js';

const root = join(import.meta.dirname, '../..');

interface Item {
  readonly name?: string;
  readonly description?: string;
  readonly default?: string;
}

interface Declaration extends Item {
  readonly tagName?: string;
  readonly attributes?: readonly Item[];
  readonly members?: readonly Item[];
  readonly events?: readonly Item[];
  readonly slots?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssProperties?: readonly Item[];
}

const namesOf = (items: readonly Item[] = []) => items.map(({ name }) => name);

describe('the manifest of the elements', () => {
  let elements: readonly Declaration[] = [];
  before(async () => {
    await makeManifest();
    const { modules } = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8')) as {
      modules: { declarations: Declaration[] }[];
    };
    elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
  });

  it('has every element by its tag', () => {
    const tags = ['support-provider', ...readdirSync(join(root, 'src/elements'))];
    for (const tag of tags)
      assert.ok(
        elements.some(({ tagName }) => tagName === tag),
        tag,
      );
  });

  it('has what elements take from their base class', () => {
    for (const { tagName, attributes, members, events } of elements) {
      for (const name of [
        'endpoint',
        'credentials',
        'csrf-cookie',
        'csrf-header',
        'locale',
        'phone',
        'email',
      ]) {
        assert.ok(namesOf(attributes).includes(name), `${tagName}: ${name}`);
      }
      for (const name of ['accessToken', 'headers', 'client'])
        assert.ok(namesOf(members).includes(name), `${tagName}: ${name}`);
      assert.ok(namesOf(events).includes('support-sign-in-required'), tagName);
    }
  });

  it('describes everything in a sentence', () => {
    for (const {
      tagName,
      description,
      attributes = [],
      events = [],
      slots = [],
      cssParts = [],
      cssProperties = [],
    } of elements) {
      assert.ok(description, tagName);
      for (const item of [...attributes, ...events, ...slots, ...cssParts, ...cssProperties]) {
        assert.ok(item.name !== undefined && item.description, `${tagName}: ${item.name}`);
      }
    }
  });

  it('has the custom properties with the defaults of the styles', () => {
    const styles = readFileSync(join(root, 'src/ui/tokens.styles.ts'), 'utf8');
    const tokens = [...styles.matchAll(/var\((--support-[\w-]+)/g)].map(([, name]) => name);
    assert.equal(tokens.length, 37);
    for (const { tagName, cssProperties = [] } of elements) {
      assert.deepEqual(namesOf(cssProperties), tokens, tagName);
      for (const property of cssProperties)
        assert.ok(
          property.default &&
            // What is derived from another property is told by that one's public name.
            styles.includes(property.default.replaceAll('var(--support-', 'var(--_')),
          property.name,
        );
    }
  });

  it('is what the pages of documentation say', async () => {
    await promisify(execFile)(process.execPath, ['scripts/docs.mjs', 'check'], { cwd: root });
  });

  it('keeps to itself what no host may use', () => {
    for (const { members = [] } of elements) {
      for (const name of [
        'state',
        'later',
        'announcement',
        'surroundings',
        'connection',
        'render',
        'settings',
        'provided',
        'paste',
        'formResetCallback',
      ])
        assert.ok(!namesOf(members).includes(name), name);
    }
  });
});
