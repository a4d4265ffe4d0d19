import { manifest } from '../../.storybook/manifest.js';
import { widgetOperations, type Operation } from '../../src/contract/index.js';
import { summaries } from '../../src/contract/summaries.js';

/** The custom properties, which every element has from its base class. */
export const tokens =
  manifest.modules
    .flatMap(({ declarations }) => declarations)
    .find(({ name }) => name === 'SupportElement')?.cssProperties ?? [];

/** What `::part()` reaches in each element. */
export const parts = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .flatMap(({ tagName, cssParts = [] }) =>
    tagName ? cssParts.map(({ name, description }) => ({ tag: tagName, name, description })) : [],
  );

const operationsByName = new Map<string, Operation>(Object.entries(widgetOperations));

/** What a widget may ask of its endpoint, and what for. */
export const operationRows = Object.entries(summaries).flatMap(([name, summary]) => {
  const row: Operation | undefined = operationsByName.get(name);
  return row ? [{ ...row, summary }] : [];
});
