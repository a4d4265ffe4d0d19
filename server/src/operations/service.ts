import type { Capability } from '../../../src/contract/index.js';
import type { Handlers } from '../http/call.js';
import type { Services } from './services.js';

/** The profile that tells a widget what this endpoint offers. */
export function service({ profile }: Services, capabilities: () => Capability[]) {
  return {
    getService({ query: { language = 'fi' } }) {
      return Promise.resolve({
        status: 200,
        body: { contract: 1, capabilities: capabilities(), ...profile(language) },
      });
    },
  } satisfies Handlers;
}
