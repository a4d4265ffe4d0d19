import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { AdvisoryAccess } from '../../../contract/advisory-access.js';
import type { AccessRequest } from '../access-request.js';
import { unbroken } from '../../../ui/unbroken.js';
import type { ApprovalView } from './view.js';

/** Whose word is missing before access begins. */
export function missingWord({ msg, formats, viewer }: ApprovalView): string {
  const { otherGranters: others } = viewer;
  const need = msg('Access begins only once someone else also approves.');
  return others.length ? `${need} ${msg(str`Other approvers: ${formats.list(others)}.`)}` : need;
}

/** That the first of two has approved, and what that means to the person. */
export function firstApprovalNotice(
  view: ApprovalView,
  { noticeId, act }: AccessRequest,
  { firstApproval: first }: AdvisoryAccess,
): TemplateResult | typeof nothing {
  if (!first) return nothing;
  const { msg } = view;
  const isSecond = view.viewer.mayGrant && !first.mine;
  return html`
    <div class="notice ${first.mine ? 'good' : 'calm'}" id=${first.mine && act.name === 'looking' ? noticeId : nothing} tabindex="-1">
      <h3>${first.mine ? msg('You have approved the request') : msg(str`Approved by ${first.by.name}`)}</h3>
      <p class="small">
        ${isSecond ? msg('What was approved is shown below. Access begins once you approve too. You can limit it further.') : missingWord(view)}
      </p>
      ${first.reason ? html`<p class="small words">${unbroken(first.reason)}</p>` : nothing}
    </div>
  `;
}
