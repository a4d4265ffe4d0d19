/** What the bundler tells of a module; the same in every version of Rollup. */
interface ModuleInfo {
  readonly isEntry: boolean;
  readonly importers: readonly string[];
  readonly dynamicImporters: readonly string[];
}

interface Graph {
  getModuleInfo(id: string): ModuleInfo | null;
}

/** Where a page begins: what it imports itself, and not what is imported when somebody needs it. */
const isStart = (id: string): boolean =>
  /\/src\/(?:define|index|fi|sv|en|context\/support-provider(?:\.define)?|elements\/([\w-]+)\/\1(?:\.define)?)\.ts$/.test(
    id,
  );
const isEndpoint = (id: string): boolean => id.endsWith('/src/context/connection.lazy.ts');
/** What the example pages share, and what the bundler itself adds to every page. */
const isOfExamples = (id: string): boolean => /\/examples\/shared\/|^\0|rolldown\/runtime/.test(id);
const isPoller = (id: string): boolean => id.endsWith('-poller.lazy.ts');
const isContract = (id: string): boolean => /\/src\/contract\//.test(id);
const isCatalogue = (id: string): boolean => /\/src\/localization\/catalogues\//.test(id);

/** Through what a module comes onto a page: where a page begins, and what is imported dynamically. */
function rootsOf(id: string, graph: Graph, found = new Set<string>(), seen = new Set<string>()) {
  if (seen.has(id)) return found;
  seen.add(id);
  const { importers = [], dynamicImporters = [] } = graph.getModuleInfo(id) ?? {};
  if (isStart(id) || dynamicImporters.length) found.add(id);
  for (const importer of importers) rootsOf(importer, graph, found, seen);
  return found;
}

/**
 * Few chunks, by what a person does: the elements with what they begin with; the endpoint's client; what several parts of elements
 * share; and each part that is loaded later. Left to itself the bundler makes a file of whatever the same parts share, which is
 * twenty small ones on a page.
 *
 * @param names what the chunk is called that pages begin with, where there is one for all elements, and the one with the rest of the
 *   contract, where it stands apart from the interface for whoever imports nothing else
 */
export const chunks = (names: { readonly start?: string; readonly contract?: string } = {}) => ({
  includeDependenciesRecursively: false,
  groups: [
    {
      debugName: 'by what a person does',
      name: (id: string, graph: Graph): string | null => {
        if (isOfExamples(id)) return names.start ?? null;
        const roots = [...rootsOf(id, graph)];
        const later = roots.filter((root) => !isStart(root));
        if (roots.some((root) => isStart(root))) return names.start ?? null;
        if (isCatalogue(id)) return null;
        if (later.some(isEndpoint)) return 'endpoint';
        if (names.contract && isContract(id)) return names.contract;
        if (later.some(isPoller)) return names.contract ? null : 'endpoint';
        return later.length > 1 ? 'shared' : null;
      },
    },
  ],
});
