/**
 * What jsdom and happy-dom lack and the elements need, as far as a test can do without: nothing is laid out, so everything is in view and
 * nothing moves; styles are not applied; what a form would send of an element isn't kept. Import it before anything else
 * of this package, as a setup file of Vitest or Jest. In a browser it changes nothing.
 */

/** Without a layout no element changes its size. */
class SilentObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): readonly [] {
    return [];
  }
}

/** Without a layout every element is in view. */
class ViewObserver extends SilentObserver {
  readonly #seen: (entries: readonly object[]) => void;

  constructor(seen: (entries: readonly object[]) => void) {
    super();
    this.#seen = seen;
  }

  override observe(target?: Element): void {
    queueMicrotask(() => this.#seen([{ target, isIntersecting: true }]));
  }
}

const missing = (object: object, name: PropertyKey, value: unknown): void => {
  if (!(name in object))
    Object.defineProperty(object, name, { value, configurable: true, writable: true });
};

function simulate(): void {
  missing(globalThis, 'IntersectionObserver', ViewObserver);
  missing(globalThis, 'ResizeObserver', SilentObserver);
  // Vitest has the name, and nothing behind it.
  if (!Reflect.get(globalThis, 'CSS'))
    Object.defineProperty(globalThis, 'CSS', {
      configurable: true,
      value: {
        escape: (text: string) =>
          text.replaceAll(/[^\w-]|^\d/g, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `),
        supports: () => false,
      },
    });

  // Node 20 lacks it.
  missing(Promise, 'withResolvers', function withResolvers<T>() {
    let resolve!: (value: T | PromiseLike<T>) => void;
    let reject!: (reason: unknown) => void;
    const promise = new Promise<T>((yes, no) => {
      resolve = yes;
      reject = no;
    });
    return { promise, resolve, reject };
  });

  const { prototype } = HTMLElement;
  const attach = Reflect.get(prototype, 'attachInternals') as
    ((this: HTMLElement) => object) | undefined;

  prototype.attachInternals = function attachInternals(this: HTMLElement) {
    const internals = attach?.call(this) ?? {};
    let message = '';
    const valid = () => message === '';
    missing(internals, 'form', null);
    missing(internals, 'labels', []);
    missing(internals, 'willValidate', true);
    missing(internals, 'setFormValue', () => undefined);
    missing(internals, 'setValidity', (_flags: unknown, text = '') => {
      message = text;
    });
    missing(internals, 'checkValidity', valid);
    missing(internals, 'reportValidity', valid);
    return internals as ElementInternals;
  };

  // Where styles can't be adopted, Lit writes them into each shadow root, and they would be read as text.
  missing(CSSStyleSheet.prototype, 'replaceSync', () => undefined);
  missing(CSSStyleSheet.prototype, 'replace', () => undefined);
  for (const root of [Document.prototype, ShadowRoot.prototype])
    missing(root, 'adoptedStyleSheets', []);

  // What is there and is nothing would be called.
  if (Reflect.get(navigator, 'locks') === null)
    delete (Navigator.prototype as { locks?: unknown }).locks;

  missing(Element.prototype, 'scrollIntoView', () => undefined);
  missing(Element.prototype, 'checkVisibility', function checkVisibility(this: Element) {
    return this.isConnected && !this.closest('[hidden]');
  });

  const { prototype: dialog } = HTMLDialogElement;
  missing(dialog, 'showModal', function showModal(this: HTMLDialogElement) {
    this.open = true;
  });
  missing(dialog, 'close', function close(this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  });

  // A test may end while an element still loads a part of itself: without a page there is nothing to show it on.
  const { define } = customElements;
  customElements.define = function defineUntilPageIsGone(name, element, options) {
    const { prototype } = element as { prototype: { performUpdate?: () => void } };
    const { performUpdate: update } = prototype;
    if (update)
      prototype.performUpdate = function performUpdate() {
        if ('document' in globalThis) update.call(this);
      };
    define.call(customElements, name, element, options);
  };

  // happy-dom throws where the focus is in the shadow root of another element.
  const focused = Object.getOwnPropertyDescriptor(ShadowRoot.prototype, 'activeElement');
  if ('happyDOM' in globalThis && focused?.get)
    Object.defineProperty(ShadowRoot.prototype, 'activeElement', {
      ...focused,
      get(this: ShadowRoot): unknown {
        try {
          return focused.get?.call(this);
        } catch {
          return null;
        }
      },
    });
}

// Node alone has nothing to add to.
if ('document' in globalThis) simulate();
