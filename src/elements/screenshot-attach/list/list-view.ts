import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { str } from '@lit/localize/internal/str-tag.js';
import { ATTEMPTS } from '../../../client/retry.js';
import type { SupportError } from '../../../client/support-error.js';
import { fileSize } from '../../../localization/file-size.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { errorText } from '../../../ui/failure/error-text.js';
import { refusalText, remarkText } from './refusal-texts.js';
import type { Entry, Picture } from '../../../attachments/entry.js';
import { captionLabel, preparing } from '../coming-rows.js';
import type { PictureList } from './picture-list.js';

const dragType = 'application/x-support-picture';

function marksText(
  { localization: { msg } }: PictureList,
  { edits: { marks }, coveredBeforehand }: Picture,
): string[] {
  const covers = marks.filter(({ kind }) => kind === 'cover').length;
  const covered = covers === 1 ? msg('1 area covered') : msg(str`${covers} areas covered`);
  const byThemselves = msg(
    'confidential parts were not covered automatically: another window was captured',
  );
  return [...(covers ? [covered] : []), ...(coveredBeforehand === 'unknown' ? [byThemselves] : [])];
}

function details(list: PictureList, entry: Entry): string {
  const { language } = list.localization;
  const { picture, file } = entry;
  const count = (pixels: number) => new Intl.NumberFormat(language).format(pixels);
  return [
    ...(picture ? [`${count(picture.width)} × ${count(picture.height)}`] : []),
    fileSize(file.size, language),
    ...(picture ? marksText(list, picture) : []),
    ...(list.model.uploadOf(entry)?.name === 'sent'
      ? [list.localization.msg('ready to send')]
      : []),
  ].join('\u00a0· ');
}

function whyNotSent(localization: Localization, error: SupportError): string {
  const { msg } = localization;
  if (error.code === 'tooLarge')
    return msg(
      'Remove this file and attach a smaller one, or send the request by e-mail: it is too large for this connection.',
    );
  const { title, advice } = errorText(localization, error);
  return error.code === 'rateLimited' ? `${title}. ${advice}` : title;
}

/** How far the upload is; nothing where the form itself sends the file. */
function upload(list: PictureList, entry: Entry): TemplateResult | typeof nothing {
  const { localization } = list;
  const { msg } = localization;
  const state = list.model.uploadOf(entry);
  switch (state?.name) {
    case 'waiting':
    case 'sending': {
      const { sent, attempt } = state.name === 'sending' ? state : { sent: 0, attempt: 1 };
      return html`
        <progress max="1" .value=${sent} aria-label=${msg(str`Uploading ${entry.file.name}`)}></progress>
        <div class="row between">
          <p class="small quiet" role="status">${attempt > 1 ? msg(str`No answer. Sending again (${attempt}/${ATTEMPTS}).`) : nothing}</p>
          ${attempt > 1 ? html`<button class="button text" part="button" type="button" @click=${() => list.model.cancelUpload(entry)}>${msg('Cancel')}</button>` : nothing}
        </div>
      `;
    }
    case 'failed':
      return html`
        <div class="row between" role="alert">
          <p class="message">${whyNotSent(localization, state.error)}</p>
          <button class="button" part="button" type="button" @click=${() => list.retry(entry)}>${msg('Send again')}</button>
        </div>
      `;
    default:
      return nothing;
  }
}

function row(list: PictureList, entry: Entry, index: number): TemplateResult {
  const { msg } = list.localization;
  const { picture, file, key } = entry;
  const { isDisabled } = list;
  const act = (text: string, label: string, press: () => void, isIdle = false) => html`
    <button class="button text" part="button" type="button" ?disabled=${isDisabled} aria-label=${label} aria-disabled=${isIdle} @click=${press}>${text}</button>
  `;
  const drop = (event: DragEvent) => {
    const dragged = list.model.entries.find((one) => one.key === list.dragged);
    if (!dragged) return;
    event.preventDefault();
    event.stopPropagation();
    void list.move(dragged, index);
  };
  return html`
    <li
      class="entry picture"
      part="picture"
      id="entry-${key}"
      tabindex="-1"
      aria-label=${file.name}
      draggable=${isDisabled ? 'false' : 'true'}
      @dragstart=${(event: DragEvent) => {
        list.dragged = key;
        event.dataTransfer?.setData(dragType, key);
      }}
      @dragend=${() => (list.dragged = undefined)}
      @dragover=${(event: DragEvent) => list.dragged && event.preventDefault()}
      @drop=${drop}
    >
      <div class="thumbnail" role="img" aria-label=${file.name}>${picture?.thumbnail ?? html`<span class="small quiet">${extension(file.name)}</span>`}</div>
      <div class="what">
        <label class="small" for="caption-${key}">${picture ? captionLabel(list.localization) : html`${msg('File caption')} <span class="quiet">${msg('optional')}</span>`}</label>
        <input
          class="control"
          id="caption-${key}"
          aria-describedby="name-${key}"
          ?disabled=${isDisabled}
          maxlength="1000"
          .value=${entry.caption}
          @input=${({ currentTarget }: Event) => currentTarget instanceof HTMLInputElement && list.caption(entry, currentTarget.value)}
          @dragstart=${(event: Event) => event.stopPropagation()}
        />
        <div class="state">
          <p class="small quiet"><span id="name-${key}">${file.name}</span>&nbsp;· ${key === list.redrawn ? preparing(list.localization) : details(list, entry)}</p>
          ${upload(list, entry)}
        </div>
      </div>
      <div class="row acts">
        ${
          list.count > 1
            ? [
                act(
                  '↑',
                  msg(str`Move ${file.name} up`),
                  () => void list.move(entry, index - 1),
                  index === 0,
                ),
                act(
                  '↓',
                  msg(str`Move ${file.name} down`),
                  () => void list.move(entry, index + 1),
                  index === list.model.entries.length - 1,
                ),
              ]
            : nothing
        }
        ${
          picture
            ? html`<button class="button" part="button" type="button" ?disabled=${isDisabled} aria-label=${msg(str`Edit ${file.name}`)} @click=${() => void list.edit(entry)}>${msg('Edit')}</button>`
            : nothing
        }
        ${act(msg('Remove'), msg(str`Remove ${file.name}`), () => list.remove(entry))}
      </div>
    </li>
  `;
}

const extension = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toUpperCase();

/** What was taken out last, in its place, so that it can come back. */
function undoRow(list: PictureList): TemplateResult | typeof nothing {
  const { undo, localization } = list;
  const { msg } = localization;
  if (!undo) return nothing;
  return html`
    <li class="undo row between" id="undo" tabindex="-1">
      <span class="small">${undo.wasAttached ? msg(str`Removed: ${undo.name}`) : msg(str`Not attached: ${undo.name}`)}</span>
      <span class="row">
        <button class="button" part="button" type="button" ?disabled=${list.isDisabled} @click=${() => undo.act()}>${undo.wasAttached ? msg('Undo') : msg('Open it again')}</button>
        <button class="button text" part="button" type="button" ?disabled=${list.isDisabled} @click=${() => list.forgetUndo()}>${msg('Dismiss')}</button>
      </span>
    </li>
  `;
}

/** A picture whose editor the page has hidden or disabled; what was done to it is still there. */
function pausedRow(list: PictureList): TemplateResult | typeof nothing {
  const { paused, isDisabled, localization } = list;
  const { msg } = localization;
  if (paused === undefined) return nothing;
  return html`
    <li class="undo row between">
      <span class="small">${msg(str`Not finished: ${paused}`)}</span>
      <button class="button" part="button" type="button" ?disabled=${isDisabled} @click=${() => list.resume()}>${msg('Open it again')}</button>
    </li>
  `;
}

/** The pictures and documents in their order. */
export function rowsView(list: PictureList): unknown[] {
  const { undo, paused } = list;
  const { entries } = list.model;
  if (!entries.length && !undo && paused === undefined) return [];
  const rows = repeat(
    entries,
    ({ key }) => key,
    (entry, index) => [undo?.index === index ? undoRow(list) : nothing, row(list, entry, index)],
  );
  const last = undo && undo.index >= entries.length ? undoRow(list) : nothing;
  return [rows, last, pausedRow(list)];
}

/** What was not taken, each with the reason and what to do; and what is to be known of what was. */
export function refusalsView(list: PictureList): TemplateResult | typeof nothing {
  const { refused, remarks, note, localization } = list;
  const { limits } = list.model;
  const texts = [
    ...(note ? [note] : []),
    ...refused.map((refusal) => refusalText(localization, refusal, limits)),
    ...remarks.map((remark) => remarkText(localization, remark)),
  ];
  if (!texts.length) return nothing;
  return html`<ul class="refusals">${texts.map((text) => html`<li class="message">${text}</li>`)}</ul>`;
}
