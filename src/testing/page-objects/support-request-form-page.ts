import type { ProblemAbout, RequestKind } from '../../contract/support-requests.js';
import { PageObject } from './page-object.js';

/** A person at a `<support-request-form>`. */
export class SupportRequestFormPage extends PageObject {
  writeSummary(text: string): Promise<void> {
    return this.surface.write('#summary', text);
  }

  writeDescription(text: string): Promise<void> {
    return this.surface.write('#description', text);
  }

  /** What is read in the error message; so the problem is about one. */
  async writeErrorMessage(text: string): Promise<void> {
    await this.chooseKind('problem');
    await this.chooseAbout('error');
    await this.surface.write('#errorMessage', text);
  }

  chooseKind(kind: RequestKind): Promise<void> {
    return this.surface.check(`[name=kind][value=${kind}]`, true);
  }

  /** What a problem is about. */
  chooseAbout(about: ProblemAbout): Promise<void> {
    return this.surface.check(`[name=about][value=${about}]`, true);
  }

  markCritical(isCritical = true): Promise<void> {
    return this.surface.check('#critical', isCritical);
  }

  /** @param id of an application of the product */
  async chooseApplication(id: string): Promise<void> {
    await this.#open('application');
    await this.surface.choose('#application', id);
  }

  addCompanyNumbers(...numbers: readonly string[]): Promise<void> {
    return this.#add('companyNumbers', numbers);
  }

  addUserIds(...ids: readonly string[]): Promise<void> {
    return this.#add('userIds', ids);
  }

  async writeContact(
    contact: Partial<Record<'company' | 'name' | 'phone' | 'email', string>>,
  ): Promise<void> {
    await this.#open('contact');
    for (const [field, text] of Object.entries(contact))
      await this.surface.write(`#contact-${field}`, text);
  }

  /** Chooses files, and finds each picture good as it is. */
  async attach(...files: readonly File[]): Promise<void> {
    await this.surface.sees('screenshot-attach');
    await this.surface.give('[type=file]', files);
    if (files.length === 1 && files[0]?.type.startsWith('image/'))
      await this.surface.press('dialog[open] .primary');
  }

  send(): Promise<void> {
    return this.surface.press('#send');
  }

  /** The subject that will be sent. */
  subject(): Promise<string> {
    return this.surface.text('output');
  }

  /** What stands in the receipt, once the request has arrived. */
  async receipt(): Promise<string> {
    await this.surface.sees('#receipt');
    return this.text();
  }

  /** What has to be put right before the request can be sent, a line each. */
  async problems(): Promise<string[]> {
    await this.surface.sees('#problems');
    return this.surface.texts('#problems li');
  }

  /** Why the request could not be sent, and what can be done. */
  failure(): Promise<string> {
    return this.surface.text('#failure');
  }

  async #add(field: string, entries: readonly string[]): Promise<void> {
    await this.#open(field);
    for (const entry of entries) {
      await this.surface.write(`#${field}`, entry);
      await this.surface.key(`#${field}`, 'Enter');
    }
  }

  /** Opens what is folded to a line. */
  async #open(fact: string): Promise<void> {
    await this.surface.sees('#send');
    const button = `#${fact}-change[aria-expanded=false]`;
    if (await this.surface.has(button)) await this.surface.press(button);
  }
}
