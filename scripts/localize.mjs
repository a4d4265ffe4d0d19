/**
 * Translations, in three steps that are one command:
 *
 *   npm run localize         takes new messages from the source into locales/*.xlf and makes the catalogues from them
 *   npm run localize:check   fails where a message has no translation, or where anything is not up to date
 *
 * English stands in the source. Translators work in locales/*.xlf. An element, and each part of it that is loaded later,
 * has a catalogue of its own, so that a page pays for no other's words; what several say is in the catalogue `shared`.
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
const SHARED = 'shared';
const CATALOGUES = 'src/localization/catalogues';

/** The modules of a folder that a module needs when it runs, with itself; what it loads later is not among them. */
function modulesOf(entry, folder, sources) {
  const found = new Set();
  const visit = (file) => {
    const source = sources.get(file);
    if (!source || found.has(file) || !file.startsWith(folder + path.sep)) return;
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

/**
 * The catalogues that a source file speaks by: that of the nearest folder around it which has a `catalogues.ts`, or its own,
 * where `x.catalogues.ts` stands beside `x.ts`. In an element, what only its `x.lazy.ts` needs speaks by the catalogue `x.lazy`,
 * which is loaded with it.
 */
function cataloguesOfFile(file, folders, sources) {
  const ofFile = file.replace(/\.ts$/, '');
  if (sources.has(`${ofFile}.catalogues.ts`)) return [path.basename(ofFile)];
  let folder = path.dirname(file);
  while (folder !== '.' && !folders.has(folder)) folder = path.dirname(folder);
  if (folder === '.') return [SHARED];
  const entry = path.join(folder, `${path.basename(folder)}.ts`);
  const later = [...sources.keys()].filter(
    (other) => other.startsWith(folder + path.sep) && other.endsWith('.lazy.ts'),
  );
  const needs = (one) => modulesOf(one, folder, sources).has(file);
  const ofLater = needs(entry) ? [] : later.filter(needs);
  return ofLater.length
    ? ofLater.map((one) => path.basename(one, '.ts'))
    : [folder.split(path.sep).slice(1).join('-')];
}

/** Which catalogues need which message. */
function idsByCatalogue(program) {
  const found = new Map([[SHARED, new Set()]]);
  const checker = program.getTypeChecker();
  const files = program
    .getSourceFiles()
    .map((source) => [path.relative(path.join(root, 'src'), source.fileName), source]);
  const own = files.filter(([file, source]) => !source.isDeclarationFile && !file.startsWith('..'));
  const folders = new Set(
    own
      .filter(([file]) => path.basename(file) === 'catalogues.ts')
      .map(([file]) => path.dirname(file)),
  );
  const sources = new Map(own);
  for (const [file, source] of own) {
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
    if (!ids.size) continue;
    for (const name of cataloguesOfFile(file, folders, sources))
      found.set(name, new Set([...(found.get(name) ?? []), ...ids]));
  }
  return found;
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

const escaped = (text) =>
  text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n');
const inTemplate = (text) =>
  text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');

/** A translation as TypeScript. Placeholders are the numbers of the source's expressions. */
function literal(message, translation) {
  if (message.tag === undefined) return `'${escaped(translation.contents.join(''))}'`;
  if (message.tag !== 'str')
    throw new Error(`Only texts are translated, not templates: ${message.file.fileName}`);
  const parts = translation.contents.map((part) =>
    typeof part === 'string' ? inTemplate(part) : `\${${part.index}}`,
  );
  return `str\`${parts.join('')}\``;
}

function catalogue(name, ids, messages, translations) {
  const lines = messages
    .filter((message) => ids.has(message.name) && translations.has(message.name))
    .map((message) => `  ${idOf(message)}: ${literal(message, translations.get(message.name))},`)
    .sort();
  const body = lines.join('\n');
  const imports = [
    body.includes('str`') && "import { str } from '@lit/localize/internal/str-tag.js';",
    "import type { TemplateMap } from '@lit/localize/internal/types.js';",
    name !== SHARED && `import { templates as shared } from './${SHARED}.js';`,
  ].filter(Boolean);
  const start = name === SHARED ? '' : '  ...shared,\n';
  return `${imports.join('\n')}\n\n/** Made by \`npm run localize\` from locales/; edit there. */\nexport const templates: TemplateMap = {\n${start}${body}\n};\n`;
}

/** The files that belong to the translations as they stand: path → content. */
function cataloguesOf(localizer) {
  const { messages } = localizer.extractSourceMessages();
  assertIdsDiffer(messages);
  const { translations } = localizer.readTranslationsSync();
  const files = new Map();
  for (const locale of config.targetLocales) {
    const byId = new Map(
      (translations.get(locale) ?? []).map((message) => [message.name, message]),
    );
    for (const [name, ids] of idsByCatalogue(localizer.program)) {
      files.set(`${CATALOGUES}/${locale}/${name}.ts`, catalogue(name, ids, messages, byId));
    }
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
