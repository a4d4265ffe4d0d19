import { html, type TemplateResult } from 'lit';
import { requestStatuses } from 'visma-support-widgets/contract';
import type { Language } from '../page.js';
import type { WholeRequest } from './request-view.js';
import { words } from './words.js';

/** What staff does with a request: says how it stands, and answers. */

export interface FormActs {
  handle(form: HTMLFormElement): void;
  answer(form: HTMLFormElement): void;
}

const onSubmit =
  (act: (form: HTMLFormElement) => void) =>
  (event: Event): void => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLFormElement) act(event.currentTarget);
  };

export function handlingForm(
  { status, helpDeskNumber = '' }: WholeRequest,
  language: Language,
  { handle }: FormActs,
): TemplateResult {
  const told = words[language];
  return html`
    <h3 id="handling">${told.handling}</h3>
    <form aria-labelledby="handling" @submit=${onSubmit(handle)}>
      <label class="field">
        <span>${told.status}</span>
        <select name="status" .value=${status}>
          ${requestStatuses.map((known) => html`<option value=${known} ?selected=${known === status}>${told.statuses[known]}</option>`)}
        </select>
      </label>
      <label class="field">
        <span>${told.helpDeskNumberOptional}</span>
        <input name="helpDeskNumber" maxlength="100" .value=${helpDeskNumber} />
      </label>
      <div class="acts wide">
        <button>${told.saveHandling}</button>
        <output id="handled"></output>
      </div>
    </form>
  `;
}

/** @param types of files that may be attached */
export function answerForm(
  types: readonly string[],
  language: Language,
  { answer }: FormActs,
): TemplateResult {
  const told = words[language];
  return html`
    <h3 id="answering">${told.answering}</h3>
    <form aria-labelledby="answering" @submit=${onSubmit(answer)}>
      <fieldset class="wide">
        <legend>${told.what}</legend>
        <label><input type="radio" name="kind" value="message" checked /> <span>${told.answer}</span></label>
        <label><input type="radio" name="kind" value="chargeableProposal" /> <span>${told.proposal}</span></label>
      </fieldset>
      <div class="field wide">
        <label for="answer-text">${told.text}</label>
        <textarea id="answer-text" name="text" rows="5" maxlength="20000" aria-describedby="answer-help"></textarea>
        <small id="answer-help" class="only-proposal">${told.proposalHelp}</small>
      </div>
      <div class="field wide" role="group" aria-labelledby="answer-files">
        <span id="answer-files">${told.attachments}</span>
        <screenshot-attach name="files" accept=${types.join()}></screenshot-attach>
      </div>
      <div class="acts wide">
        <button class="primary">${told.send}</button>
        <output id="answered"></output>
      </div>
    </form>
  `;
}
