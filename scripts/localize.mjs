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

/**
 * The catalogue that a source file speaks by: that of the nearest folder around it which has a `catalogues.ts`, or its own,
 * where `x.catalogues.ts` stands beside `x.ts`. A part that is loaded later has its words loaded with it.
 */
function catalogueOf(file, folders, names) {
  const ofFile = file.replace(/\.ts$/, '');
  if (names.has(`${ofFile}.catalogues.ts`)) return path.basename(ofFile);
  for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder)) {
    if (folders.has(folder)) return folder.split(path.sep).slice(1).join('-');
  }
  return SHARED;
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
  const names = new Set(own.map(([file]) => file));
  for (const [file, source] of own) {
    const name = catalogueOf(file, folders, names);
    const ids = found.get(name) ?? new Set();
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
    if (ids.size) found.set(name, ids);
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
