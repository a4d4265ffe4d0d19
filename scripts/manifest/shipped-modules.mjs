/** The manifest names the modules of the package, which a host can import, instead of those from which they were built. */
const shipped = (path) =>
  path
    .replace(/^\/?src\/context\/support-element\.[jt]s$/, 'dist/index.js')
    .replace(/^\/?src\/(.+)\.[jt]s$/, 'dist/$1.js');

const defining = ({ path, declarations }) =>
  declarations
    .filter(({ tagName }) => tagName)
    .map(({ name, tagName }) => ({
      kind: 'javascript-module',
      path: path.replace(/\.js$/, '.define.js'),
      declarations: [],
      exports: [
        { kind: 'custom-element-definition', name: tagName, declaration: { name, module: path } },
      ],
    }));

const rename = (value) => {
  if (Array.isArray(value)) return value.forEach(rename);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'path' || key === 'module') value[key] = shipped(inner);
    else rename(inner);
  }
};

export const shippedModules = () => ({
  name: 'shipped-modules',
  packageLinkPhase({ customElementsManifest }) {
    rename(customElementsManifest.modules);
    customElementsManifest.modules.push(...customElementsManifest.modules.flatMap(defining));
    customElementsManifest.modules.sort((one, other) => (one.path < other.path ? -1 : 1));
  },
});
