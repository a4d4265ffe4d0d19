import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { fileSize } from '../../../localization/file-size.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { saveFile } from '../../../ui/save-file.js';
import { MOST_BYTES, type EmailFile } from './email-file.js';

interface Surroundings {
  /** Whether the request was changed after the file had been made. */
  readonly isOutdated: boolean;
  /** Opens the mail without its files. */
  readonly link: string;
}

/** What a person does next. */
export const headingOf = ({ msg }: Localization, { isTooLarge }: EmailFile): string =>
  isTooLarge ? msg('The e-mail is too large') : msg('Now open the e-mail file and send it');

function envelope({ msg }: Localization, { mail: { to, subject } }: EmailFile): TemplateResult {
  return html`
    <p>
      <span class="quiet">${msg('Recipient:')}</span> ${to.length ? to.map(({ email }) => email).join(', ') : msg('add the address yourself')}<br />
      <span class="quiet">${msg('Subject:')}</span> <span lang="fi">${subject}</span>
    </p>
  `;
}

/** How the file becomes a mail in each kind of program: nothing tells which one a person has, so all are told. */
const programs = ({ msg }: Localization): TemplateResult => html`
  <details>
    <summary>${msg('What to do in your e-mail program')}</summary>
    <dl>
      <dt>${msg('Classic Outlook, Thunderbird')}</dt>
      <dd>${msg('The file opens as an e-mail with the attachments, ready to send. Check it and send it.')}</dd>
      <dt>${msg('New Outlook, Mail on a Mac')}</dt>
      <dd>${msg('If the file opens as read-only, forward it to the recipient. Remove “FW:” or similar from the beginning of the subject.')}</dd>
      <dt>${msg('Gmail, Outlook and others in the browser')}</dt>
      <dd>${msg('Write a new e-mail to the recipient, with the same subject. Attach the saved file to it and send it.')}</dd>
    </dl>
  </details>
`;

function saved(l10n: Localization, made: EmailFile): TemplateResult {
  const { msg, language } = l10n;
  const { name, size } = made.file;
  return html`
    <p>${msg(str`The file is in your downloads: ${name} (${fileSize(size, language)})`)}</p>
    ${envelope(l10n, made)} ${programs(l10n)}
  `;
}

/** The guide's way all the same, with the files beside the mail. */
function tooLarge(l10n: Localization, made: EmailFile, { link }: Surroundings): TemplateResult {
  const { msg, language } = l10n;
  const [size, most] = [made.file.size, MOST_BYTES].map((bytes) => fileSize(bytes, language));
  return html`
    <p>
      ${msg(str`Its size with the attachments is ${size ?? ''}. Mail servers accept at most ${most ?? ''}.`)}
      ${msg('Save the attachments, open the e-mail without them and add them to it. Send the rest in another e-mail with the same subject.')}
    </p>
    <div class="row">
      ${made.mail.files.map(
        (file) => html`
          <button class="button" part="button" type="button" @click=${() => saveFile(file)}>${msg(str`Save ${file.name} (${fileSize(file.size, language)})`)}</button>
        `,
      )}
      <a class="button" part="button" href=${link}>${msg('Open the e-mail without attachments')}</a>
    </div>
    ${envelope(l10n, made)}
  `;
}

/** What became of the e-mail file, and what to do with it. */
export function emailFileView(
  l10n: Localization,
  made: EmailFile,
  surroundings: Surroundings,
): TemplateResult {
  const { msg } = l10n;
  return html`
    <div class="email-file small">
      <h4>${headingOf(l10n, made)}</h4>
      ${surroundings.isOutdated ? html`<p class="caution">${msg('Save the e-mail file again: you have changed the request since.')}</p>` : nothing}
      ${made.isTooLarge ? tooLarge(l10n, made, surroundings) : saved(l10n, made)}
    </div>
  `;
}
