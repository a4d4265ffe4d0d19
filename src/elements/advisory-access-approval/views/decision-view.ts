import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { AdvisoryAccess } from '../../../contract/advisory-access.js';
import { emphasized, strong } from '../../../ui/emphasis.js';
import { field } from '../../../ui/field.js';
import { moment, span } from './moments.js';
import { chosenPeriod, isNarrower, type SelectionProblem } from '../selection.js';
import type { AccessRequest } from '../access-request.js';
import { missingWord } from './first-approval-view.js';
import { numberOf } from './names.js';
import { areaNames } from './texts.js';
import type { ApprovalView } from './view.js';

/** To look or to change, in how many companies. */
function rightText(view: ApprovalView, { access }: AdvisoryAccess, count: number): string {
  const { msg } = view;
  const number = strong(numberOf(view, count));
  if (!count) return msg('Select the companies to which you grant access.');
  if (access === 'view') {
    return count === 1
      ? msg(str`You grant view access to ${number} company.`)
      : msg(str`You grant view access to ${number} companies.`);
  }
  return count === 1
    ? msg(str`You grant view and change access to ${number} company.`)
    : msg(str`You grant view and change access to ${number} companies.`);
}

function recipientText(
  { msg }: ApprovalView,
  { grantedTo: { kind, name } }: AdvisoryAccess,
): string {
  return kind === 'person'
    ? msg(str`Recipient: only ${strong(name)}.`)
    : msg(str`Recipient: ${strong(name)}, the whole unit.`);
}

/**
 * The plain words of what a press on the button grants: to whom, what, how many companies, which areas, until when.
 *
 * @param isEndMissed whether it is said beside it already that the end is missing
 */
function sentence(
  view: ApprovalView,
  open: AccessRequest,
  request: AdvisoryAccess,
  isEndMissed: boolean,
): TemplateResult {
  const { msg, now } = view;
  const { maxHours, approversRequired } = view.rules;
  const { selection } = open;
  const { from, until } = chosenPeriod({ request, selection, maxHours, now });
  const areas = request.areas.filter(({ id }) => selection.areas.has(id));
  const period = () => {
    if (Number.isNaN(until.getTime())) return isEndMissed ? '' : msg('Choose when access ends.');
    return from > now
      ? msg(str`Access is valid ${strong(span(view, from, until, now))}.`)
      : msg(str`Access ends ${strong(moment(view, until, now))}.`);
  };
  return html`
    <p class="notice calm" part="sentence" id="${open.key}-sentence">
      <span>
        ${emphasized(rightText(view, request, selection.companies.size))} ${emphasized(recipientText(view, request))}
        ${areas.length ? msg(str`Program areas: ${areaNames(view, areas)}.`) : nothing} ${emphasized(period())}
        ${approversRequired > 1 && !request.firstApproval ? missingWord(view) : nothing} ${msg('You can revoke it at any time.')}
      </span>
    </p>
  `;
}

const problemText: Readonly<Record<SelectionProblem, (view: ApprovalView) => string>> = {
  companies: ({ msg }) => msg('Select at least one company.'),
  areas: ({ msg }) => msg('Select at least one program area.'),
  noEnd: ({ msg }) => msg('Choose when access ends.'),
  end: ({ msg }) => msg('Choose an end time in the future, within the requested period.'),
};

/** What a press grants, and the press. */
export function verdict(
  view: ApprovalView,
  open: AccessRequest,
  request: AdvisoryAccess,
  problems: readonly SelectionProblem[],
): TemplateResult {
  const { msg } = view;
  const write = (outcome: 'rejected' | 'returned') =>
    open.enter({ name: 'writing', outcome, missing: false }, `${open.key}-reason`);
  const isMine = request.firstApproval?.mine === true;
  return html`
    ${isMine ? nothing : sentence(view, open, request, problems.includes('noEnd'))}
    ${
      problems.length
        ? html`<p class="message" id=${open.noticeId} tabindex="-1" role="alert">${problems.map((problem) => html`<span>${problemText[problem](view)} </span>`)}</p>`
        : nothing
    }
    <div class="row">
      ${
        isMine
          ? nothing
          : html`
            <button class="button primary" part="button" type="button" aria-describedby="${open.key}-sentence" @click=${() => void open.approve(view.now)}>
              ${isNarrower({ request, selection: open.selection }) ? msg('Approve with limits') : msg('Approve')}
            </button>
          `
      }
      <button class="button" part="button" type="button" id="${open.key}-returned" @click=${() => write('returned')}>${msg('Ask for more information')}</button>
      <button class="button danger" part="button" type="button" id="${open.key}-rejected" @click=${() => write('rejected')}>${msg('Reject')}</button>
    </div>
  `;
}

/** Why it is rejected, or what is to be explained. */
export function reasonForm(
  view: ApprovalView,
  open: AccessRequest,
  outcome: 'rejected' | 'returned',
  missing: boolean,
): TemplateResult {
  const { msg } = view;
  const isRejection = outcome === 'rejected';
  const texts = {
    id: `${open.key}-reason`,
    label: isRejection ? msg('Reason for rejection') : msg('Your question'),
    error: missing
      ? msg('Write a sentence, so that customer service knows what to do.')
      : undefined,
  };
  const onInput = ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLTextAreaElement) open.reason = currentTarget.value;
  };
  return html`
    ${field(
      texts,
      ({ describedBy, invalid }) => html`
        <textarea
          class="control"
          id=${texts.id}
          rows="2"
          maxlength="2000"
          aria-describedby=${describedBy}
          aria-invalid=${invalid}
          aria-required="true"
          .value=${open.reason}
          @input=${onInput}
        ></textarea>
      `,
    )}
    <div class="row">
      <button class="button ${isRejection ? 'danger' : 'primary'}" part="button" type="button" @click=${() => void open.answer(outcome)}>
        ${isRejection ? msg('Reject the request') : msg('Send the question')}
      </button>
      <button class="button text" part="button" type="button" @click=${() => open.returnToRequest(`${open.key}-${outcome}`)}>${msg('Cancel')}</button>
    </div>
  `;
}
