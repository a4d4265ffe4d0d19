import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { moment } from '../views/moments.js';
import type { ApprovalView } from '../views/view.js';

/** That the log of who was granted what can't be relied on, and what to do. */
export function logNotice(view: ApprovalView): TemplateResult | typeof nothing {
  const { msg, now, store } = view;
  const { finding } = store.log;
  if (!finding || finding.kind === 'whole') return nothing;
  const title =
    finding.kind === 'unsigned'
      ? msg('The signature of the advisory access log is not valid')
      : msg('The advisory access log has been altered');
  return html`
    <div class="notice alarm" role="alert">
      <h3>${title}</h3>
      <p class="small">
        ${msg('Contact customer service before you approve anything.')}
        ${
          finding.kind === 'rewritten'
            ? msg(
                str`Earlier entries differ from what this browser saw ${moment(view, new Date(finding.former.at), now)}.`,
              )
            : nothing
        }
      </p>
      ${
        finding.kind === 'rewritten'
          ? html`<div class="row"><button class="button" part="button" type="button" @click=${() => store.log.accept()}>${msg('Accept the current log')}</button></div>`
          : nothing
      }
    </div>
  `;
}
