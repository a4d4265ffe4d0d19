import { PageObject } from './page-object.js';

/** A person at a `<remote-support-download>`. */
export class RemoteSupportDownloadPage extends PageObject {
  /** Tells who called, which comes before the program. */
  async answerWhoCalled(caller: 'me' | 'them'): Promise<void> {
    await this.surface.press(`.answers button:nth-of-type(${caller === 'me' ? 1 : 2})`);
  }

  /** What is read about the program. */
  program(): Promise<string> {
    return this.surface.text('.program');
  }
}
