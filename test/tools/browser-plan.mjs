import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The suites that run in browsers, in pages of the test runner. */
export const browserSuites = [
  'client',
  'context',
  'attachments',
  'controllers',
  'localization',
  'ui',
  'elements',
];

/** The model of attachments needs no browser, unlike their import, which decodes them. */
const needsNone = (file) => /^test\/attachments\/[^/]+$/.test(file);

/** @param {string} file a test file's path from the root */
export const isInBrowser = (file) => browserSuites.includes(file.split('/')[1]) && !needsNone(file);

/**
 * What engines do differently, and so is tested in each: the network's failures, `Intl`, URLs, focus and real keys, form
 * association, clipboard, drag, canvas and codecs, dialogs and popovers, IndexedDB, cryptography, files that are saved. Everything else is logic
 * that an engine can't change, and runs in the first browser that is here. CONTRIBUTING.md has the table.
 */
const inEveryEngine = [
  'client/endpoint',
  'client/failures',
  'client/fault-gate',
  'client/upload',
  'attachments/import/docx.csp',
  'attachments/import/encoders',
  'attachments/import/hostile.csp',
  'attachments/import/real-pictures.csp',
  'localization/file-size',
  'localization/formats',
  'ui/input',
  'ui/link',
  'ui/weekly-hours',
  'elements/advisory-access-approval/layout',
  'elements/advisory-access-approval/log',
  'elements/day-and-time',
  'elements/remote-support-download/panel',
  'elements/screenshot-attach/editor',
  'elements/screenshot-attach/editor-interrupted',
  'elements/screenshot-attach/form-associated',
  'elements/screenshot-attach/paste',
  'elements/screenshot-attach/photographs',
  'elements/screenshot-attach/read-clipboard',
  'elements/screenshot-attach/render',
  'elements/screenshot-attach/screenshot-attach',
  'elements/screenshot-attach/upload',
  'elements/support-request-form/early-paste',
  'elements/support-request-form/hand-over-text',
  'elements/support-request-form/kept-pictures',
  'elements/support-request-form/lists',
  'elements/support-request-form/problems-focus',
  'elements/support-request-list/focus',
  'elements/support-request-list/replies',
].map((name) => `test/${name}.test.ts`);

/** Files whose tests need a page where nothing has been loaded that other tests load. */
const onOwnPage = [
  'context/define-element',
  'context/late-provider',
  // After a press Firefox asks in a menu before it gives the clipboard.
  'elements/screenshot-attach/read-clipboard',
  'elements/support-request-form/early-paste',
].map((name) => `test/${name}.test.ts`);

/** Of the files of one page together: its tests are to end within the runner's limit on a busy computer too. */
const mostBytesOnPage = 25_000;

const testFiles = (suite) =>
  readdirSync(join(root, 'test', suite), { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => ['test', suite, ...file.split(sep)].join('/'))
    .filter(isInBrowser)
    .sort();

/**
 * Which files run where.
 *
 * @param {readonly string[]} suites
 * @param {readonly string[]} [chosen] these files alone
 * @returns {{ everyEngine: string[], oneEngine: string[] }} paths below the root
 */
export const planBrowserTests = (suites, chosen) => {
  const files = suites.flatMap(testFiles).filter((file) => chosen?.includes(file) ?? true);
  if (files.length === 0) throw new Error(`There is no such test file: ${chosen?.join(', ')}`);
  const all = new Set(browserSuites.flatMap(testFiles));
  for (const file of inEveryEngine) {
    if (!all.has(file)) throw new Error(`browser-plan.mjs names ${file}, which is not there`);
  }
  return {
    everyEngine: files.filter((file) => inEveryEngine.includes(file)),
    oneEngine: files.filter((file) => !inEveryEngine.includes(file)),
  };
};

/** Files of one folder stand on one page; those named `*.csp.test.ts` need a page with the policy. */
const folderOf = (file) => {
  const [, suite, folder] = file.replace(/[^/]*$/, '').split('/');
  const strict = file.endsWith('.csp.test.ts') ? '.csp' : '';
  return [suite, folder].filter(Boolean).join('-') + strict;
};

/**
 * On which pages files run: a page of its own costs a file more than most files' tests, since everything is loaded anew.
 *
 * @param {string} group where they run, which the names of the pages begin with
 * @param {readonly string[]} files
 * @returns {{ name: string, files: string[] }[]}
 */
export const pagesOf = (group, files) => {
  const pages = [];
  for (const file of files) {
    const folder = folderOf(file);
    const { size } = statSync(join(root, file));
    const hasRoom = (page) => page.folder === folder && page.size + size <= mostBytesOnPage;
    const page = onOwnPage.includes(file) ? undefined : pages.find(hasRoom);
    if (page) {
      page.files.push(file);
      page.size += size;
    } else {
      pages.push({ folder, files: [file], size: onOwnPage.includes(file) ? Infinity : size });
    }
  }
  return pages.map(({ folder, files: those }, index) => ({
    name: `${group}/${index + 1}-${folder}`,
    files: those,
  }));
};
