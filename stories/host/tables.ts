import { manifest } from '../../.storybook/manifest.js';
import { widgetOperations, type Operation } from '../../src/contract/index.js';

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

export const operationRows = Object.values<Operation>(widgetOperations);
