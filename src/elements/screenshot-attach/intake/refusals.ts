import { str } from '@lit/localize/internal/str-tag.js';
import { fileSize } from '../../../localization/file-size.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { longestSide, takesPictures, type Limits } from './limits.js';
import type { Remark } from './remark.js';

export type RefusalCode =
  | 'empty'
  | 'unreadable'
  | 'unsupportedType'
  | 'notAsNamed'
  | 'damaged'
  | 'altered'
  | 'tooLarge'
  | 'totalTooLarge'
  | 'tooManyPixels'
  | 'tooMany'
  | 'noPictures'
  | 'externalPictures'
  | 'pictureFormat'
  | 'unknownCrop'
  | 'encrypted'
  | 'oldWord'
  | 'tooMuchInside'
  | 'tooManyInside'
  | 'notLoaded';

export interface Refusal {
  readonly name: string;
  readonly code: RefusalCode;
  /** The format of a picture that can't be taken, such as TIFF. */
  readonly format?: string;
  /** Of a document with more pictures than there is room for: how many were taken, and how many weren't. */
  readonly taken?: number;
  readonly left?: number;
}

/** PNG, JPEG, PDF …, as file managers name them; those that have no short name are left out. */
function typeNames(limits: Limits): string[] {
  const all = limits.types.flatMap((type) =>
    type === 'image/*'
      ? ['png', 'jpeg', 'webp']
      : type.includes('vnd.')
        ? []
        : type.replace(/^.*[/.]/, ''),
  );
  const names = [...all, ...(takesPictures(limits) ? ['docx'] : [])].map((type) =>
    type.toUpperCase().replace('JPG', 'JPEG').replace('WEBP', 'WebP'),
  );
  return [...new Set(names)];
}

/** What, why, and what to do. */
const texts: Readonly<
  Record<
    RefusalCode,
    (l10n: Localization, name: string, limits: Limits, refusal: Refusal) => string
  >
> = {
  empty: ({ msg }, name) =>
    msg(
      str`”${name}” is empty: there is nothing in it to send. Save it again or take a new screenshot.`,
    ),
  unreadable: ({ msg }, name) =>
    msg(
      str`”${name}” could not be read. It may be a folder, or it has been moved. Choose it again.`,
    ),
  unsupportedType: ({ msg, formats }, name, limits) =>
    msg(
      str`”${name}” cannot be attached, since files of its type are not accepted. Accepted types: ${formats.list(typeNames(limits))}. Take a screenshot of what you want to show, or save the file in one of these types.`,
    ),
  notAsNamed: ({ msg }, name) =>
    msg(
      str`”${name}” is something other than its name says, so it was left out. Open it in the program that made it, and save it as a PNG picture or take a screenshot of it.`,
    ),
  damaged: ({ msg }, name) =>
    msg(
      str`”${name}” is damaged or has been cut off, so it cannot be shown. Take the screenshot or save the file again.`,
    ),
  altered: ({ msg }, name) =>
    msg(
      str`”${name}” could not be attached: this browser’s protection against tracking gives noise in place of the picture. Allow this page to read canvas data, by the icon beside the address, and add the picture again, or use another browser.`,
    ),
  tooLarge: ({ msg, language }, name, { bytesEach }) =>
    msg(
      str`”${name}” is too large: one file may be ${fileSize(bytesEach, language)} at most. Take a screenshot of a smaller area, or save the file smaller.`,
    ),
  totalTooLarge: ({ msg, language }, name, { bytesTotal }) =>
    msg(
      str`”${name}” no longer fits: all attachments together may be ${fileSize(bytesTotal, language)} at most. Remove an attachment or crop the pictures, then add it again.`,
    ),
  tooManyPixels: ({ msg, language }, name, { pixels }) => {
    const number = new Intl.NumberFormat(language);
    return msg(
      str`”${name}” is too large a picture: it may have ${number.format(pixels)} pixels at most, and ${number.format(longestSide)} along a side. Take a screenshot of a smaller area.`,
    );
  },
  tooMany: ({ msg }, name, { count }) =>
    msg(
      str`”${name}” was left out: the largest number of attachments is ${count}. Remove one of them first, then add it again.`,
    ),
  noPictures: ({ msg }, name) =>
    msg(
      str`The document ”${name}” shows no pictures. Take a screenshot and paste it here directly.`,
    ),
  externalPictures: ({ msg }, name) =>
    msg(
      str`The document ”${name}” refers to pictures that are stored elsewhere, and they are not fetched. Copy the pictures and paste them here directly.`,
    ),
  pictureFormat: ({ msg }, name, _, { format = '' }) =>
    msg(
      str`”${name}” could not be taken out: this picture's format is ${format}, which cannot be shown here. Copy the picture in the document and paste it here, or take a screenshot of it.`,
    ),
  unknownCrop: ({ msg }, name) =>
    msg(
      str`”${name}” was left out: the document shows only a part of this picture, and that part cannot be cut out here. Take a screenshot of it and paste it here.`,
    ),
  encrypted: ({ msg }, name) =>
    msg(
      str`”${name}” is protected by a password, so the pictures in it cannot be taken out. Open the document, copy the pictures and paste them here directly.`,
    ),
  oldWord: ({ msg }, name) =>
    msg(
      str`”${name}” is in the old format of Word. Save it as .docx, or copy the pictures and paste them here directly.`,
    ),
  tooMuchInside: ({ msg }, name) =>
    msg(
      str`”${name}” holds more than can be opened here safely. Copy the pictures from the document and paste them here directly.`,
    ),
  tooManyInside: ({ msg }, name, { count }, { taken = 0, left = 0 }) =>
    msg(
      str`Pictures taken out of ”${name}”: ${taken}. Left out: ${left}, since the largest number of attachments is ${count}. Remove some attachments first, then add the document again, or paste the pictures that are missing.`,
    ),
  notLoaded: ({ msg }, name) =>
    msg(
      str`What takes pictures out of Word documents could not be loaded, so ”${name}” was left out. Check the network connection and try again, or copy the pictures and paste them here directly.`,
    ),
};

/** What a person reads about a file that was not taken. */
export const refusalText = (l10n: Localization, refusal: Refusal, limits: Limits): string =>
  texts[refusal.code](l10n, refusal.name, limits, refusal);

/** What a person reads about a file that was taken. */
export const remarkText = ({ msg }: Localization, { name, code }: Remark): string =>
  code === 'encryptedPdf'
    ? msg(
        str`”${name}” is protected. If a password is needed to open it, support cannot read it: save it without the password and attach that file instead.`,
      )
    : msg(
        str`Shapes, text boxes and what else lies over pictures in ”${name}” did not come along. Check that nothing which was hidden there can be seen in the pictures; cover it with Edit.`,
      );
