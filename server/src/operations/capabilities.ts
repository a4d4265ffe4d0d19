import {
  capabilities,
  widgetOperations,
  type Capability,
  type Operation,
} from '../../../src/contract/index.js';
import type { Handlers } from '../http/call.js';

/** The optional parts that every operation of has a handler, and so may be announced. */
export function capabilitiesOf(handlers: Handlers): Capability[] {
  const rows = Object.values<Operation>(widgetOperations);
  return capabilities.filter((capability) =>
    rows
      .filter((row) => row.capability === capability)
      .every(({ name }) => Object.hasOwn(handlers, name)),
  );
}
