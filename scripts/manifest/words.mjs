import { dirname, join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

const openProgram = () => {
  const path = join(root, 'src/tsconfig.json');
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path, ts.sys.readFile).config,
    ts.sys,
    dirname(path),
  );
  return ts.createProgram(fileNames, options);
};

/** `'text' | 'all' | 'none'` where a type is that, by whatever name; nothing where it is anything else. */
const wordsOf = (type) => {
  const parts = type.isUnion() ? type.types : [type];
  const isMissing = ({ flags }) => flags & ts.TypeFlags.Undefined;
  const words = parts.filter((part) => !isMissing(part));
  if (!words.every((word) => word.isStringLiteral())) return undefined;
  return [
    ...words.map(({ value }) => `'${value}'`),
    ...(parts.some(isMissing) ? ['undefined'] : []),
  ].join(' | ');
};

/**
 * An attribute that takes one of a few words says which ones. The analyzer knows only what the type is called, of which an
 * editor can offer nothing.
 */
export const wordsOfAttributes = () => ({
  name: 'words-of-attributes',
  packageLinkPhase({ customElementsManifest }) {
    const program = openProgram();
    const checker = program.getTypeChecker();
    for (const { path, declarations } of customElementsManifest.modules) {
      const exported = checker.getExportsOfModule(
        checker.getSymbolAtLocation(program.getSourceFile(join(root, path))),
      );
      for (const { name, attributes = [], members = [] } of declarations) {
        const element = exported.find((symbol) => symbol.name === name);
        for (const { fieldName, ...attribute } of attributes) {
          const property = checker.getDeclaredTypeOfSymbol(element).getProperty(fieldName);
          const words = wordsOf(checker.getTypeOfSymbol(property));
          const field = members.find((member) => member.name === fieldName);
          if (words) for (const described of [attribute, field]) described.type.text = words;
        }
      }
    }
  },
});
