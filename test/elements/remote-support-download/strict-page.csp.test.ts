import { expect } from '@open-wc/testing';
import { openGate } from '../../tools/gate.js';
import { openProgram } from './support-page.js';

describe('remote support on a page with the strict policy', () => {
  it('works with an endpoint and without one, in both languages, and breaks no rule of the policy', async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => violations.push(`${effectiveDirective} ${blockedURI}`));
    const { endpoint } = await openGate();
    for (const locale of ['fi', 'en']) {
      for (const reached of [undefined, endpoint]) {
        const page = await openProgram({ locale, endpoint: reached });
        await page.unfold();
        await page.choose('Mac');
        await page.press(locale === 'fi' ? 'Minulle soitettiin' : 'Someone called me');
      }
    }
    await new Promise((done) => requestAnimationFrame(done));
    expect(violations).to.deep.equal([]);
  });
});
