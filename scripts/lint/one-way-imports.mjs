import { dirname, relative, resolve, sep } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Which parts of the package a part may import from, beside itself. */
const below = {
  contract: [],
  client: ['contract'],
  testing: ['client', 'contract'],
  context: ['client', 'contract'],
  attachments: ['context', 'client', 'contract'],
  localization: ['controllers', 'ui', 'attachments', 'context', 'client', 'contract'],
  ui: ['controllers', 'localization', 'attachments', 'context', 'client', 'contract'],
  controllers: ['ui', 'localization', 'attachments', 'context', 'client', 'contract'],
  elements: ['controllers', 'ui', 'localization', 'attachments', 'context', 'client', 'contract'],
};

const place = (path) => {
  const [top, part, ...rest] = relative(root, path).split(sep);
  if (top !== 'src') return { top };
  // index.ts and define.ts gather the whole package.
  if (!(part in below)) return { top, part: 'package' };
  return part === 'elements'
    ? { top, part, element: rest[0], file: rest.slice(1).join('/') }
    : { top, part };
};

const isPublicFace = ({ element, file }) =>
  [element, `${element}.define`].some((name) => file === `${name}.js` || file === `${name}.ts`);

const faultInside = (from, to) => {
  if (to.top !== 'src') return `src stands alone and imports nothing from ${to.top}/.`;
  if (from.part === 'package') return undefined;
  if (to.part !== from.part)
    return below[from.part].includes(to.part)
      ? undefined
      : `src/${from.part} may not import from src/${to.part}.`;
  if (from.element === to.element || isPublicFace(to)) return undefined;
  return `Only ${to.element}.js and ${to.element}.define.js are ${to.element}'s public face.`;
};

const faultOfFile = (from, to) => {
  if (from.top === 'src') return faultInside(from, to);
  if (from.top === 'server' && to.top === 'src' && to.part !== 'contract')
    return 'The endpoint imports nothing of the package but the contract.';
  if (from.top === 'server' && to.top !== 'server' && to.top !== 'src')
    return `The endpoint imports nothing from ${to.top}/.`;
  if (
    from.top === 'conformance' &&
    !['conformance', 'verify'].includes(to.top) &&
    to.part !== 'contract'
  )
    return 'The conformance check imports nothing but the contract, and what checks receipts.';
  if (from.top === 'verify' && to.top !== 'verify' && to.part !== 'contract')
    return 'What checks receipts imports nothing but the contract.';
  return undefined;
};

const faultOfPackage = (from, name) => {
  if (/^zod(\/|$)/.test(name) && name !== 'zod/mini')
    return 'Only zod/mini: the classic entry probes `new Function`, which a strict policy forbids.';
  if (from.part === 'contract' && name !== 'zod/mini')
    return 'The contract imports zod/mini and nothing else.';
  if (['client', 'testing', 'attachments'].includes(from.part) && /^(lit|@lit)(\/|$)/.test(name))
    return `src/${from.part} works without Lit.`;
  return undefined;
};

/** `elements → controllers, ui, localization → attachments → context → client → contract`, and never back; the endpoint and its check know the contract alone. */
export const oneWayImports = {
  meta: { type: 'problem', schema: [], docs: { description: 'imports point one way' } },
  create(context) {
    const from = place(context.filename);
    const check = (node) => {
      const name = node?.value;
      if (typeof name !== 'string') return;
      const message = name.startsWith('.')
        ? faultOfFile(from, place(resolve(dirname(context.filename), name)))
        : faultOfPackage(from, name);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      TSImportType: ({ source, argument }) => check(source ?? argument?.literal),
    };
  },
};
