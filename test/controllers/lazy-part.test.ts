import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { css, LitElement } from 'lit';
import { useFakeTimers } from 'sinon';
import { LazyPart, type PartModule } from '../../src/controllers/lazy-part.js';
import {
  LocalizationController,
  type Catalogue,
} from '../../src/localization/localization-controller.js';
import { waitUntil } from '../tools/wait-until.js';

/** What a test decides of the network. */
const network = { isDown: false, asked: 0 };

const load = async (): Promise<PartModule & { readonly word: string }> => {
  network.asked += 1;
  if (network.isDown) throw new TypeError('Failed to fetch');
  return { word: 'here', styles: [css`p { color: rgb(1, 2, 3) }`] };
};

class TestParts extends LitElement {
  readonly settings = {};
  readonly lazy = new LazyPart(this, new LocalizationController(this, {}), {}, load);

  protected override render(): unknown {
    const { module, hasFailed } = this.lazy;
    return html`<p>${module?.word ?? (hasFailed ? 'failed' : 'missing')}</p>`;
  }

  get text(): string {
    return this.renderRoot.textContent?.trim() ?? '';
  }
}
customElements.define('test-parts', TestParts);

/** The module and its words, which come when a test lets them. */
const slow = {
  module: Promise.withResolvers<PartModule>(),
  words: Promise.withResolvers<Catalogue>(),
};

class TestFinnishParts extends LitElement {
  readonly settings = { locale: 'fi' };
  readonly l10n = new LocalizationController(this, { fi: async () => ({ templates: {} }) });
  readonly lazy = new LazyPart(
    this,
    this.l10n,
    { fi: () => slow.words.promise },
    () => slow.module.promise,
  );
}
customElements.define('test-finnish-parts', TestFinnishParts);

const shows = (element: TestParts, text: string): Promise<void> =>
  waitUntil(
    () => element.text === text,
    () => `It shows "${element.text}" and not "${text}"`,
  );

describe('a part of an element that is loaded when it is needed', () => {
  let element: TestParts;
  beforeEach(async () => {
    Object.assign(network, { isDown: false, asked: 0 });
    element = await fixture<TestParts>(html`<test-parts></test-parts>`);
  });

  it('is loaded once however often it is needed, and brings its styles', async () => {
    element.lazy.prepare();
    element.lazy.prepare();
    const { word } = await element.lazy.load();
    expect([word, network.asked]).to.deep.equal(['here', 1]);
    await shows(element, 'here');
    const [text] = element.renderRoot.querySelectorAll('p');
    expect(text && getComputedStyle(text).color).to.equal('rgb(1, 2, 3)');
  });

  it('is tried again by itself after five seconds, and when the browser is back on-line', async () => {
    const clock = useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      network.isDown = true;
      element.lazy.prepare();
      await shows(element, 'failed');
      await clock.tickAsync(5000);
      await waitUntil(() => network.asked === 2, 'It was not tried again');
      network.isDown = false;
      // The failure is known before the next try.
      await element.updateComplete;
      window.dispatchEvent(new Event('online'));
      await shows(element, 'here');
      expect(network.asked).to.equal(3);
    } finally {
      clock.restore();
    }
  });

  it('is not asked for with every update while the next try is ahead', async () => {
    network.isDown = true;
    element.lazy.prepare();
    await shows(element, 'failed');
    for (let updates = 0; updates < 5; updates += 1) {
      element.lazy.prepare();
      element.requestUpdate();
      await element.updateComplete;
    }
    expect(network.asked).to.equal(1);
  });

  it('says that there is no connection to who can not do without it, and is loaded when they try again', async () => {
    network.isDown = true;
    const error: unknown = await element.lazy.load().catch((thrown: unknown) => thrown);
    expect(error).to.include({ code: 'network' });
    network.isDown = false;
    expect(await element.lazy.load()).to.include({ word: 'here' });
  });

  it('is not tried again once the element has left the page', async () => {
    network.isDown = true;
    element.lazy.prepare();
    await shows(element, 'failed');
    element.remove();
    window.dispatchEvent(new Event('online'));
    expect(network.asked).to.equal(1);
  });

  it('comes with the words of a language that was not known yet when it was asked for', async () => {
    const finnish = new TestFinnishParts();
    const order: string[] = [];
    const loading = finnish.lazy.load().then(() => order.push('there'));
    document.body.append(finnish);
    await finnish.updateComplete;
    slow.module.resolve({ styles: [] });
    await nextFrame();
    order.push('words');
    slow.words.resolve({ templates: {} });
    await loading;
    finnish.remove();
    expect(order).to.deep.equal(['words', 'there']);
  });
});
