import type { AttachmentLimits } from '../contract/service.js';

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

const warned = new Set<string>();

/** Says what a page got wrong to who builds it, once. */
function warn(text: string): void {
  if (!warned.has(text)) console.warn(`<screenshot-attach>: ${text}`);
  warned.add(text);
}

/** Types, endings such as `.pdf`, and everything of a kind, such as `image/*`. */
const known = /^(?:\.[^\s./]+|[\w.+-]+\/(?:[\w.+-]+|\*)|\*\/\*)$/;

/** What `accept` says; nothing where it says nothing that can be understood. */
function typesOf(accept: string): string[] | undefined {
  const given = accept.split(',').flatMap((type) => type.trim().toLowerCase() || []);
  const types = given.filter((type) => known.test(type));
  for (const type of given.filter((one) => !known.test(one)))
    warn(
      `accept="${type}" is neither a type such as image/png nor an ending such as .pdf, and is ignored.`,
    );
  return types.length
    ? types.flatMap((type) => (type === '*/*' ? ['image/*', type] : type))
    : undefined;
}

/** The page's own limit, unless it is none. */
function limit(name: string, own: number | null | undefined, other: number): number {
  if (own === undefined || own === null) return other;
  if (Number.isFinite(own) && own >= 0) return Math.floor(own);
  warn(`${name} must be a number from 0 up, and is ignored.`);
  return other;
}

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
    types: typesOf(own.accept ?? '') ?? endpoint.types,
    count: limit('max-files', own.maxFiles, endpoint.count),
    bytesEach: limit('max-bytes', own.maxBytes, endpoint.bytesEach),
    bytesTotal: limit('max-total-bytes', own.maxTotalBytes, endpoint.bytesTotal),
    pixels: limit('max-pixels', own.maxPixels, endpoint.pixels),
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
