import type { AttachmentLimits } from '../../../contract/service.js';

const MIB = 1024 * 1024;
const PICTURES = ['image/png', 'image/jpeg', 'image/webp'];

/** Where neither the endpoint nor the page says anything. */
export const defaultLimits: AttachmentLimits = {
  types: PICTURES,
  count: 10,
  bytesEach: 10 * MIB,
  bytesTotal: 25 * MIB,
  pixels: 50_000_000,
};

/** What the page says in attributes. */
export interface OwnLimits {
  readonly accept: string | undefined;
  readonly maxFiles: number | undefined;
  readonly maxBytes: number | undefined;
  readonly maxTotalBytes: number | undefined;
  readonly maxPixels: number | undefined;
}

const typesOf = (accept: string): string[] =>
  accept.split(',').flatMap((type) => type.trim() || []);

/** Whether the page says everything, so that the endpoint needn't be asked. */
export const isComplete = ({
  accept,
  maxFiles,
  maxBytes,
  maxTotalBytes,
  maxPixels,
}: OwnLimits): boolean =>
  [accept, maxFiles, maxBytes, maxTotalBytes, maxPixels].every((limit) => limit !== undefined);

export function limitsOf(
  own: OwnLimits,
  endpoint: AttachmentLimits = defaultLimits,
): AttachmentLimits {
  return {
    types: own.accept ? typesOf(own.accept) : endpoint.types,
    count: own.maxFiles ?? endpoint.count,
    bytesEach: own.maxBytes ?? endpoint.bytesEach,
    bytesTotal: own.maxTotalBytes ?? endpoint.bytesTotal,
    pixels: own.maxPixels ?? endpoint.pixels,
  };
}

/** What is kept free for each picture that may still come. */
const LEAST_FOR_A_PICTURE = MIB;

/** The most bytes of one more picture beside files of those sizes, so that as many more as may come still find room. */
export function roomFor(
  { count, bytesEach, bytesTotal }: AttachmentLimits,
  sizes: readonly number[],
): number {
  const left = sizes.reduce((rest, size) => rest - size, bytesTotal);
  const others = Math.max(0, count - sizes.length - 1);
  return Math.min(bytesEach, Math.max(left - others * LEAST_FOR_A_PICTURE, left / (others + 1)));
}
