import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { missingFiles } from '../../../ui/missing-files.js';
import type { DraftStore } from './draft-store.js';

/** When what stands in the form was kept in this browser. */
export function draftNote(
  { msg, formats }: Localization,
  { note, unkept }: Pick<DraftStore, 'note' | 'unkept'>,
): TemplateResult | typeof nothing {
  if (!note) return nothing;
  const time = formats.time(note.at);
  const text = {
    saved: () =>
      unkept.length
        ? msg(str`Draft saved at ${time}, text only`)
        : msg(str`Draft saved at ${time}`),
    restored: () => msg(str`Draft restored (${time})`),
    failed: () => msg('Draft could not be saved in this browser'),
  }[note.name];
  return html`<span class="small quiet">${text()}</span>`;
}

/** Above the pictures: which of them have to be added again, and which can't be kept. */
export function picturesNote(
  l10n: Localization,
  drafts: Pick<DraftStore, 'missing' | 'unkept' | 'haveUnkept' | 'dismissMissing'>,
): TemplateResult {
  const { msg, formats } = l10n;
  const names = formats.list([...drafts.unkept]);
  return html`
    ${missingFiles(l10n, drafts.missing, () => drafts.dismissMissing())}
    ${drafts.haveUnkept ? html`<p class="message" role="status">${msg(str`Could not be saved in this browser: ${names}`)}</p>` : nothing}
  `;
}
