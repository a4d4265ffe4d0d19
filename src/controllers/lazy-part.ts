import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';
import { RetryTimer } from '../client/retry-timer.js';
import { reportFault } from '../client/report-fault.js';
import { SupportError } from '../client/support-error.js';
import type {
  Catalogues,
  LocalizationController,
} from '../localization/localization-controller.js';
import { adoptMoreStyles } from '../ui/adopt-more-styles.js';

/** A chunk as an element loads it: what it exports, and its styles. */
export interface PartModule {
  readonly styles: readonly CSSResult[];
}

/** What an element gives to the parts that it loads. */
interface PartHost extends ReactiveControllerHost {
  readonly renderRoot: Node;
}

/**
 * A part of an element that is loaded when it is first needed.
 *
 * @example
 * ```ts
 * readonly #editor = new LazyPart(this, this.#localization, lazyCatalogues, () => import('./editor.lazy.js'));
 * // In `updated`, as soon as somebody may need it; a failure is mended without a word:
 * this.#editor.prepare();
 * // In `render`:
 * this.#editor.module?.toolbar(this) ?? (this.#editor.hasFailed ? html`…` : nothing)
 * // On an act that can't do without it:
 * const { crop } = await this.#editor.load();
 * ```
 */
export class LazyPart<M extends PartModule> implements ReactiveController {
  /** Missing until it is loaded. */
  module: M | undefined;
  /** Whether the last try failed, and no other has succeeded since. */
  hasFailed = false;
  readonly #host: PartHost;
  readonly #localization: LocalizationController;
  readonly #catalogues: Catalogues;
  readonly #import: () => Promise<M>;
  readonly #loaded: ((module: M) => void) | undefined;
  readonly #retries = new RetryTimer(() => this.prepare());
  #loading: Promise<M> | undefined;

  /**
   * @param catalogues the messages of the part, which are loaded beside it
   * @param loaded called once, before the host renders with the part
   */
  constructor(
    host: PartHost,
    localization: LocalizationController,
    catalogues: Catalogues,
    load: () => Promise<M>,
    loaded?: (module: M) => void,
  ) {
    this.#host = host;
    this.#localization = localization;
    this.#catalogues = catalogues;
    this.#import = load;
    this.#loaded = loaded;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#retries.stop();
  }

  /**
   * Loads it once, and again after a failure.
   *
   * @throws SupportError `network`
   */
  load(): Promise<M> {
    this.#loading ??= this.#load().catch((cause: unknown) => {
      this.#loading = undefined;
      this.hasFailed = true;
      reportFault('A part of an element could not be loaded', cause);
      this.#host.requestUpdate();
      throw new SupportError('network', 'A part of the element could not be loaded', { cause });
    });
    return this.#loading;
  }

  /** Loads it before it is needed; may be called with every update. After a failure it is tried again by itself, when it is time to. */
  prepare(): void {
    if (this.#loading || this.#retries.isWaiting) return;
    this.load().then(
      () => this.#retries.stop(),
      () => this.#retries.failed(),
    );
  }

  /** Tries again at once, as a person asks for it. */
  retry(): void {
    this.#retries.stop();
    this.prepare();
  }

  async #load(): Promise<M> {
    const [module] = await Promise.all([this.#import(), this.#localization.add(this.#catalogues)]);
    // The language may have become known only meanwhile.
    await this.#localization.settled;
    adoptMoreStyles(this.#host.renderRoot, module.styles);
    this.module = module;
    this.#loaded?.(module);
    this.hasFailed = false;
    this.#host.requestUpdate();
    return module;
  }
}
