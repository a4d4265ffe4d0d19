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
  /\/src\/(?:define|fi|sv|en|context\/support-provider(?:\.define)?|elements\/([\w-]+)\/\1(?:\.define)?)\.ts$/.test(
    id,
  );
const isEndpoint = (id: string): boolean => id.endsWith('/src/context/connection.lazy.ts');
/** What the example pages share, and what the bundler itself adds to every page. */
const isOfExamples = (id: string): boolean => /\/examples\/shared\/|^\0|rolldown\/runtime/.test(id);
const isPoller = (id: string): boolean => id.endsWith('-poller.lazy.ts');
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
 * @param start what the chunk is called that several pages begin with
 */
export const chunks = (start: string | null = null) => ({
  includeDependenciesRecursively: false,
  groups: [
    {
      debugName: 'by what a person does',
      name: (id: string, graph: Graph): string | null => {
        if (isOfExamples(id)) return start;
        const roots = [...rootsOf(id, graph)];
        const later = roots.filter((root) => !isStart(root));
        if (roots.some((root) => isStart(root))) return start;
        if (isCatalogue(id)) return null;
        if (later.some((root) => isEndpoint(root) || isPoller(root))) return 'endpoint';
        return later.length > 1 ? 'shared' : null;
      },
    },
  ],
});
