import { expect } from '@open-wc/testing';
import {
  computerOf,
  readEvidence,
} from '../../../src/elements/remote-support-download/program/platform.js';
import { called, full, states } from './states.js';
import { words } from './words.js';
import { openGate } from '../../tools/gate.js';
import { itOnce } from '../../tools/one-engine.js';
import { openSupport } from './support-page.js';

// That every state fits 320 pixels and is accessible, its stories are tested for.
describe('remote support in a panel', () => {
  for (const [name, go] of Object.entries(states)) {
    it(`has no target smaller than 24 pixels: ${name}`, async () => {
      const page = await go('fi', words.fi);
      const small = [
        ...page.root.querySelectorAll<HTMLElement>('button, summary, .segments label, a.button'),
      ].filter((part) => part.offsetHeight < 24);
      expect(small.map((part) => part.outerHTML.slice(0, 80))).to.deep.equal([]);
    });
  }

  itOnce('speaks another language at once, in the middle of it', async () => {
    const page = await called('windows', full)('fi', words.fi);
    page.element.locale = 'en';
    await page.reads('Download TeamViewer (Windows)');
    await page.reads(/Phone service (open|closed)/);
  });

  it('moves nothing when the endpoint answers late', async () => {
    const { endpoint } = await openGate([{ fault: 'slow', path: '/service*', delay: 300 }]);
    const page = await openSupport({ endpoint });
    const top = () => page.button('Minä soitin Vismalle').getBoundingClientRect().top;
    const before = top();
    page.button('Minulle soitettiin').focus();
    await page.reads(/Puhelinpalvelu (auki|suljettu)/);
    expect(top()).to.equal(before);
  });
});

describe('the computer that this test runs on', () => {
  it('is known by what each browser tells of it', async () => {
    expect(computerOf(await readEvidence(navigator)).platform).to.be.oneOf([
      'windows',
      'macos',
      'linux',
    ]);
  });
});
