import { find } from '../shared/find.js';
import type { ProgramError } from './books.js';
import type { Formats, Words } from './words.js';

/** What went wrong last, and where the person was. */
export interface Failure {
  readonly error: ProgramError;
  readonly at: Date;
  /** Of the program, such as `Kirjanpito | Avaa tilikausi`. */
  readonly where: (told: Words) => string;
  readonly companyNumber: string;
  readonly userId: string;
}

export const inWords = ({ error }: Failure, told: Words): string =>
  told.resultAccount(error.account, error.year);

/** All that the program knows of the error; no names and no amounts. */
export const reportOf = (failure: Failure, told: Words, formats: Formats): string =>
  [
    `${told.error} ${failure.error.code}`,
    inWords(failure, told),
    `${told.where}: ${failure.where(told)}`,
    `${told.company}: ${failure.companyNumber}`,
    `${told.user}: ${failure.userId}`,
    `${told.at}: ${formats.time(failure.at)}`,
    `${told.browser}: ${navigator.userAgent}`,
  ].join('\n');

/** *Ohje | Näytä virhe*: the program's own window. */
export class ErrorWindow {
  readonly #window = find('#error', HTMLDialogElement);
  readonly #text = find('#error-text', HTMLElement);
  readonly #none = find('#no-error', HTMLElement);
  readonly #send = find('#send-error', HTMLElement);

  /** @param send opens customer service with the error */
  constructor(send: () => void) {
    find('#close-error', HTMLElement).addEventListener('click', () => this.#window.close());
    this.#send.addEventListener('click', () => {
      this.#window.close();
      send();
    });
  }

  show(report: string | undefined): void {
    this.#text.textContent = report ?? '';
    this.#text.hidden = this.#send.hidden = report === undefined;
    this.#none.hidden = report !== undefined;
    this.#window.showModal();
  }
}
