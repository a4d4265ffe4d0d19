import { PageObject } from './page-object.js';

/** A person at an `<advisory-access-approval>`. */
export class AdvisoryAccessApprovalPage extends PageObject {
  /** The requests and rights that are listed, a text each. */
  async requests(): Promise<string[]> {
    await this.surface.sees('[part=request], slot[name=empty]');
    return this.surface.texts('[part=request]');
  }

  /**
   * Opens a request that waits for a decision; one alone is open by itself.
   *
   * @param id of the request
   */
  async open(id: string): Promise<void> {
    const [opened, button] = [
      `article[aria-labelledby$="-${id}"]`,
      `[aria-describedby="row-of-${id}"]`,
    ];
    await this.surface.sees(`${opened}, ${button}`);
    if (!(await this.surface.has(opened))) await this.surface.press(button);
  }

  /**
   * The end of access.
   *
   * @param hours from now, or `asked`: as long as was asked for
   */
  chooseEnd(hours: number | 'asked'): Promise<void> {
    return this.surface.check(`[type=radio][value="${hours}"]`, true);
  }

  /** What a press on *Approve* grants, in words. */
  sentence(): Promise<string> {
    return this.surface.text('[part=sentence]');
  }

  approve(): Promise<void> {
    return this.surface.press('.primary[aria-describedby$="-sentence"]');
  }

  async reject(reason: string): Promise<void> {
    await this.#write('rejected', reason);
    await this.surface.press('.danger');
  }

  async askForMoreInformation(question: string): Promise<void> {
    await this.#write('returned', question);
    await this.surface.press('.primary');
  }

  /** @param id of a right that holds */
  revoke(id: string): Promise<void> {
    return this.surface.press(`.danger[aria-describedby="row-of-${id}"]`);
  }

  /** What has come of the last act. */
  outcome(): Promise<string> {
    return this.surface.text('.notice[tabindex="-1"]');
  }

  async #write(outcome: 'rejected' | 'returned', text: string): Promise<void> {
    await this.surface.press(`[id$="-${outcome}"]`);
    await this.surface.write('textarea[id$="-reason"]', text);
  }
}
