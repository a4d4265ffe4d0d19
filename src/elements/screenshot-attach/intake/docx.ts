import { fileTypeOf, isPictureType } from '../../../contract/picture-file.js';
import { Archive, ArchiveError } from './archive.js';
import { decode, type Decoded } from './decode.js';
import type { Limits } from './limits.js';
import { picturesIn, relationshipsIn } from './parts.js';
import type { Refusal, RefusalCode } from './refusals.js';
import { extensionOf, pictureName } from './safe-name.js';
import type { Accepted, TakenIn } from './take-in.js';

const MOST_TEXT = 32 * 1024 * 1024;

const textOf = async (archive: Archive, name: string): Promise<string> =>
  new TextDecoder().decode(await archive.read(name, MOST_TEXT));

/** Where the parts of a part are named: `word/_rels/document.xml.rels`. */
const relationshipsOf = async (archive: Archive, part: string) =>
  relationshipsIn(await textOf(archive, part.replace(/[^/]*$/, '_rels/$&.rels')));

async function picturePaths(archive: Archive): Promise<{ paths: string[]; hasExternal: boolean }> {
  const [main] = (await relationshipsOf(archive, '')).filter(({ type }) =>
    type.endsWith('/officeDocument'),
  );
  const part = main?.target.replace(/^\//, '') ?? 'word/document.xml';
  return picturesIn(await textOf(archive, part), await relationshipsOf(archive, part));
}

async function takePicture(
  archive: Archive,
  path: string,
  limits: Limits,
): Promise<Decoded | RefusalCode> {
  if (!archive.has(path)) return 'damaged';
  if (['emf', 'wmf', 'emz', 'wmz'].includes(extensionOf(path))) return 'vectorPicture';
  const bytes = await archive.read(path, limits.bytesEach);
  const type = fileTypeOf(bytes);
  return isPictureType(type) ? decode(new Blob([bytes]), type, limits) : 'notAsNamed';
}

/** A document with a password is a compound file around what is encrypted, and so is what Word wrote before 2007. */
async function isEncrypted(file: File): Promise<boolean> {
  return new TextDecoder('utf-16le').decode(await file.arrayBuffer()).includes('EncryptedPackage');
}

/**
 * Takes the pictures out of a Word document, in their order in the text. Only those that the text shows are taken, and nothing is
 * fetched. Where one of them is more than can be opened, none is taken.
 */
export async function takeOut(
  file: File,
  name: string,
  isOld: boolean,
  limits: Limits,
): Promise<TakenIn> {
  const accepted: Accepted[] = [];
  const refused: Refusal[] = [];
  const refuseAll = (code: RefusalCode): TakenIn => {
    for (const picture of accepted) if (picture.kind === 'picture') picture.source.close();
    return { accepted: [], refused: [{ name, code }] };
  };
  if (file.size > limits.bytesTotal) return refuseAll('tooMuchInside');
  if (isOld) return refuseAll((await isEncrypted(file)) ? 'encrypted' : 'oldWord');

  try {
    const archive = await Archive.open(file, MOST_TEXT + limits.bytesTotal);
    const { paths, hasExternal } = await picturePaths(archive);
    if (hasExternal) refused.push({ name, code: 'externalPictures' });
    else if (!paths.length) refused.push({ name, code: 'noPictures' });
    if (paths.length > limits.count) refused.push({ name, code: 'tooMany' });
    for (const [index, path] of paths.slice(0, limits.count).entries()) {
      const picture = await takePicture(archive, path, limits);
      if (typeof picture === 'string')
        refused.push({ name: `${name} › ${path.replace(/^.*\//, '')}`, code: picture });
      else accepted.push({ kind: 'picture', name: pictureName(name, index + 1), ...picture });
    }
    return { accepted, refused };
  } catch (error) {
    if (error instanceof ArchiveError) return refuseAll(error.code);
    throw error;
  }
}
