import type { WebKitPrograms } from './browsers.mjs';

export interface WebKitServer {
  readonly hostname: string;
  readonly port: number;
  stop(): void;
}

export function freePort(): Promise<number>;
export function webKitCapabilities(miniBrowser: string): Record<string, unknown>;
export function startWebKit(programs: WebKitPrograms): Promise<WebKitServer>;
