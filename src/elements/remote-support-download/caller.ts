import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../localization/localization-controller.js';
import type { Contact } from '../../ui/contact.js';
import { phoneLink } from '../../ui/phone.js';

/** Who called: the person, or somebody them. */
export type Caller = 'me' | 'them';

/** How customer service is reached. */
export interface ServiceLine extends Localization {
  readonly contact: Contact;
  /** When the telephone is answered, in a sentence. */
  readonly hours: string | undefined;
}

/** What the sections see of the element, and how they tell it of an answer. */
export interface SupportView extends ServiceLine {
  /** Missing as long as there is no answer. */
  readonly caller: Caller | undefined;
  answer(caller: Caller): void;
}

/**
 * Who called whom. A caller who means harm dictates the answer, so neither of the two looks like the right one, and
 * nothing is to be had without one.
 */
export function callerQuestion({ msg, caller, answer }: SupportView): TemplateResult {
  const choice = (value: Caller, label: string) => html`
    <button class="button" part="button" type="button" aria-pressed=${value === caller ? 'true' : 'false'} @click=${() => answer(value)}>${label}</button>
  `;
  return html`
    <div class="answers" role="group" aria-labelledby="question">
      <h3 id="question">${msg('Who called?')}</h3>
      ${choice('me', msg('I called Visma'))} ${choice('them', msg('Someone called me'))}
    </div>
  `;
}

/** The number to call, which no caller could have planted. */
export const callUs = ({ contact: { phone, phoneInternational } }: ServiceLine): TemplateResult =>
  html`<span class="call">${phoneLink(phone, phoneInternational)}</span>`;

/**
 * What to do with a caller whom one didn't call, and as long as there is no answer.
 *
 * @param rescue for who has let the caller in already
 */
export function callerWarning(view: SupportView, rescue: unknown = nothing): TemplateResult {
  const { msg, caller, hours } = view;
  return html`
    <div class="notice ${caller ? 'alarm' : ''}" part="notice">
      <h3>${caller ? msg('Do not download the program') : msg('Do not download anything until you know who you are talking to')}</h3>
      <p class="small">
        ${caller ? msg('End the call and call us:') : msg('If someone called you or you are not sure, end the call and call us:')} ${callUs(view)}.
        ${caller ? msg('Then you know that you are talking to Visma customer service.') : nothing}
      </p>
      ${hours ? html`<p class="small">${hours}</p>` : nothing} ${rescue}
    </div>
  `;
}

/** What holds for every connection [guide 2.2]. */
export const assurances = ({ msg }: Localization): TemplateResult => html`
  <ul class="ticks small" part="assurances">
    <li>${msg('You see everything that is done on your computer.')}</li>
    <li>${msg('The connection is encrypted.')}</li>
    <li>${msg('Only you can start a connection.')}</li>
    <li>${msg('Either party can end the connection at any time.')}</li>
  </ul>
`;
