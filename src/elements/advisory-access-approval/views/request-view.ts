import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { AdvisoryAccess } from '../../../contract/advisory-access.js';
import { companiesView } from './companies-view.js';
import { endView } from './end-view.js';
import { facts, history, accessReceiptView, usesSection } from './facts-view.js';
import { accessFailure } from './failure-view.js';
import { firstApprovalNotice } from './first-approval-view.js';
import { noticeOf, stateTag } from './notice-view.js';
import type { Content, AccessRequest } from '../access-request.js';
import { nameOf } from './names.js';
import { reasonForm, verdict } from './decision-view.js';
import type { ApprovalView } from './view.js';

type There = Extract<Content, { name: 'there' }>;

/** The program areas, where there is more than one to choose. */
function areasView(
  view: ApprovalView,
  open: AccessRequest,
  { request: { areas } }: There,
): TemplateResult | typeof nothing {
  const { selection } = open;
  if (areas.length < 2) return nothing;
  const onChange = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return;
    const chosen = new Set(selection.areas);
    if (target.checked) chosen.add(target.value);
    else chosen.delete(target.value);
    open.choose({ areas: chosen });
  };
  return html`
    <fieldset @change=${onChange}>
      <legend>${view.msg('Program areas')}</legend>
      <div class="areas">
        ${areas.map(
          ({ id, name }) =>
            html`<label class="check"><input type="checkbox" value=${id} .checked=${selection.areas.has(id)} />${nameOf(view, name)}</label>`,
        )}
      </div>
    </fieldset>
  `;
}

/** Who lacks the right sees who has it, and where it is given [guide 2.1.1]. */
function readerNotice({ msg, formats, viewer: { granters } }: ApprovalView): TemplateResult {
  return html`
    <div class="notice calm">
      <h3>${msg('You cannot grant advisory access')}</h3>
      <p class="small">
        ${granters.length ? msg(str`These people can grant it: ${formats.list(granters)}.`) : nothing}
        ${msg('The right to grant access is set in Service Management | Web applications.')}
      </p>
    </div>
  `;
}

function deciding(
  view: ApprovalView,
  open: AccessRequest,
  there: There,
): TemplateResult | typeof nothing {
  const { act } = open;
  if (act.name === 'looking') return verdict(view, open, there.request, act.problems);
  return act.name === 'writing'
    ? reasonForm(view, open, act.outcome, act.missing)
    : noticeOf(view, open);
}

function pending(view: ApprovalView, open: AccessRequest, there: There): TemplateResult {
  const { msg } = view;
  const { mayGrant } = view.viewer;
  const { request } = there;
  const isChoosing = mayGrant && !request.firstApproval?.mine;
  return html`
    ${firstApprovalNotice(view, open, request)}
    ${request.extends ? html`<p class="small">${msg('Customer service requests more time. What you granted before is already selected.')}</p>` : nothing}
    ${facts(view, request, request.areas.length > 1 && (isChoosing ?? true))}
    ${
      mayGrant
        ? html`
          ${companiesView(view, open, there, !isChoosing)} ${isChoosing ? html`${areasView(view, open, there)} ${endView(view, open, request)}` : nothing}
          <div class="verdict">${deciding(view, open, there)}</div>
        `
        : html`${companiesView(view, open, there, true)} ${mayGrant === false ? readerNotice(view) : nothing} ${noticeOf(view, open)}`
    }
    <p class="small quiet">${msg('Everyone who works with Visma software is bound by a duty of confidentiality.')}</p>
  `;
}

/** What is known of a request on which there is nothing to decide. */
export function detailsOf(view: ApprovalView, open: AccessRequest): TemplateResult {
  const { content } = open;
  if (content.name === 'loading')
    return html`<p class="quiet" role="status">${view.msg('Loading…')}</p>`;
  if (content.name === 'failed') return accessFailure(view, content.error, () => void open.load());
  return html`${facts(view, content.request)} ${companiesView(view, open, content, true)} ${usesSection(view, open, content.request)} ${history(view, open, content.request)} ${accessReceiptView(view, open)}`;
}

/** A right that is shown alone can be ended too. */
function ending(
  { msg, viewer: { mayGrant } }: ApprovalView,
  open: AccessRequest,
  state: AdvisoryAccess['state'],
): TemplateResult | typeof nothing {
  if (!mayGrant || (state !== 'active' && state !== 'scheduled')) return nothing;
  return html`<div class="row"><button class="button danger" part="button" type="button" @click=${() => void open.revoke()}>${msg('Revoke access')}</button></div>`;
}

/** One request whole. */
export function accessRequestView(view: ApprovalView, open: AccessRequest): TemplateResult {
  const { msg } = view;
  const { content, act } = open;
  const state = content.name === 'there' ? content.request.state : 'pending';
  const isOver = act.name === 'over';
  return html`
    <article class="request" part="request" aria-labelledby=${open.key}>
      <div class="row between">
        <h3 id=${open.key} tabindex="-1">${state === 'pending' ? msg('Advisory access request') : msg('Advisory access')}</h3>
        ${isOver || state === 'pending' ? nothing : stateTag(view, state)}
      </div>
      ${
        isOver
          ? noticeOf(view, open)
          : content.name === 'there' && state === 'pending'
            ? pending(view, open, content)
            : html`${noticeOf(view, open)} ${detailsOf(view, open)} ${act.name === 'looking' ? ending(view, open, state) : nothing}`
      }
    </article>
  `;
}
