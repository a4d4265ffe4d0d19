import { has } from '../../context/connection.js';
import {
  getAdvisoryNotices,
  putAdvisoryNotices,
  type AdvisoryNotices,
  type NoticeChoice,
  type NoticeSettings,
} from '../../contract/advisory-notices.js';
import type { AccessHost } from './access-request.js';

/** What a person is told: what others did since they were last here, and the mails that they get. */
export class Notices {
  /** Missing until the endpoint has said, or where it says nothing. */
  told: AdvisoryNotices | undefined;
  /** What became of the choice of mails. */
  saving: 'none' | 'saving' | 'saved' | 'failed' = 'none';
  readonly #host: AccessHost;
  /** Whether it isn't known yet whether there is anything to tell. */
  isAwaited = true;
  #isAsked = false;

  constructor(host: AccessHost) {
    this.#host = host;
  }

  /** Asks once, as soon as it is known that the endpoint tells. Who is here for the first time has seen all there is. */
  async load(): Promise<void> {
    const { profile, l10n } = this.#host;
    const connection = this.#host.connection();
    if (this.#isAsked || !connection || !profile.service) return;
    this.#isAsked = true;
    if (!has(profile.service, 'advisoryNotices')) {
      this.isAwaited = false;
      return;
    }
    try {
      this.told = await connection.send(getAdvisoryNotices, {}).finally(() => {
        this.isAwaited = false;
        this.#host.changed();
      });
      const { language } = l10n;
      const { since, upTo, language: known } = this.told;
      if (since === undefined) await this.#put({ seen: upTo, language });
      else if (known !== language) await this.#put({ language });
    } catch {
      // Nobody waits for it: it is asked again on the next visit.
    }
  }

  /** The person has seen what happened: it isn't told again. */
  async see(): Promise<void> {
    const { told } = this;
    if (!told) return;
    this.told = { ...told, news: [] };
    this.#host.changed('title');
    await this.#put({ seen: told.upTo }).catch(() => undefined);
  }

  async choose(wants: NoticeChoice): Promise<void> {
    const { told } = this;
    if (!told) return;
    this.told = { ...told, wants };
    this.#save('saving');
    try {
      await this.#put({ wants });
      this.#save('saved');
    } catch {
      this.told = told;
      this.#save('failed');
    }
  }

  #save(state: Notices['saving']): void {
    this.saving = state;
    this.#host.changed();
  }

  async #put(body: NoticeSettings): Promise<void> {
    await this.#host.connection()?.send(putAdvisoryNotices, { body });
  }
}
