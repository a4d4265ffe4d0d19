import { ContextConsumer } from '@lit/context';
import { expect, fixture, nextFrame } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import '../../src/context/support-provider.define.js';
import * as page from '../../src/context/page-context.js';
import * as original from '../../src/context/support-context.js';
import type { SupportProvider } from '../../src/context/support-provider.js';
import { settled, widget, type TestWidget } from './widget.js';

const open = async (content: unknown): Promise<HTMLElement> => {
  const page = await fixture<HTMLElement>(html`<div>${content}</div>`);
  await settled();
  return page;
};

const providerIn = (page: Element): SupportProvider => {
  const provider = page.querySelector('support-provider');
  if (!provider) throw new Error('There is no provider.');
  return provider;
};

/** A widget that a host framework puts on `body`, as its overlays are. */
function overlay(): TestWidget {
  const element = document.createElement('test-widget');
  element.id = 'overlay';
  document.body.append(element);
  return element;
}
afterEach(() => document.querySelectorAll('#overlay').forEach((element) => element.remove()));

describe('a widget in a provider', () => {
  it('is told what the nearest provider says, and what the ones around it say beside', async () => {
    await open(html`
      <support-provider endpoint="/outer" phone="1" application="kirjanpito">
        <test-widget id="outer"></test-widget>
        <support-provider endpoint="/inner" application="palkanlaskenta"><test-widget id="inner"></test-widget></support-provider>
      </support-provider>
    `);
    expect(widget('outer').text).to.equal('/outer kirjanpito 1');
    expect(widget('inner').text).to.equal('/inner palkanlaskenta 1');
  });

  it('may say something else itself, value by value', async () => {
    await open(
      html`<support-provider endpoint="/api" phone="1"><test-widget id="a" phone="2"></test-widget></support-provider>`,
    );
    expect(widget('a').text).to.equal('/api - 2');
  });

  it('is found in shadow roots and slots', async () => {
    const page = await open(
      html`<support-provider endpoint="/api"><div id="host"><test-widget id="slotted"></test-widget></div></support-provider>`,
    );
    const root = page.querySelector('#host')?.attachShadow({ mode: 'open' });
    root?.append(document.createElement('slot'), document.createElement('test-widget'));
    await settled();
    expect(widget('slotted').text).to.equal('/api - -');
    const inner = root?.querySelector('test-widget');
    await inner?.updateComplete;
    expect(inner?.text).to.equal('/api - -');
  });

  it('hears of every change', async () => {
    const page = await open(
      html`<support-provider endpoint="/api" application="a"><test-widget id="a"></test-widget></support-provider>`,
    );
    const provider = providerIn(page);
    provider.setAttribute('application', 'b');
    provider.phone = '5';
    await settled();
    expect(widget('a').text).to.equal('/api b 5');
    provider.removeAttribute('application');
    provider.endpoint = '/other';
    await settled();
    expect(widget('a').text).to.equal('/other - 5');
    widget('a').endpoint = '/own';
    await settled();
    expect(widget('a').text).to.equal('/own - 5');
  });

  it('listens to the provider into which it is moved', async () => {
    const page = await open(html`
      <support-provider endpoint="/one"><test-widget id="a"></test-widget></support-provider>
      <support-provider id="two" endpoint="/two"></support-provider>
    `);
    page.querySelector('#two')?.append(widget('a'));
    await settled();
    expect(widget('a').text).to.equal('/two - -');
    providerIn(page).setAttribute('endpoint', '/changed');
    await settled();
    expect(widget('a').text).to.equal('/two - -');
  });

  it('goes on in the provider around when its own is taken away', async () => {
    const page = await open(html`
      <support-provider endpoint="/outer"><support-provider id="inner" endpoint="/inner"><test-widget id="a"></test-widget></support-provider></support-provider>
    `);
    const inner = page.querySelector('#inner');
    inner?.replaceWith(...inner.childNodes);
    await settled();
    expect(widget('a').text).to.equal('/outer - -');
  });

  it('moves with its provider', async () => {
    const page = await open(
      html`<support-provider endpoint="/api"><test-widget id="a"></test-widget></support-provider><p></p>`,
    );
    page.querySelector('p')?.append(providerIn(page));
    await settled();
    providerIn(page).application = 'b';
    await settled();
    expect(widget('a').text).to.equal('/api b -');
  });

  it('is updated no more often than something changed', async () => {
    const page = await open(html`
      <support-provider endpoint="/outer"><support-provider application="a">
        <test-widget id="a"></test-widget><test-widget id="b" endpoint="/own"></test-widget>
      </support-provider></support-provider>
    `);
    const outside = overlay();
    await settled();
    const widgets = [widget('a'), widget('b'), outside];
    for (const { updates } of widgets) expect(updates).to.be.at.most(3);
    const before = widgets.map(({ updates }) => updates);
    await nextFrame();
    await settled();
    expect(widgets.map(({ updates }) => updates)).to.deep.equal(before);
    providerIn(page).phone = '1';
    await settled();
    await nextFrame();
    widgets.forEach(({ updates }, index) =>
      expect(updates - (before[index] ?? 0)).to.be.within(1, 2),
    );
  });
});

describe('a widget outside of every provider', () => {
  it("is served by the page's first provider", async () => {
    await open(html`
      <support-provider endpoint="/first" application="a"><support-provider endpoint="/inner"></support-provider></support-provider>
      <support-provider endpoint="/second"></support-provider>
    `);
    overlay();
    await settled();
    expect(widget('overlay').text).to.equal('/first a -');
  });

  it('hears of its changes, and of the next one when it goes', async () => {
    const page = await open(
      html`<support-provider endpoint="/first"></support-provider><support-provider endpoint="/second"></support-provider>`,
    );
    overlay();
    const first = providerIn(page);
    first.endpoint = '/changed';
    await settled();
    expect(widget('overlay').text).to.equal('/changed - -');
    first.remove();
    await settled();
    expect(widget('overlay').text).to.equal('/second - -');
    providerIn(page).remove();
    await settled();
    expect(widget('overlay').text).to.equal('- - -');
  });

  it('does not lend what it is told to other providers', async () => {
    await open(html`
      <support-provider endpoint="/first" application="a"></support-provider>
      <support-provider endpoint="/second"><test-widget id="a"></test-widget></support-provider>
    `);
    expect(widget('a').text).to.equal('/second - -');
  });
});

describe('two copies of the package on one page', () => {
  it('share the page and its providers', async () => {
    const copy = (await import('../../src/context/support-context.js?copy')) as typeof original;
    const copyOfPage = (await import('../../src/context/page-context.js?copy')) as typeof page;
    expect(copy.noSurroundings).not.to.equal(original.noSurroundings);
    expect(copyOfPage.pageContext()).to.equal(page.pageContext());

    class OtherCopy extends LitElement {
      readonly told = new ContextConsumer(this, { context: copy.supportContext, subscribe: true });
    }
    customElements.define('other-copy', OtherCopy);
    const inPage = await open(
      html`<support-provider endpoint="/api"><other-copy></other-copy></support-provider>`,
    );
    const outside = document.createElement('other-copy') as OtherCopy;
    outside.id = 'overlay';
    document.body.append(outside);
    await outside.updateComplete;
    const inside = inPage.querySelector<OtherCopy>('other-copy');
    expect([
      inside?.told.value?.settings.endpoint,
      outside.told.value?.settings.endpoint,
    ]).to.deep.equal(['/api', '/api']);
  });
});
