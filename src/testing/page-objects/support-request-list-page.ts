import { PageObject } from './page-object.js';

/** A person at a `<support-request-list>`. */
export class SupportRequestListPage extends PageObject {
  /** The subjects of the requests, the newest first. */
  async subjects(): Promise<string[]> {
    await this.surface.sees('.rows .subject, slot[name=empty]');
    return this.surface.texts('.rows .subject');
  }

  /** @param id of the request */
  async open(id: string): Promise<void> {
    await this.surface.press(`[id="open-${id}"]`);
    await this.surface.sees('#request');
  }

  /** What customer service and the customer wrote in the open request, the first one first. */
  timeline(): Promise<string[]> {
    return this.surface.texts('.timeline > li');
  }

  async reply(text: string): Promise<void> {
    await this.surface.write('#reply', text);
    await this.surface.press('.reply .primary');
  }
}
