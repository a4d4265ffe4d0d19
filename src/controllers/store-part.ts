import type { LitElement, ReactiveController } from 'lit';
import type {
  Catalogues,
  LocalizationController,
} from '../localization/localization-controller.js';
import type { FocusController } from './focus-controller.js';
import { LazyPart, type PartModule } from './lazy-part.js';

/** A chunk that shows what a store holds. */
interface StoreModule extends PartModule {
  readonly FocusController: typeof FocusController;
}

/**
 * The store of an element and what shows it, loaded as soon as there is something to show. Each connection has a store of its own;
 * what still comes by the former one is not for this person.
 */
export class StorePart<M extends StoreModule, S extends ReactiveController> extends LazyPart<M> {
  /** Missing until it is loaded. */
  store: S | undefined;
  readonly #element: LitElement;
  readonly #create: (module: M, isCurrent: () => boolean) => S;

  /** @param create makes the store of the element's connection; `isCurrent` says whether it still is */
  constructor(
    element: LitElement,
    localization: LocalizationController,
    catalogues: Catalogues,
    load: () => Promise<M>,
    create: (module: M, isCurrent: () => boolean) => S,
  ) {
    super(element, localization, catalogues, load, ({ FocusController }) => {
      element.addController(new FocusController(element));
      this.renew();
    });
    this.#element = element;
    this.#create = create;
  }

  /** To be called when the element has another connection. */
  renew(): void {
    const former = this.store;
    if (former) {
      former.hostDisconnected?.();
      this.#element.removeController(former);
    }
    const store: S | undefined =
      this.module && this.#create(this.module, () => this.store === store);
    this.store = store;
    if (store) this.#element.addController(store);
  }
}
