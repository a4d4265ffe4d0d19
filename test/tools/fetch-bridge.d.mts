import type { IncomingMessage, ServerResponse } from 'node:http';

export function toRequest(incoming: IncomingMessage, path?: string): Promise<Request>;
export function toNodeHeaders(headers: Headers): Record<string, string | string[]>;
export function send(response: Response, outgoing: ServerResponse): Promise<void>;
