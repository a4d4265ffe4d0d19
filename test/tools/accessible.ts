import { expect } from '@open-wc/testing';
import { engine } from './input.js';

/**
 * Has axe look at a state that no story shows. It reads the tree and the styles of the page, which engines share, so it looks in
 * Chromium alone, as it does at stories.
 */
export async function assertAccessible(element: Element): Promise<void> {
  if (engine === 'chromium') await expect(element).to.be.accessible();
}
