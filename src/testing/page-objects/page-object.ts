import { domSurface } from './dom-surface.js';
import { playwrightSurface, type PlaywrightLocator } from './playwright-surface.js';
import type { Surface } from './surface.js';

/** An element on the page of the test, or Playwright's locator of one. */
export type Target = Element | PlaywrightLocator;

const isLocator = (target: Target): target is PlaywrightLocator => 'waitFor' in target;

/** What every page object can do. Each act waits until it is possible, at most four seconds, or as long as Playwright does. */
export abstract class PageObject {
  /** @internal */
  protected readonly surface: Surface;

  constructor(target: Target) {
    this.surface = isLocator(target) ? playwrightSurface(target) : domSurface(target);
  }

  /** Everything that can be read in the element, with plain spaces. */
  text(): Promise<string> {
    return this.surface.text('.root');
  }
}
