import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Connection } from '../../../context/connection.js';
import type { ServiceProfile } from '../../../contract/service.js';
import { OpeningHoursController } from '../../../controllers/opening-hours-controller.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { copyText } from '../../../ui/copy-text.js';
import { openingTag, openingText } from '../../../ui/opening-text.js';
import { offerOf } from './offer.js';
import { computerOf, readEvidence, type Computer, type Platform } from './platform.js';
import { RemoteSupportDownloadStartedEvent } from '../remote-support-download.events.js';
import type { ServiceLine } from '../caller.js';
import { isPlatform } from './platform-names.js';
import { programSection } from './program.js';
import { supportFrom, type Found } from './support-from.js';

/** The element, as far as it is needed here. */
export interface GuidedHost extends ReactiveControllerHost, EventTarget {
  readonly platform: string | undefined;
  readonly allowedHosts: string | undefined;
}

/** What is known at the moment. */
export interface Known {
  readonly l10n: Localization;
  readonly connection: Connection | undefined;
  readonly service: ServiceProfile | undefined;
}

/** What a person is led through who called themselves, and whether the telephone is answered now. */
export class Guidance implements ReactiveController {
  readonly #host: GuidedHost;
  readonly #known: () => Known;
  readonly #announce: (text: string) => void;
  readonly #telephone: OpeningHoursController;
  #found: Found | undefined;
  #computer: Computer | undefined;
  #chosen: Platform | undefined;
  #asked: Promise<Found> | undefined;
  #connection: Connection | undefined;

  /** @param announce tells assistive technology what has changed */
  constructor(host: GuidedHost, known: () => Known, announce: (text: string) => void) {
    this.#host = host;
    this.#known = known;
    this.#announce = announce;
    this.#telephone = new OpeningHoursController(host, () => known().service?.contact.hours);
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#asked && this.#known().connection !== this.#connection) void this.ask();
  }

  /** A word for the heading. */
  get tag(): unknown {
    return openingTag(this.#known().l10n, this.#telephone.opening);
  }

  /** For who was called and has let the caller in already. */
  get rescue(): unknown {
    const { msg } = this.#known().l10n;
    return html`<p class="small"><b>${msg('If you have already given the session ID or the password, close the remote support program now.')}</b></p>`;
  }

  /** A sentence on the telephone today; missing where the closed days are not known. */
  get hours(): string | undefined {
    const { l10n, service } = this.#known();
    const { opening } = this.#telephone;
    return opening && service && openingText(l10n, opening, service.contact.hours.timeZone);
  }

  /** What comes after "I called"; missing until it is known. */
  program({ msg, language, formats, contact, hours }: ServiceLine): unknown {
    if (!this.#found || !this.#computer) return undefined;
    const { support, error } = this.#found;
    return programSection({
      msg,
      language,
      formats,
      contact,
      hours,
      offer: offerOf(support, this.#host.allowedHosts),
      computer: this.#locate(this.#computer),
      actions: {
        retry: error && (() => void this.ask()),
        choose: (platform) => {
          this.#chosen = platform;
          this.#host.requestUpdate();
        },
        started: ({ platform, url }) =>
          this.#host.dispatchEvent(new RemoteSupportDownloadStartedEvent(platform, url.href)),
        copy: (text) => void this.#copy(text),
      },
    });
  }

  /** Whether the program tells that the endpoint could not be reached. */
  get saysUnreached(): boolean {
    return Boolean(this.#found?.error);
  }

  /** What was found and chosen was another person's. */
  forget(): void {
    this.#asked = this.#found = this.#chosen = undefined;
  }

  /** Asks the endpoint, each time anew: a session link may have come. */
  async ask(): Promise<void> {
    const { l10n, connection } = this.#known();
    this.#connection = connection;
    this.#found = undefined;
    this.#host.requestUpdate();
    const asked = (this.#asked = supportFrom(connection, l10n.language));
    const [found, evidence] = await Promise.all([asked, readEvidence(navigator)]);
    // It was asked again meanwhile, perhaps of another endpoint.
    if (this.#asked !== asked) return;
    this.#found = found;
    this.#computer = computerOf(evidence);
    this.#announce(l10n.msg('The program and the steps are below the question.'));
    this.#host.requestUpdate();
  }

  /** The person's own choice over the host's, and both over the browser's word. */
  #locate(computer: Computer): Computer {
    const { platform } = this.#host;
    const chosen = this.#chosen ?? (isPlatform(platform) ? platform : computer.platform);
    return chosen === computer.platform ? computer : { platform: chosen };
  }

  async #copy(text: string): Promise<void> {
    const { msg } = this.#known().l10n;
    const copied = await copyText(text);
    this.#announce(
      copied
        ? msg('Checksum copied.')
        : msg('Select the checksum and copy it yourself: the browser did not allow copying.'),
    );
  }
}
