import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { receipt, serviceProfile } from '../../src/contract/index.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const inFolder = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => !/(^|\/)(node_modules|dist)\//.test(path));

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...[...inFolder('docs'), ...inFolder('locales')].filter(
    (path) => path.endsWith('.md') && !path.startsWith('docs/notes/'),
  ),
];
const { files: packedPaths } = JSON.parse(read('package.json')) as { files: readonly string[] };
/** What npm packs whatever `files` says. */
const alwaysPacked = ['README.md', 'LICENSE', 'package.json'];
const isPacked = (path: string) =>
  [...alwaysPacked, ...packedPaths].some(
    (packed) => path === packed || path.startsWith(`${packed}/`),
  );

const prose = (text: string) =>
  text.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '');

/** The name that GitHub and editors give to a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
const anchorsOf = (path: string) =>
  [
    ...read(path)
      .replaceAll(/^```[\s\S]*?^```/gm, '')
      .matchAll(/^#+ (.+)$/gm),
  ].map(([, heading = '']) => anchorOf(heading));

interface Link {
  readonly page: string;
  readonly target: string;
}

const linksOf = (page: string): Link[] =>
  [...prose(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({ page, target }));

const faultOf = ({ page, target }: Link): string | undefined => {
  if (/^[a-z]+:/.test(target)) return undefined;
  const [path = '', anchor] = target.split('#');
  const file = path ? relative(root, join(root, dirname(page), path)) : page;
  if (!existsSync(join(root, file))) return 'is not there';
  if (isPacked(page) && !isPacked(file)) return 'is not in the package';
  if (anchor && !anchorsOf(file).includes(anchor)) return `has no heading #${anchor}`;
  return undefined;
};

describe('the documents', () => {
  it('link to what is there, and from the package to what is in it', () => {
    const broken = pages
      .flatMap(linksOf)
      .map((link) => ({ ...link, fault: faultOf(link) }))
      .filter(({ fault }) => fault);
    assert.deepEqual(
      broken.map(({ page, target, fault }) => `${page}: ${target} ${fault}`),
      [],
    );
    assert.ok(pages.flatMap(linksOf).length > 30);
  });

  it('are all reached from the README or CONTRIBUTING', () => {
    const reached = new Set(['README.md', 'CONTRIBUTING.md']);
    for (const page of reached)
      for (const { target } of linksOf(page)) {
        const file = relative(root, join(root, dirname(page), target.split('#')[0] ?? ''));
        if (pages.includes(file)) reached.add(file);
      }
    assert.deepEqual(
      pages.filter((page) => !reached.has(page)),
      [],
    );
  });

  it('begin with a README of at most 150 lines', () => {
    assert.ok(read('README.md').trimEnd().split('\n').length <= 150);
  });

  it("show answers of one's own endpoint that keep the contract", () => {
    const [profile, answer] = [
      ...read('docs/own-endpoint.md').matchAll(/^```json\n([\s\S]*?)^```/gm),
    ].map(([, json = '']) => JSON.parse(json) as unknown);
    assert.equal(serviceProfile.safeParse(profile).error, undefined);
    assert.equal(receipt.safeParse(answer).error, undefined);
  });

  it('have every rule of the guide that code cites', () => {
    const guide = read('docs/guide.md');
    const rules = new Set([
      ...[...guide.matchAll(/^### (\d\.\d) /gm)].map(([, rule]) => rule),
      ...[...guide.matchAll(/^- \*\*([\d.]+)\*\*/gm)].map(([, rule]) => rule),
    ]);
    const cited = ['src', 'server/src', 'conformance/src', 'examples', 'test']
      .flatMap(inFolder)
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) =>
        [...read(path).matchAll(/\[guide ((?:[\d.]+(?:, )?)+)/g)].flatMap(([, list = '']) =>
          list.split(', ').map((rule) => ({ path, rule })),
        ),
      );
    assert.deepEqual(
      cited
        .filter(({ rule }) => rule && !rules.has(rule))
        .map(({ path, rule }) => `${path}: ${rule}`),
      [],
    );
    assert.ok(cited.length > 30);
  });
});
