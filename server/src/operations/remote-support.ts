import type { RemoteSupport } from '../../../src/contract/index.js';
import type { Handlers } from '../http/call.js';

/** Where the remote-support program is to be had, as whoever runs the endpoint says it, or the guide. */
export function remoteSupport(details: RemoteSupport) {
  return {
    getRemoteSupport() {
      return Promise.resolve({ status: 200, body: details });
    },
  } satisfies Handlers;
}
