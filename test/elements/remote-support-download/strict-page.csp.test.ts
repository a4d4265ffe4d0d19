import { expect } from '@open-wc/testing';
import { openGate } from '../../tools/gate.js';
import { languages } from '../../../src/contract/values.js';
import { words } from './words.js';
import { openProgram } from './support-page.js';

describe('remote support on a page with the strict policy', () => {
  it('works with an endpoint and without one, in every language, and breaks no rule of the policy', async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      violations.push(`${effectiveDirective} ${blockedURI}`),
    );
    const { endpoint } = await openGate();
    for (const locale of languages) {
      for (const reached of [undefined, endpoint]) {
        const page = await openProgram({ locale, endpoint: reached });
        await page.unfold();
        await page.choose('Mac');
        await page.press(words[locale].them);
      }
    }
    await new Promise((done) => requestAnimationFrame(done));
    expect(violations).to.deep.equal([]);
  });
});
