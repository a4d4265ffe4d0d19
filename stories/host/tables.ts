import { manifest } from '../../.storybook/manifest.js';
import { widgetOperations, type Operation } from '../../src/contract/index.js';

/** The custom properties, which every element has from its base class. */
export const tokens = manifest.modules.flatMap(({ declarations }) => declarations).find(({ name }) => name === 'SupportElement')?.cssProperties ?? [];

export const operationRows = Object.values<Operation>(widgetOperations);
