import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { approverCounts } from '../../../contract/advisory-settings.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { segments } from '../../../ui/segments.js';
import { moment } from '../views/moments.js';
import type { AdvisorySettingsStore, Approvers } from './settings-store.js';

const approversText = ({ msg }: Localization, count: Approvers): string =>
  count === 2 ? msg('Two people') : msg('One person');

/** Who changed the rules, and what they were then. */
function changes(l10n: Localization, { settings }: AdvisorySettingsStore, now: Date): unknown {
  const { msg } = l10n;
  if (!settings?.changes.length) return nothing;
  return html`
    <div class="history small">
      <h3 id="changes">${msg('Changes')}</h3>
      <ol aria-labelledby="changes">
        ${settings.changes.map(
          ({ at, by, approversRequired, maxHours }) =>
            html`<li>
              <span class="quiet">${moment(l10n, new Date(at), now)}</span>
              ${msg(str`${by.name}: approvers required ${approversRequired}, valid for at most ${maxHours} h`)}
            </li>`,
        )}
      </ol>
    </div>
  `;
}

/**
 * How many people have to approve, and who changed it.
 *
 * @param granters how many people can grant access, as far as is known
 */
export function settingsView(
  l10n: Localization,
  store: AdvisorySettingsStore,
  granters: number,
  now: Date,
): TemplateResult {
  const { msg } = l10n;
  const { settings, state } = store;
  if (!settings)
    return state === 'failed'
      ? html`<p class="message" role="alert">${msg('The settings could not be loaded.')}</p>
          <button class="button" part="button" type="button" @click=${() => void store.load()}>${msg('Try again')}</button>`
      : html`<p class="quiet" role="status">${msg('Loading…')}</p>`;
  const { approversRequired } = settings;
  const options = approverCounts.map((count) => ({
    value: String(count),
    label: approversText(l10n, count),
  }));
  const choose = (value: string) => {
    const count = approverCounts.find((one) => String(one) === value);
    if (count) void store.choose(count);
  };
  return html`
    ${segments('approvers', msg('Approvers required'), options, String(approversRequired), choose)}
    ${
      approversRequired > 1 && granters < 2
        ? html`<p class="message">${msg('Give someone else the right to grant access: only one person has it now, so no request can be approved.')}</p>`
        : nothing
    }
    <p class="small quiet" role="status">${state === 'saving' ? msg('Saving…') : state === 'saved' ? msg('Saved.') : nothing}</p>
    ${state === 'unsaved' ? html`<p class="message" role="alert">${msg('Choose again: the choice was not saved.')}</p>` : nothing}
    ${changes(l10n, store, now)}
  `;
}
