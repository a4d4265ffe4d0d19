import { expect } from '@open-wc/testing';
import { exactUrl, trustedUrl } from '../../src/ui/link.js';

describe('an address that is linked to', () => {
  const trusted = [
    'https://community.visma.fi',
    'https://www.visma.com/a?b=c#d',
    'https://visma.fi/',
  ];
  for (const address of trusted) {
    it(`may be ${address}`, () => {
      expect(trustedUrl(address)?.href).to.equal(new URL(address).href);
      expect(exactUrl(address, [])?.href).to.equal(new URL(address).href);
    });
  }

  for (const address of [
    'javascript:alert(1)',
    'http://community.visma.fi',
    'https://evil.example',
    'https://a:b@visma.fi/',
    'https://visma.fi:8443/',
    'https://evilvisma.fi/',
    'https://visma.fi.evil.example/',
  ]) {
    it(`may not be ${address}`, () => {
      expect(trustedUrl(address)).to.equal(undefined);
      expect(exactUrl(address, [])).to.equal(undefined);
    });
  }

  it("may be the page's own, but not where it is to be run", () => {
    expect(trustedUrl('/requests/1')?.pathname).to.equal('/requests/1');
    expect(exactUrl('/requests/1', [])).to.equal(undefined);
    expect(exactUrl(`${location.origin}/x.exe`, [])).to.equal(undefined);
  });

  it("may have no other scheme than http(s), though it has the page's origin", () => {
    expect(trustedUrl(URL.createObjectURL(new Blob(['x'])))).to.equal(undefined);
  });

  it('may be no script where the page has an origin like that of scripts, as in a frame', () => {
    Object.defineProperty(window, 'origin', { value: 'null', configurable: true });
    try {
      for (const address of [
        'javascript:alert(1)',
        'data:text/html,x',
        'about:blank',
        'mailto:a@b',
      ])
        expect(trustedUrl(address)).to.equal(undefined);
      expect(trustedUrl('https://visma.fi/')?.hostname).to.equal('visma.fi');
    } finally {
      Object.defineProperty(window, 'origin', { value: location.origin, configurable: true });
    }
  });

  it('may be on a host that is named, and below it', () => {
    for (const address of ['https://files.example/x', 'https://eu.files.example/x'])
      expect(exactUrl(address, ['files.example'])?.href).to.equal(address);
    expect(exactUrl('https://otherfiles.example/x', ['files.example'])).to.equal(undefined);
  });

  it('has to be written as it is read where it is to be run', () => {
    for (const address of [
      'https://VISMA.fi/',
      'https:visma.fi/',
      'https://visma.fi/a/../b',
      'https://visma.fi/a b',
      'https://visma.fi/%2e%2e',
    ]) {
      expect(exactUrl(address, []), address).to.equal(undefined);
    }
  });
});
