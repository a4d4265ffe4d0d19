import { expect } from '@open-wc/testing';
import { stub, type SinonStub } from 'sinon';
import { defineElement } from '../../src/context/define-element.js';
import { SupportElement } from '../../src/context/support-element.js';
import { SupportProvider } from '../../src/context/support-provider.js';

const elementOf = (version?: string): CustomElementConstructor =>
  Object.assign(class extends HTMLElement {}, version === undefined ? {} : { version });

describe('registering an element', () => {
  let warn: SinonStub<unknown[], void>;
  beforeEach(() => (warn = stub(console, 'warn')));
  afterEach(() => warn.restore());

  it('defines its tag', () => {
    const element = elementOf('1.0.0');
    defineElement('test-free', element);
    expect(customElements.get('test-free')).to.equal(element);
  });

  it('leaves a tag that the same version has to the one who came first, silently', () => {
    const first = elementOf('1.0.0');
    defineElement('test-same', first);
    defineElement('test-same', first);
    defineElement('test-same', elementOf('1.0.0'));
    expect(customElements.get('test-same')).to.equal(first);
    expect(warn.callCount).to.equal(0);
  });

  it('leaves a tag that another version has to it, with one warning', () => {
    const first = elementOf('1.0.0');
    defineElement('test-other', first);
    defineElement('test-other', elementOf('1.1.0'));
    expect(customElements.get('test-other')).to.equal(first);
    expect(warn.args).to.deep.equal([
      [
        '<test-other> is already defined by another version or another package; the first one is used.',
      ],
    ]);
  });

  it("tells this package's elements from another package's", () => {
    expect(SupportElement.version).to.match(/^\d+\.\d+\.\d+/);
    const another = elementOf();
    customElements.define('support-provider', another);
    defineElement('support-provider', SupportProvider);
    expect(customElements.get('support-provider')).to.equal(another);
    expect(warn.callCount).to.equal(1);
  });
});
