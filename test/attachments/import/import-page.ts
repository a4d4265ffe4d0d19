import type { Accepted, Limits, ImportedFiles } from '../../../src/attachments/import/index.js';
import { importFile } from '../../../src/attachments/import/index.js';

/** Those of the reference endpoint. */
export const limits: Limits = {
  types: ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'],
  count: 10,
  bytesEach: 10 * 1024 * 1024,
  bytesTotal: 25 * 1024 * 1024,
  pixels: 50_000_000,
};

export const fileOf = (content: BlobPart, name: string, type = ''): File =>
  new File([content], name, { type });

/** Two screenshots in a document as LibreOffice saved it. */
export async function wordFixture(): Promise<File> {
  const answer = await fetch('/test/fixtures/two-screenshots.docx');
  return fileOf(
    await answer.arrayBuffer(),
    'tukipyyntö.docx',
    answer.headers.get('Content-Type') ?? '',
  );
}

/** What became of a file in a word, with the pictures' sizes; they are let go of. */
export async function taken(
  file: File,
  within: Limits = limits,
): Promise<{ outcome: string; names: string[]; sizes: string[]; result: ImportedFiles }> {
  const result = await importFile(file, within);
  const sizes = result.accepted.map(sizeOf);
  const codes = new Set([
    ...result.accepted.map(({ kind }) => kind),
    ...result.refused.map(({ code }) => code),
  ]);
  return {
    outcome: [...codes].join(', '),
    names: result.accepted.map(({ name }) => name),
    sizes,
    result,
  };
}

function sizeOf(item: Accepted): string {
  if (item.kind === 'document') return `${item.file.size} bytes`;
  const { width, height } = item.source;
  item.source.close();
  return `${width} × ${height}`;
}
