/**
 * Translations, in three steps that are one command:
 *
 *   npm run localize         takes new messages from the source into locales/*.xlf and makes the catalogues from them
 *   npm run localize:check   fails where a message has no translation, or where anything is not up to date
 *
 * English stands in the source. Translators work in locales/*.xlf. An element, and each part of it that is loaded later,
 * has a catalogue of its own with all that it says, so that a page asks for one file with each, and pays for no other's words.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import {
  generateMsgIdFromAstNode,
  isLitTemplate,
  isMsgCall,
  isStaticString,
} from '@lit/localize-tools/lib/program-analysis.js';
import { tsImport } from 'tsx/esm/api';
import ts from 'typescript';

const { hash } = await tsImport('../src/localization/message-id.ts', import.meta.url);

const root = path.resolve(import.meta.dirname, '..');
const config = {
  baseDir: root,
  resolve: (file) => path.resolve(root, file),
  sourceLocale: 'en',
  targetLocales: ['fi', 'sv'],
  tsConfig: 'src/tsconfig.json',
  interchange: { format: 'xliff', xliffDir: 'locales' },
  output: { mode: 'runtime', outputDir: 'unused' },
};
const CATALOGUES = 'src/localization/catalogues';

/** The modules that a module needs when it runs, with itself; what it loads later is not among them. */
function modulesOf(entry, sources) {
  const found = new Set();
  const visit = (file) => {
    const source = sources.get(file);
    if (!source || found.has(file)) return;
    found.add(file);
    for (const statement of source.statements) {
      const { moduleSpecifier, importClause } = statement;
      if (!moduleSpecifier || statement.isTypeOnly || importClause?.isTypeOnly) continue;
      const names = importClause?.namedBindings?.elements;
      const isTypes = names?.length && !importClause.name && names.every((name) => name.isTypeOnly);
      if (!isTypes)
        visit(path.join(path.dirname(file), moduleSpecifier.text.replace(/\.js$/, '.ts')));
    }
  };
  visit(entry);
  return found;
}

/** What has a catalogue of its own, by the catalogue's name: each element, and each `x.lazy.ts`. */
function entriesOf(sources) {
  const entries = new Map();
  for (const file of sources.keys()) {
    const folder = path.dirname(file);
    if (file.startsWith('elements/') && file.endsWith('.lazy.ts'))
      entries.set(path.basename(file, '.ts'), file);
    if (path.basename(file) === 'catalogues.ts')
      entries.set(path.basename(folder), path.join(folder, `${path.basename(folder)}.ts`));
  }
  return entries;
}

const tagOf = (file) => file.split('/')[1];
/** Whether this is the catalogue that an element is first painted by. */
const isOfFirstPaint = (name, entries) => name === tagOf(entries.get(name));

/** The ids of the messages that stand in a source file. */
function idsIn(source, checker) {
  const ids = new Set();
  const visit = (node) => {
    if (isMsgCall(node, checker)) {
      const [message] = node.arguments;
      ids.add(
        generateMsgIdFromAstNode(
          isStaticString(message) ? message : message.template,
          isLitTemplate(message),
        ),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return ids;
}

/** Which catalogues need which message: all that is said by what they belong to, without what the element says at first. */
function idsByCatalogue(program) {
  const checker = program.getTypeChecker();
  const sources = new Map(
    program
      .getSourceFiles()
      .map((source) => [path.relative(path.join(root, 'src'), source.fileName), source])
      .filter(([file, source]) => !source.isDeclarationFile && !file.startsWith('..')),
  );
  const ids = new Map([...sources].map(([file, source]) => [file, idsIn(source, checker)]));
  const entries = entriesOf(sources);
  const idsOf = (name) =>
    new Set([...modulesOf(entries.get(name), sources)].flatMap((file) => [...ids.get(file)]));
  const found = new Map();
  for (const [name, file] of entries) {
    const first = isOfFirstPaint(name, entries) ? new Set() : idsOf(tagOf(file));
    const own = [...idsOf(name)].filter((id) => !first.has(id));
    if (own.length) found.set(name, new Set(own));
  }
  const spoken = new Set([...found.values()].flatMap((own) => [...own]));
  for (const [file, own] of ids) {
    if ([...own].some((id) => !spoken.has(id)))
      throw new Error(`No catalogue has the messages of src/${file}`);
  }
  return { found, ofFirstPaint: [...found.keys()].filter((name) => isOfFirstPaint(name, entries)) };
}

/** The id by which a catalogue holds a message. */
const idOf = ({ contents }) =>
  hash(contents.map((part) => (typeof part === 'string' ? part : '\0')).join(''));

function assertIdsDiffer(messages) {
  const seen = new Map();
  for (const message of messages) {
    const other = seen.get(idOf(message));
    if (other)
      throw new Error(
        `Two messages have the same id: ${message.name}, ${other}. Take more of the hash in message-id.ts.`,
      );
    seen.set(idOf(message), message.name);
  }
}

const NO_BREAK = '\u00a0';

/** No line ends between *klo* or *kl.* and the time, between a number and its unit, or within a number. */
const unbroken = (parts) =>
  parts.map((part, index) => {
    if (typeof part !== 'string') return part;
    const text = part.replaceAll(/(?<=\d) (?=\d)/g, NO_BREAK);
    const beforeTime = index < parts.length - 1 ? /(?<=\b(?:klo|kl\.)) $/ : undefined;
    const beforeUnit = index > 0 ? /^ (?=(?:h|min)\b)/ : undefined;
    return [beforeTime, beforeUnit].reduce(
      (kept, space) => (space ? kept.replace(space, NO_BREAK) : kept),
      text,
    );
  });

const escaped = (text) =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll(NO_BREAK, '\\u00a0');
const inTemplate = (text) =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('`', '\\`')
    .replaceAll('${', '\\${')
    .replaceAll(NO_BREAK, '\\u00a0');

/** A translation as TypeScript. Placeholders are the numbers of the source's expressions. */
function literal(message, translation) {
  const contents = unbroken(translation.contents);
  if (message.tag === undefined) return `'${escaped(contents.join(''))}'`;
  if (message.tag !== 'str')
    throw new Error(`Only texts are translated, not templates: ${message.file.fileName}`);
  const parts = contents.map((part) =>
    typeof part === 'string' ? inTemplate(part) : `\${${part.index}}`,
  );
  return `str\`${parts.join('')}\``;
}

function catalogue(ids, messages, translations) {
  const lines = messages
    .filter((message) => ids.has(message.name) && translations.has(message.name))
    .map((message) => `  ${idOf(message)}: ${literal(message, translations.get(message.name))},`)
    .sort();
  const body = lines.join('\n');
  const imports = [
    body.includes('str`') && "import { str } from '@lit/localize/internal/str-tag.js';",
    "import type { TemplateMap } from '@lit/localize/internal/types.js';",
  ].filter(Boolean);
  return `${imports.join('\n')}\n\n/** Made by \`npm run localize\` from locales/; edit there. */\nexport const templates: TemplateMap = {\n${body}\n};\n`;
}

/** The files that belong to the translations as they stand: path → content. */
function cataloguesOf(localizer) {
  const { messages } = localizer.extractSourceMessages();
  assertIdsDiffer(messages);
  const { translations } = localizer.readTranslationsSync();
  const files = new Map();
  // A page that knows its language imports the first words of all elements as one more file: a module that is imported both
  // statically and dynamically would be a chunk of its own for each element.
  const { found, ofFirstPaint } = idsByCatalogue(localizer.program);
  for (const locale of config.targetLocales) {
    const byId = new Map(
      (translations.get(locale) ?? []).map((message) => [message.name, message]),
    );
    for (const [name, ids] of found)
      files.set(`${CATALOGUES}/${locale}/${name}.ts`, catalogue(ids, messages, byId));
    files.set(
      `${CATALOGUES}/${locale}/first-paint.ts`,
      catalogue(new Set(ofFirstPaint.flatMap((name) => [...found.get(name)])), messages, byId),
    );
  }
  return files;
}

function missingTranslations(localizer) {
  const { messages } = localizer.extractSourceMessages();
  const { translations } = localizer.readTranslationsSync();
  return config.targetLocales.flatMap((locale) => {
    const known = new Set((translations.get(locale) ?? []).map(({ name }) => name));
    const missing = messages.filter(({ name }) => !known.has(name));
    return missing.map(({ contents, file }) => {
      const text = contents.map((part) => part.untranslatable ?? part).join('');
      return `locales/${locale}.xlf: no translation of "${text}" (${path.relative(root, file.fileName)})`;
    });
  });
}

const xliffs = config.targetLocales.map((locale) => `locales/${locale}.xlf`);
const read = (file) => readFile(path.join(root, file), 'utf8').catch(() => '');
const readAll = async (files) =>
  new Map(await Promise.all(files.map(async (file) => [file, await read(file)])));

async function update() {
  await new RuntimeLitLocalizer(config).writeInterchangeFiles();
  const localizer = new RuntimeLitLocalizer(config);
  localizer.assertTranslationsAreValid();
  await rm(path.join(root, CATALOGUES), { recursive: true, force: true });
  for (const [file, content] of cataloguesOf(localizer)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), content);
  }
  return missingTranslations(localizer);
}

async function check() {
  const before = await readAll(xliffs);
  const localizer = new RuntimeLitLocalizer(config);
  const wrong = [...missingTranslations(localizer), ...localizer.validateTranslations().errors];
  const expected = cataloguesOf(localizer);
  const found = await readAll([...expected.keys()]);
  for (const [file, content] of expected) {
    if (found.get(file) !== content)
      wrong.push(`${file} is not up to date: run "npm run localize"`);
  }
  await localizer.writeInterchangeFiles();
  const after = await readAll(xliffs);
  for (const [file, content] of before) {
    if (after.get(file) === content) continue;
    wrong.push(`${file} is not up to date: run "npm run localize"`);
    await writeFile(path.join(root, file), content);
  }
  return wrong;
}

const wrong = process.argv[2] === 'check' ? await check() : await update();
for (const line of wrong) console.error(line);
console.log(
  wrong.length ? `${wrong.length} translations to mend.` : 'Every message is translated.',
);
process.exitCode = wrong.length ? 1 : 0;
