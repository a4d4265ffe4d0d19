import * as z from 'zod/mini';
import { operation } from './operation.js';
import { languageQuery, openEnum } from './values.js';

/** One file of the remote-support program [guide 2.2]; `bytes` and `sha256` (hex) when they are known. */
export const remoteSupportDownload = z.object({
  platform: openEnum(['windows', 'macos', 'linux', 'android', 'ios', 'chromeos']),
  arch: z.optional(openEnum(['x86', 'x64', 'arm64', 'universal'])),
  url: z.string(),
  version: z.optional(z.string()),
  bytes: z.optional(z.number()),
  sha256: z.optional(z.string()),
});
export type RemoteSupportDownload = z.infer<typeof remoteSupportDownload>;

export const remoteSupport = z.object({
  program: z.object({ name: z.string(), publisher: z.string() }),
  downloads: z.array(remoteSupportDownload),
  /** A link that opens the session instead of an id and a password told by telephone. */
  sessionLink: z.optional(z.string()),
  fallbackPages: z.array(z.string()),
});
export type RemoteSupport = z.infer<typeof remoteSupport>;

export const getRemoteSupport = operation({
  name: 'getRemoteSupport',
  method: 'GET',
  path: '/remote-support',
  query: z.object(languageQuery),
  response: remoteSupport,
  statuses: [200],
  problems: ['validation'],
  capability: 'remoteSupport',
  audience: 'anyone',
  etag: true,
});
