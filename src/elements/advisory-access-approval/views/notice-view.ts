import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { AdvisoryAccess } from '../../../contract/advisory-access.js';
import { errorText } from '../../../ui/failure/error-text.js';
import { moment, span } from './moments.js';
import { differences } from './differences.js';
import type { Act, AccessRequest } from '../access-request.js';
import { actText, stateText } from './texts.js';
import { unbroken } from '../../../ui/unbroken.js';
import type { ApprovalView } from './view.js';

/** How things stand: a heading, what it means, and the way on. */
interface Notice {
  readonly tone: 'good' | 'calm' | 'alarm' | '';
  readonly title: string;
  readonly text?: unknown;
  readonly action?: { readonly label: string; readonly go: () => void } | undefined;
}

const show = (
  { noticeId }: AccessRequest,
  { tone, title, text, action: way }: Notice,
): TemplateResult => html`
  <div class="notice ${tone}" id=${noticeId} tabindex="-1">
    <h3>${title}</h3>
    ${text ? html`<div class="small">${text}</div>` : nothing}
    ${way ? html`<div class="row"><button class="button" part="button" type="button" @click=${way.go}>${way.label}</button></div>` : nothing}
  </div>
`;

/** What was granted, as it now stands. */
function grantedText(view: ApprovalView, { startsAt, endsAt }: AdvisoryAccess): string {
  const { msg, now } = view;
  if (!startsAt || !endsAt) return '';
  const [from, until] = [new Date(startsAt), new Date(endsAt)];
  return from > now
    ? msg(str`Access is valid ${span(view, from, until, now)}.`)
    : msg(str`Access ends ${moment(view, until, now)}.`);
}

function mine(view: ApprovalView, { latest }: Extract<Act, { name: 'over' }>): Omit<Notice, 'way'> {
  const { msg } = view;
  switch (latest.state) {
    case 'returned':
      return {
        tone: 'calm',
        title: msg('You requested more information'),
        text: msg('The request returns here when customer service has replied.'),
      };
    case 'rejected':
      return {
        tone: 'calm',
        title: msg('You rejected the request'),
        text: msg('No access was granted. You do not need to do anything.'),
      };
    case 'revoked':
    case 'ended':
      return {
        tone: 'calm',
        title: msg('Access has ended'),
        text: msg('Customer service can no longer view or change anything with this access.'),
      };
    default:
      return {
        tone: 'good',
        title: msg('Access granted'),
        text: `${grantedText(view, latest)} ${msg('You can revoke it at any time.')}`,
      };
  }
}

function ofOthers(
  view: ApprovalView,
  { latest, tried }: Extract<Act, { name: 'over' }>,
): Omit<Notice, 'way'> {
  const { msg, now } = view;
  const { state, decision, history } = latest;
  const unsaved = tried ? ` ${msg('Your decision was not saved.')}` : '';
  if (state === 'lapsed')
    return {
      tone: '',
      title: msg('The request has lapsed'),
      text:
        msg(
          'No one decided in time, so no access was granted. Customer service can send a new request.',
        ) + unsaved,
    };
  if (state === 'withdrawn')
    return {
      tone: '',
      title: msg('Customer service has withdrawn the request'),
      text: msg('No access was granted. You do not need to do anything.') + unsaved,
    };
  const act = decision?.outcome ?? 'unknown';
  const at = moment(view, new Date(decision?.at ?? history.at(-1)?.at ?? latest.serverTime), now);
  const who = decision?.by.name ?? '';
  const told = [actText(view, act), who, at].filter(Boolean).join(', ');
  return {
    tone: '',
    title: msg('Someone else has already decided'),
    text: `${told}. ${act === 'approved' ? grantedText(view, latest) : ''}${unsaved}`,
  };
}

function over(
  view: ApprovalView,
  open: AccessRequest,
  act: Extract<Act, { name: 'over' }>,
): Notice {
  const told = act.mine ? mine(view, act) : ofOthers(view, act);
  return { ...told, action: { label: view.msg('OK'), go: () => view.store.dismiss(open) } };
}

function changed(
  view: ApprovalView,
  open: AccessRequest,
  { latest, tried }: Extract<Act, { name: 'changed' }>,
): Notice {
  const { msg, now } = view;
  const changes = open.request ? differences(view, open.request, latest, now) : [];
  const text = html`<ul class="changes">${changes.map((change) => html`<li>${unbroken(change)}</li>`)}</ul>`;
  const { firstApproval: first } = latest;
  if (first && open.request?.version === latest.version) {
    const unsaved = tried ? ` ${msg('Your decision was not saved.')}` : '';
    return {
      tone: '',
      title: msg('Someone else has approved the request'),
      text: html`<p>${first.by.name}, ${moment(view, new Date(first.at), now)}.${unsaved}</p>
        ${changes.length ? text : nothing}`,
      action: { label: msg('View what was approved'), go: () => open.review() },
    };
  }
  return {
    tone: '',
    title: tried
      ? msg('The request has changed, so your decision was not saved')
      : msg('Customer service has changed the request'),
    text,
    action: { label: msg('View the changed request'), go: () => open.review() },
  };
}

/** What stands in the way of deciding, or what has come of it; nothing while there is neither. */
export function noticeOf(view: ApprovalView, open: AccessRequest): TemplateResult | typeof nothing {
  const { act } = open;
  const { msg } = view;
  switch (act.name) {
    case 'looking':
    case 'writing':
      return nothing;
    case 'sending':
      return show(open, {
        tone: 'calm',
        title: msg('Sending…'),
        text:
          act.attempt > 1
            ? msg(str`Connection lost. Sending again (attempt ${act.attempt}).`)
            : undefined,
      });
    case 'unsure':
      return show(open, {
        tone: 'alarm',
        title: act.checking
          ? msg('Checking whether it got through')
          : msg('We cannot tell whether this got through'),
        text: msg(
          'No answer. This is checked automatically once the connection works. Nothing is done twice.',
        ),
        action: { label: msg('Check now'), go: () => void open.check() },
      });
    case 'undone':
      return show(open, {
        tone: 'alarm',
        title: msg('It did not get through'),
        text: msg('Nothing has changed.'),
        action: { label: msg('Back to the request'), go: () => open.returnToRequest(open.key) },
      });
    case 'refused': {
      const { title } = errorText(view, act.error);
      return show(open, {
        tone: 'alarm',
        title,
        text: msg('Nothing has changed.'),
        action: { label: msg('Back to the request'), go: () => open.returnToRequest(open.key) },
      });
    }
    case 'changed':
      return show(open, changed(view, open, act));
    case 'over':
      return show(open, over(view, open, act));
  }
}

/** A short word for a request's state. */
export const stateTag = (
  view: ApprovalView,
  state: AdvisoryAccess['state'],
  text = stateText(view, state),
): TemplateResult =>
  html`<span class="tag ${state === 'pending' ? 'waits' : state === 'active' ? 'live' : ''}">${text}</span>`;
