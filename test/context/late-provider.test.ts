import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { stub, type SinonStub } from 'sinon';
import { settled, widget } from './widget.js';

describe('a page whose provider is defined late', () => {
  let warn: SinonStub<unknown[], void>;
  beforeEach(() => (warn = stub(console, 'warn')));
  afterEach(() => warn.restore());

  it('has no widget complain before, and serves those already there, inside and outside', async () => {
    await fixture(html`
      <div>
        <test-widget id="outside"></test-widget>
        <support-provider endpoint="/outer" phone="1">
          <support-provider endpoint="/inner"><test-widget id="inside"></test-widget></support-provider>
        </support-provider>
      </div>
    `);
    expect(
      [widget('inside'), widget('outside')].map(({ failure, text }) => [failure, text]),
    ).to.deep.equal([
      [undefined, '- - -'],
      [undefined, '- - -'],
    ]);
    await import('../../src/context/support-provider.define.js');
    await settled();
    expect([widget('inside').text, widget('outside').text]).to.deep.equal([
      '/inner - 1',
      '/outer - 1',
    ]);
    expect(warn.callCount).to.equal(0);
  });

  it('without any endpoint tells the person in each widget, and once whoever builds it', async () => {
    await fixture(
      html`<support-provider phone="1"><test-widget id="a"></test-widget><test-widget id="b"></test-widget></support-provider>`,
    );
    await settled();
    for (const id of ['a', 'b', 'a']) expect(widget(id).failure?.code).to.equal('noEndpoint');
    expect(warn.callCount).to.equal(1);
    expect(warn.firstCall.args[0]).to.equal(
      '<test-widget> has no endpoint. Set its attribute, or put it into a <support-provider endpoint="…">.',
    );
    widget('a').endpoint = '/api';
    await settled();
    expect(widget('a').failure).to.equal(undefined);
  });
});
