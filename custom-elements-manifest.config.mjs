import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { frameworkTypes } from './scripts/manifest/framework-types.mjs';
import { shippedModules } from './scripts/manifest/shipped-modules.mjs';
import { wordsOfAttributes } from './scripts/manifest/words.mjs';

const styles = readFileSync(join(import.meta.dirname, 'src/ui/tokens.styles.ts'), 'utf8');

/** The defaults of the custom properties, from the one place that has them. */
const tokenDefaults = new Map(
  [...styles.matchAll(/var\((--support-[\w-]+), (.+)\);$/gm)].map(([, name, value]) => [
    name,
    // What is derived from another property is told by that one's public name.
    value.replaceAll('var(--_', 'var(--support-'),
  ]),
);

/** The tags that `.define.ts` modules give by `defineElement(tag, Class)`, which the analyzer doesn't know. */
const tagsOfElements = () => {
  const tags = new Map();
  return {
    name: 'tags-of-elements',
    analyzePhase({ ts, node }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'defineElement') return;
      const [tag, element] = node.arguments;
      tags.set(element.text, tag.text);
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const declaration of customElementsManifest.modules.flatMap(
        ({ declarations }) => declarations,
      )) {
        const tagName = tags.get(declaration.name);
        if (tagName) Object.assign(declaration, { tagName, customElement: true });
      }
    },
  };
};

/** The example of each class, which the analyzer leaves out. */
const examplesOfElements = () => ({
  name: 'examples-of-elements',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const [example] = ts.getJSDocTags(node).filter(({ tagName }) => tagName.text === 'example');
    const [, code] =
      /```html\n([\s\S]*?)\n```/.exec(ts.getTextOfJSDocComment(example?.comment) ?? '') ?? [];
    const declaration = moduleDoc.declarations.find(({ name }) => name === node.name.text);
    if (code && declaration) declaration.example = code;
  },
});

/** What the browser asks of a class, and no host. */
const platform = /^(?:formAssociated|shadowRootOptions|form\w+Callback)$/;

/** The elements and what a host may use of them; what they are made of is nobody's business. */
const publicFace = () => ({
  name: 'public-face',
  packageLinkPhase({ customElementsManifest }) {
    customElementsManifest.modules = customElementsManifest.modules.filter(({ declarations }) =>
      declarations.some(({ customElement }) => customElement),
    );
    for (const declaration of customElementsManifest.modules.flatMap(
      ({ declarations }) => declarations,
    )) {
      declaration.members = declaration.members?.filter(
        ({ name, privacy = 'public' }) =>
          privacy === 'public' && !name.startsWith('#') && !platform.test(name),
      );
      // A `dispatchEvent` that says no name is described by a `@fires` that does.
      declaration.events = declaration.events?.filter(({ name }) => name);
    }
  },
});

/** Every custom property that the styles read is described, once, on the base class of the elements. */
const describedTokens = () => ({
  name: 'described-tokens',
  packageLinkPhase({ customElementsManifest }) {
    for (const {
      name,
      customElement,
      cssProperties = [],
    } of customElementsManifest.modules.flatMap(({ declarations }) => declarations)) {
      if (!customElement) continue;
      const missing = [...tokenDefaults.keys()].filter(
        (token) => !cssProperties.some((property) => property.name === token),
      );
      if (missing.length > 0)
        throw new Error(`${name} has no @cssproperty for ${missing.join(', ')}`);
      for (const property of cssProperties) property.default = tokenDefaults.get(property.name);
    }
  },
});

const inPackage = { outdir: 'dist/editors', hideLogs: true };

/**
 * `npm run manifest` writes custom-elements.json, which Storybook and others read, and from it into dist what editors and
 * type checkers read.
 */
export default {
  globs: ['src/context/support-*.ts', 'src/elements/*/*.ts'],
  // Files are found in an order that varies between runs, and the order of the manifest follows it.
  overrideModuleCreation: ({ ts, globs: files }) =>
    files
      .toSorted()
      .map((file) =>
        ts.createSourceFile(
          file,
          readFileSync(join(import.meta.dirname, file), 'utf8'),
          ts.ScriptTarget.ES2015,
          true,
        ),
      ),
  litelement: true,
  packagejson: false,
  plugins: [
    tagsOfElements(),
    examplesOfElements(),
    publicFace(),
    describedTokens(),
    wordsOfAttributes(),
    shippedModules(),
    customElementVsCodePlugin({
      ...inPackage,
      htmlFileName: 'vscode.html-custom-data.json',
      cssFileName: 'vscode.css-custom-data.json',
    }),
    customElementJetBrainsPlugin({
      ...inPackage,
      webTypesFileName: 'web-types.json',
      packageJson: false,
    }),
    frameworkTypes(),
  ],
};
