import type { AttachmentLimits } from '../../../src/contract/index.js';
import { limitVariables, usualLimits, type LimitSettings } from './settings.js';

const MEGABYTE = 1024 * 1024;

/**
 * Where the limits leave no room for the files that are offered: somebody would be told that a file may be so large, and wait for room in
 * vain. Said to whoever runs the endpoint.
 */
export function missingRoom(
  given: Partial<LimitSettings>,
  { bytesEach, bytesTotal, count }: AttachmentLimits,
): string[] {
  const settings = { ...usualLimits, ...given };
  const [each, total] = [bytesEach, bytesTotal].map((bytes) => Math.ceil(bytes / MEGABYTE));
  const needs: readonly (readonly [keyof LimitSettings, number, string])[] = [
    [
      'bodiesMegabytes',
      2 * (each ?? 0),
      `one person has half of it, and a file may have ${each} MB (megabytesEach)`,
    ],
    [
      'uploadMegabytes',
      total ?? 0,
      `the files of one request may have ${total} MB (megabytesTotal)`,
    ],
    [
      'waitingMegabytes',
      total ?? 0,
      `the files of one request may have ${total} MB (megabytesTotal)`,
    ],
    ['waitingFiles', count, `one request may have ${count} files (count)`],
  ];
  return needs
    .filter(([name, least]) => settings[name] < least)
    .map(
      ([name, least, why]) =>
        `${limitVariables[name].variable} is ${settings[name]}, but ${why}: give at least ${least}, or offer less in attachments.`,
    );
}
