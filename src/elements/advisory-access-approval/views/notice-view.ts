import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { AdvisoryAccess } from '../../../contract/advisory-access.js';
import { errorText } from '../../../ui/failure/error-text.js';
import { moment, span } from './moments.js';
import { differences } from './differences.js';
import type { Act, AccessRequest } from '../access-request.js';
import { actText, stateText } from './texts.js';
import type { ApprovalView } from './view.js';

/** How things stand: a heading, what it means, and the way on. */
interface Notice {
  readonly tone: 'calm' | 'alarm' | '';
  readonly title: string;
  readonly text?: unknown;
  readonly way?: { readonly label: string; readonly go: () => void } | undefined;
}

const show = (
  { noticeId }: AccessRequest,
  { tone, title, text, way }: Notice,
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
    ? msg(str`The right holds ${span(view, from, until, now)}.`)
    : msg(str`The right ends ${moment(view, until, now)}.`);
}

function mine(view: ApprovalView, { latest }: Extract<Act, { name: 'over' }>): Omit<Notice, 'way'> {
  const { msg } = view;
  switch (latest.state) {
    case 'returned':
      return {
        tone: 'calm',
        title: msg('You asked for more information'),
        text: msg('The request comes back here when support has answered.'),
      };
    case 'rejected':
      return {
        tone: 'calm',
        title: msg('You rejected the request'),
        text: msg('No right was given, and you need not do anything.'),
      };
    case 'revoked':
    case 'ended':
      return {
        tone: 'calm',
        title: msg('The right has ended'),
        text: msg('Support can no longer look at or change anything by it.'),
      };
    default:
      return {
        tone: 'calm',
        title: msg('The right is given'),
        text: `${grantedText(view, latest)} ${msg('You can end it at any time.')}`,
      };
  }
}

function ofOthers(
  view: ApprovalView,
  { latest, tried }: Extract<Act, { name: 'over' }>,
): Omit<Notice, 'way'> {
  const { msg, now } = view;
  const { state, decision, history } = latest;
  const unsaved = tried ? ` ${msg('Your decision was not recorded.')}` : '';
  if (state === 'lapsed')
    return {
      tone: '',
      title: msg('The request has lapsed'),
      text:
        msg('Nobody decided on it in time, and no right was given. Support can ask anew.') +
        unsaved,
    };
  if (state === 'withdrawn')
    return {
      tone: '',
      title: msg('Support has withdrawn the request'),
      text: msg('No right was given, and you need not do anything.') + unsaved,
    };
  const act = decision?.outcome ?? 'unknown';
  const at = moment(view, new Date(decision?.at ?? history.at(-1)?.at ?? latest.serverTime), now);
  const who = decision?.by.name ?? '';
  const told = [actText(view, act), who, at].filter(Boolean).join(', ');
  return {
    tone: '',
    title: msg('Somebody else has decided already'),
    text: `${told}. ${act === 'approved' ? grantedText(view, latest) : ''}${unsaved}`,
  };
}

function over(
  view: ApprovalView,
  open: AccessRequest,
  act: Extract<Act, { name: 'over' }>,
): Notice {
  const told = act.mine ? mine(view, act) : ofOthers(view, act);
  return { ...told, way: { label: view.msg('OK'), go: () => view.store.dismiss(open) } };
}

function changed(
  view: ApprovalView,
  open: AccessRequest,
  { latest, tried }: Extract<Act, { name: 'changed' }>,
): Notice {
  const { msg, now } = view;
  const changes = open.request ? differences(view, open.request, latest, now) : [];
  return {
    tone: '',
    title: tried
      ? msg('The request has changed, so your decision was not recorded')
      : msg('Support has changed the request'),
    text: html`<ul class="changes">${changes.map((change) => html`<li>${change}</li>`)}</ul>`,
    way: { label: msg('Look at the changed request'), go: () => open.review() },
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
            ? msg(str`The connection broke; this is try number ${act.attempt}.`)
            : undefined,
      });
    case 'unsure':
      return show(open, {
        tone: 'alarm',
        title: act.checking
          ? msg('Checking whether it got through')
          : msg('It is not known whether this got through'),
        text: msg(
          'No answer came. It is looked up by itself as soon as there is a connection. Nothing happens twice.',
        ),
        way: { label: msg('Look it up now'), go: () => void open.check() },
      });
    case 'undone':
      return show(open, {
        tone: 'alarm',
        title: msg('It did not get through'),
        text: msg('Nothing has changed.'),
        way: { label: msg('Back to the request'), go: () => open.returnToRequest(open.key) },
      });
    case 'refused': {
      const { title } = errorText(view, act.error);
      return show(open, {
        tone: 'alarm',
        title,
        text: msg('Nothing has changed.'),
        way: { label: msg('Back to the request'), go: () => open.returnToRequest(open.key) },
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
