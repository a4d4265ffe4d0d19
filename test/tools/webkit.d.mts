import type { WebKitPrograms } from './browsers.mjs';

export interface WebKitServer {
  readonly hostname: string;
  readonly port: number;
  stop(): void;
}

export function freePort(): Promise<number>;
export function webKitCapabilities(miniBrowser: string): Record<string, unknown>;
/** @param xvfb the program */
export function startXvfb(
  xvfb: string,
): Promise<{ readonly child: { kill(): void }; readonly display: string }>;
export function startWebKit(programs: WebKitPrograms): Promise<WebKitServer>;
