import { createEndpoint, type Endpoint, type EndpointOptions } from './endpoint.js';

export interface DemoOptions extends Pick<
  EndpointOptions,
  'basePath' | 'allowedOrigins' | 'log' | 'now' | 'sessionCookie'
> {
  /** A folder to keep the data in; in memory without one. */
  readonly dataDir?: string;
}

/** An endpoint with the demo's people and companies, to which anybody may sign in: for pages and tests on one's own machine. */
export const createDemoEndpoint = ({ dataDir, ...options }: DemoOptions = {}): Promise<Endpoint> =>
  createEndpoint({
    ...options,
    storage: dataDir === undefined ? { kind: 'memory' } : { kind: 'folder', path: dataDir },
    signIn: { kind: 'demo' },
  });
