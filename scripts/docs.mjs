/**
 * The pages of documentation, from the manifest:
 *
 *   npm run docs         writes a page an element into docs/elements, with what docs/notes says of it, and one of what all have
 *   npm run docs:check   fails where one is not up to date
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/elements');

const manifest = JSON.parse(await readFile(join(root, 'custom-elements.json'), 'utf8'));
const declarations = manifest.modules.flatMap((module) => module.declarations);
const elements = declarations.filter(({ tagName }) => tagName);
const base = declarations.find(({ name }) => name === 'SupportElement');

const own = (items = []) => items.filter(({ inheritedFrom }) => !inheritedFrom);
const code = (text) => (text ? `\`${text}\`` : '');
const inCell = (text = '') => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const typeOf = ({ type }) => code(type?.text.replace(/ \| undefined$/, ''));

/** A heading and its table; nothing where there are no rows. */
const table = (title, head, rows) => {
  if (rows.length === 0) return [];
  const line = (cells) => `| ${cells.map(inCell).join(' | ')} |`;
  return [`## ${title}`, [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')];
};

const parametersOf = ({ parameters = [] }) =>
  parameters.map(({ name }) => name.replace(/^\{.*\}$/, 'values')).join(', ');

const sections = ({ attributes, members, events, slots, cssParts, cssProperties }) => {
  const alone = own(members).filter((member) => !member.static && !member.attribute);
  return [
    ...table(
      'Attributes',
      ['attribute', 'property', 'type', 'what it is'],
      own(attributes).map((one) => [
        code(one.name),
        code(one.fieldName),
        typeOf(one),
        one.description,
      ]),
    ),
    ...table(
      'Properties without an attribute',
      ['property', 'type', 'what it is'],
      alone
        .filter(({ kind }) => kind === 'field')
        .map((one) => [
          code(one.name),
          typeOf(one),
          `${one.description}${one.readonly ? ' Read only.' : ''}`,
        ]),
    ),
    ...table(
      'Methods',
      ['method', 'returns', 'what it does'],
      alone
        .filter(({ kind }) => kind === 'method')
        .map((one) => [
          code(`${one.name}(${parametersOf(one)})`),
          code(one.return?.type.text),
          one.description,
        ]),
    ),
    ...table(
      'Events',
      ['event', 'class', 'when'],
      own(events).map((one) => [code(one.name), typeOf(one), one.description]),
    ),
    ...table(
      'Slots',
      ['slot', 'what it is for'],
      own(slots).map((one) => [one.name ? code(one.name) : 'default', one.description]),
    ),
    ...table(
      'Parts',
      ['part', 'what it is'],
      own(cssParts).map((one) => [code(`::part(${one.name})`), one.description]),
    ),
    ...table(
      'Custom properties',
      ['property', 'what it colours or shapes', 'default'],
      own(cssProperties).map((one) => [code(one.name), one.description, code(one.default)]),
    ),
  ];
};

const made =
  '<!-- Made by `npm run docs` from the doc comments in src/ and the notes in docs/notes/; edit there. -->';
/** What a host has to know of an element beyond its names. */
const notesOf = async ({ tagName }) => {
  const notes = await readFile(join(root, 'docs/notes', `${tagName}.md`), 'utf8').catch(() => '');
  return notes ? [`## What to know\n\n${notes.trim()}`] : [];
};
const page = (title, paragraphs) => `${[made, `# ${title}`, ...paragraphs].join('\n\n')}\n`;

const pageOf = async (element) =>
  page(code(`<${element.tagName}>`), [
    element.description,
    `\`\`\`html\n${element.example}\n\`\`\``,
    `Registered by \`import 'visma-support-widgets/${element.tagName}/define'\`; the class alone is \`visma-support-widgets/${element.tagName}\`.`,
    ...(await notesOf(element)),
    ...sections(element),
    'What every element has besides is on [a page of its own](every-element.md).',
  ]);

const pages = new Map([
  ...(await Promise.all(
    elements.map(async (element) => [`${element.tagName}.md`, await pageOf(element)]),
  )),
  ['every-element.md', page('What every element has', [base.description, ...sections(base)])],
]);

const written = await Promise.all(
  [...pages.keys()].map((name) => readFile(join(folder, name), 'utf8').catch(() => '')),
);
const stale = [...pages].filter(([, text], index) => written[index] !== text).map(([name]) => name);

if (process.argv[2] === 'check') {
  for (const name of stale)
    console.error(`docs/elements/${name} is not up to date: run "npm run docs"`);
  process.exitCode = stale.length ? 1 : 0;
} else {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, text] of pages) await writeFile(join(folder, name), text);
  console.log(`${pages.size} pages in docs/elements`);
}
