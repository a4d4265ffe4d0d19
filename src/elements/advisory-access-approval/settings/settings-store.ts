import {
  getAdvisorySettings,
  putAdvisorySettings,
  type AdvisorySettings,
} from '../../../contract/advisory-settings.js';
import type { AccessHost } from '../access-request.js';

export type Approvers = AdvisorySettings['approversRequired'];

/** The rules as the endpoint has them, and what became of a change. */
export class AdvisorySettingsStore {
  settings: AdvisorySettings | undefined;
  state: 'loading' | 'failed' | 'there' | 'saving' | 'saved' | 'unsaved' = 'loading';
  readonly #host: AccessHost;

  constructor(host: AccessHost) {
    this.#host = host;
  }

  async load(): Promise<void> {
    this.#enter('loading');
    try {
      this.settings = await this.#host.connection()?.send(getAdvisorySettings, {});
      this.#enter(this.settings ? 'there' : 'failed');
    } catch {
      this.#enter('failed');
    }
  }

  async choose(approversRequired: Approvers): Promise<void> {
    const former = this.settings;
    if (!former || this.state === 'saving') return;
    this.settings = { ...former, approversRequired };
    this.#enter('saving');
    try {
      this.settings = await this.#host
        .connection()
        ?.send(putAdvisorySettings, { body: { approversRequired } });
      this.#enter('saved');
      // What a press grants depends on it.
      void this.#host.access.refresh();
    } catch {
      this.settings = former;
      this.#enter('unsaved');
    }
  }

  #enter(state: AdvisorySettingsStore['state']): void {
    this.state = state;
    this.#host.changed();
  }
}
