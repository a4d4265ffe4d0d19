/** What a file is by its first bytes, whatever anybody says of it. */
export type FileType = 'image/png' | 'image/jpeg' | 'image/webp' | 'application/pdf';

const startsWith = (bytes: Uint8Array, at: number, signature: string): boolean =>
  Buffer.from(signature, 'latin1').equals(bytes.subarray(at, at + signature.length));

export function fileTypeOf(bytes: Uint8Array): FileType | undefined {
  if (startsWith(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (startsWith(bytes, 0, '\xff\xd8\xff')) return 'image/jpeg';
  if (startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP')) return 'image/webp';
  if (startsWith(bytes, 0, '%PDF-')) return 'application/pdf';
  return undefined;
}

/** A name to save it under; its own name isn't kept, so it can do no harm. */
export const fileName = (id: string, type: string): string => `${id}.${type.replace(/^.*\//, '').replace('jpeg', 'jpg')}`;
