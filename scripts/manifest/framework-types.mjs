import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'dist/types');

const comment = ({ description }) => `  /** ${description.replaceAll(/\s+/g, ' ')} */\n`;

const block = (name, lines) => `export interface ${name} {\n${lines.join('\n')}\n}\n`;

const property =
  ({ name: element }) =>
  (field) =>
    `${comment(field)}  ${field.name}?: ${element}['${field.name}'] | undefined;`;

/** In markup a number is written as text. */
const attribute =
  ({ name: element }) =>
  ({ name, fieldName, ...rest }) =>
    `${comment(rest)}  '${name}'?: Written<${element}['${fieldName}']>;`;

const event = (one) => `${comment(one)}  '${one.name}': ${one.type.text};`;

const typesOf = (element) => {
  const { name, tagName, members = [], attributes = [], events = [] } = element;
  const settable = members.filter(
    ({ kind, static: isStatic, readonly, description }) =>
      kind === 'field' && !isStatic && !readonly && description,
  );
  const hyphenated = attributes.filter((attribute) => attribute.name !== attribute.fieldName);
  return {
    text: [
      block(`${name}Properties`, settable.map(property(element))),
      block(`${name}Attributes`, hyphenated.map(attribute(element))),
      block(`${name}Events`, events.map(event)),
    ].join('\n'),
    row: `  '${tagName}': { element: ${name}; properties: ${name}Properties; attributes: ${name}Attributes; events: ${name}Events };`,
    imports: [name, ...events.map(({ type }) => type.text)],
  };
};

/**
 * Writes `dist/types`: what each element takes and tells, with its descriptions, and beside it what React, Vue and Svelte
 * make of that (`types/`). Everything refers to the classes; nothing says a type twice.
 */
export const frameworkTypes = () => ({
  name: 'framework-types',
  packageLinkPhase({ customElementsManifest }) {
    const elements = customElementsManifest.modules
      .flatMap(({ declarations }) => declarations)
      .filter(({ tagName }) => tagName);
    const types = elements.map(typesOf);
    const imports = [...new Set(types.flatMap((one) => one.imports))].sort();
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'elements.d.ts'),
      [
        `import type { ${imports.join(', ')} } from '../index.js';\n`,
        `type Written<T> = T | (T extends number ? \`\${number}\` : never) | undefined;\n`,
        ...types.map(({ text }) => text),
        block(
          'SupportElements',
          types.map(({ row }) => row),
        ),
      ].join('\n'),
    );
    cpSync(join(root, 'types'), folder, { recursive: true });
    // For who imports them in a module, and not as types alone.
    for (const file of readdirSync(join(root, 'types')))
      writeFileSync(join(folder, file.replace(/\.d\.ts$/, '.js')), 'export {};\n');
  },
});
