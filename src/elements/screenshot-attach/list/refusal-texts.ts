import { str } from '@lit/localize/internal/str-tag.js';
import { fileSize } from '../../../localization/file-size.js';
import type { Localization } from '../../../localization/localization-controller.js';
import {
  longestSide,
  takesPictures,
  type Limits,
} from '../../../attachments/import/import-limits.js';
import type {
  Refusal,
  RefusalCode,
  Remark,
  RemarkCode,
} from '../../../attachments/import/refusal.js';

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
    msg(str`“${name}” is an empty file. Save it again or take a new screenshot.`),
  unreadable: ({ msg }, name) =>
    msg(str`“${name}” could not be read: it is a folder or it has been moved. Choose it again.`),
  unsupportedType: ({ msg, formats }, name, limits) =>
    msg(
      str`“${name}” cannot be attached: its file type is not accepted. Take a screenshot of it or save it as one of these types: ${formats.list(typeNames(limits))}.`,
    ),
  notAsNamed: ({ msg }, name) =>
    msg(
      str`“${name}” was not attached: its content does not match its name. Open it in the program it was made with and save it as a PNG picture, or take a screenshot of it.`,
    ),
  damaged: ({ msg }, name) =>
    msg(str`“${name}” is damaged or incomplete. Take the screenshot or save the file again.`),
  notShown: ({ msg }, name) =>
    msg(
      str`“${name}” was not attached: this browser cannot show it. Open it in another program and save it as a PNG picture, or take a screenshot of it.`,
    ),
  altered: ({ msg }, name) =>
    msg(
      str`“${name}” was not attached: the browser’s tracking protection scrambles the picture. Allow this page to read canvas data with the icon beside the address and add the picture again, or use another browser.`,
    ),
  tooLarge: ({ msg, language }, name, { bytesEach }) =>
    msg(
      str`“${name}” is too large: the maximum is ${fileSize(bytesEach, language)}. Take a screenshot of a smaller area or save a smaller file.`,
    ),
  totalTooLarge: ({ msg, language }, name, { bytesTotal }) =>
    msg(
      str`“${name}” does not fit: the maximum for all attachments is ${fileSize(bytesTotal, language)}. Remove an attachment or crop the pictures, then add it again.`,
    ),
  tooManyPixels: ({ msg, language }, name, { pixels }) => {
    const number = new Intl.NumberFormat(language);
    return msg(
      str`“${name}” is too large: a picture may have at most ${number.format(pixels)} pixels and ${number.format(longestSide)} on one side. Take a screenshot of a smaller area.`,
    );
  },
  tooMany: ({ msg }, name, { count }) =>
    msg(
      str`“${name}” was not attached: the maximum number of attachments is ${count}. Remove one, then add it again.`,
    ),
  noPictures: ({ msg }, name) =>
    msg(str`No pictures in the document “${name}”. Take a screenshot and paste it here.`),
  externalPictures: ({ msg }, name) =>
    msg(str`Copy the pictures of “${name}” and paste them here: the document only links to them.`),
  innerDocument: ({ msg }, name) =>
    msg(
      str`Copy the pictures of the document that was inserted into “${name}” and paste them here: it cannot be opened here.`,
    ),
  pictureFormat: ({ msg }, name, _, { format = '' }) =>
    msg(
      str`“${name}” was not attached: the format ${format} cannot be shown here. Copy the picture in the document and paste it here, or take a screenshot of it.`,
    ),
  unknownCrop: ({ msg }, name) =>
    msg(
      str`“${name}” was not attached: the document shows only part of it, and it cannot be cropped here. Take a screenshot of that part and paste it here.`,
    ),
  encrypted: ({ msg }, name) =>
    msg(
      str`“${name}” is password-protected. Open the document, copy the pictures and paste them here.`,
    ),
  oldWord: ({ msg }, name) =>
    msg(
      str`“${name}” is in the old Word format. Save it as .docx, or copy the pictures and paste them here.`,
    ),
  tooMuchInside: ({ msg }, name) =>
    msg(
      str`“${name}” is too large to be opened here safely. Copy the pictures from the document and paste them here.`,
    ),
  tooManyInside: ({ msg }, name, { count }, { taken = 0, left = 0 }) =>
    msg(
      str`Pictures from “${name}”: ${taken}. Not attached: ${left}, because the maximum number of attachments is ${count}. Remove attachments and add the document again, or paste the missing pictures.`,
    ),
  notLoaded: ({ msg }, name) =>
    msg(
      str`“${name}” was not attached: Word documents cannot be opened right now. Check your network connection and try again, or copy the pictures and paste them here.`,
    ),
};

/** What a person reads about a file that was not taken. */
export const refusalText = (l10n: Localization, refusal: Refusal, limits: Limits): string =>
  texts[refusal.code](l10n, refusal.name, limits, refusal);

const remarkTexts: Readonly<Record<RemarkCode, (l10n: Localization, name: string) => string>> = {
  encryptedPdf: ({ msg }, name) =>
    msg(
      str`“${name}” is protected. If it needs a password to open, save it without the password and attach that file.`,
    ),
  shapesLeftOut: ({ msg }, name) =>
    msg(
      str`Check the pictures of “${name}”: shapes and text boxes over them were not included. Use Edit to cover what they hid.`,
    ),
  firstFrame: ({ msg }, name) =>
    msg(
      str`Only the first picture of the animation “${name}” was attached. Take screenshots of the other steps that matter.`,
    ),
  smaller: ({ msg }, name) =>
    msg(
      str`“${name}” was made smaller. If its text can no longer be read, attach a screenshot of a smaller area.`,
    ),
};

/** What a person reads about a file that was taken. */
export const remarkText = (l10n: Localization, { name, code }: Remark): string =>
  remarkTexts[code](l10n, name);
