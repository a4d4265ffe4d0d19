import type { MsgFn, TemplateMap } from '@lit/localize/internal/types.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { RetryTimer } from '../client/retry-timer.js';
import type { Language } from '../contract/values.js';
import { Formats } from './formats.js';
import { nearestLang, primarySubtag, rootsAround } from './language.js';
import { messageIn, type Text } from './message.js';
import { registeredLanguages } from './registered-languages.js';

/** The messages of one element in one language. */
export interface Catalogue {
  readonly templates: TemplateMap;
}

/** How an element's translations are loaded; English stands in the source. */
export type Catalogues = Readonly<Partial<Record<Language, () => Promise<Catalogue>>>>;

const wordsIn = async (catalogues: Catalogues | undefined, language: Language) =>
  (await catalogues?.[language]?.())?.templates;

interface LocalizedHost extends ReactiveControllerHost, HTMLElement {
  readonly settings: { readonly locale?: string | undefined };
}

/** What sections of an element need in order to speak: messages, and dates and numbers. */
export interface Localization {
  readonly language: Language;
  readonly msg: MsgFn;
  readonly formats: Formats;
}

/**
 * The language of one element, and its messages in it. `@lit/localize` as a whole knows one language per copy and may
 * be configured by the host; so only its form of messages is used, with a catalogue of the element's own.
 *
 * A language that the page imports (`visma-support-widgets/fi`) is spoken in the first paint; any other is loaded.
 *
 * Language: `locale`, else the nearest `lang`, else English; it may change at any time. Where its messages can't be loaded,
 * English is used until they can.
 */
export class LocalizationController implements ReactiveController, Localization {
  /** False until the first catalogue is there: nothing is painted in a language that nobody asked for. */
  ready = false;
  language: Language = 'en';
  formats = new Formats('en');
  readonly msg = ((text: Text) => messageIn(this.#templates, text)) as MsgFn;

  /** Resolves when the words of the language that is known by now can be spoken, or can't be had. */
  settled: Promise<void> = Promise.resolve();

  readonly #host: LocalizedHost;
  readonly #catalogues: Catalogues[];
  readonly #observer = new MutationObserver(() => this.#host.requestUpdate());
  #templates: TemplateMap | undefined;
  #hasFailed = false;
  #wanted: Language | undefined;
  readonly #retries = new RetryTimer(() => {
    if (this.#wanted) void this.#load(this.#wanted);
  });

  constructor(host: LocalizedHost, catalogues: Catalogues) {
    this.#host = host;
    this.#catalogues = [catalogues];
    host.addController(this);
  }

  hostConnected(): void {
    for (const root of rootsAround(this.#host)) {
      this.#observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    }
    if (this.#hasFailed && this.#wanted) void this.#load(this.#wanted);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#retries.stop();
  }

  hostUpdate(): void {
    const tag = primarySubtag(this.#host.settings.locale || nearestLang(this.#host));
    const [own] = this.#catalogues;
    const language =
      Object.keys(own ?? {}).find((known): known is Language => known === tag) ?? 'en';
    if (language === this.#wanted) return;
    this.#wanted = language;
    this.#hasFailed = false;
    this.#retries.stop();
    // While nothing is painted, who asks the endpoint for texts can do so in the language that is coming.
    if (!this.ready) this.#choose(language);
    const words = registeredLanguages.get(language);
    if (language === 'en') this.#speak('en');
    else if (words && this.#catalogues.length === 1) this.#speak(language, words);
    else this.settled = this.#load(language);
  }

  /** Adds the messages of a part that was loaded later. Resolves when they can be spoken. */
  async add(...catalogues: readonly Catalogues[]): Promise<void> {
    for (const catalogue of catalogues)
      if (!this.#catalogues.includes(catalogue)) this.#catalogues.push(catalogue);
    if (this.#wanted && this.#wanted !== 'en') await (this.settled = this.#load(this.#wanted));
  }

  async #load(language: Language): Promise<void> {
    const isSpoken = () => this.ready && this.language === language;
    try {
      const [own, ...added] = this.#catalogues;
      const loaded = await Promise.all([
        registeredLanguages.get(language) ?? wordsIn(own, language),
        ...added.map((catalogue) => wordsIn(catalogue, language)),
      ]);
      if (this.#wanted !== language) return;
      this.#hasFailed = false;
      this.#retries.stop();
      // What was asked for before other words, and comes after them, takes none of those away.
      const spoken = isSpoken() ? this.#templates : undefined;
      this.#speak(
        language,
        loaded.reduce<TemplateMap>((all, templates) => ({ ...all, ...templates }), spoken ?? {}),
      );
    } catch (error) {
      if (this.#wanted !== language) return;
      console.warn(`The texts in "${language}" could not be loaded; English is used.`, error);
      this.#hasFailed = true;
      this.#retries.failed();
      if (!isSpoken()) this.#speak('en');
    }
    this.#host.requestUpdate();
  }

  #speak(language: Language, templates?: TemplateMap): void {
    this.#templates = templates;
    this.#choose(language);
    this.ready = true;
  }

  #choose(language: Language): void {
    this.language = language;
    this.formats = new Formats(language);
  }
}
