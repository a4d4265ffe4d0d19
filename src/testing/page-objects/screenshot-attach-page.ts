import { PageObject } from './page-object.js';

/** A person at a `<screenshot-attach>`. */
export class ScreenshotAttachPage extends PageObject {
  /** Chooses files. A picture that comes alone opens in the editor: go on with `done()`. */
  chooseFiles(...files: readonly File[]): Promise<void> {
    return this.surface.give('[type=file]', files);
  }

  /** Attaches the picture in the editor. */
  done(): Promise<void> {
    return this.surface.press('dialog[open] .primary');
  }

  /** The names of what is attached, in order. */
  names(): Promise<string[]> {
    return this.surface.texts('[id^=name-]');
  }

  /** Why files were not taken, a sentence each. */
  async refusals(): Promise<string[]> {
    await this.surface.sees('.refusals li');
    return this.surface.texts('.refusals li');
  }
}
