import { expect } from '@open-wc/testing';
import { resolveEndpoint } from '../../src/client/endpoint.js';
import { SupportError } from '../../src/client/support-error.js';

const page = 'https://www.ayras.fi/oma/tuki?x=1#y';

const codeOf = (endpoint: string | undefined): string => {
  try {
    return `no error, ${resolveEndpoint(endpoint, page)}`;
  } catch (error) {
    return error instanceof SupportError ? error.code : String(error);
  }
};

describe('where the endpoint is', () => {
  it('is what a host writes, without its trailing slash', () => {
    const endpoints = {
      'https://support.visma.fi/api': 'https://support.visma.fi/api',
      'https://support.visma.fi/api///': 'https://support.visma.fi/api',
      'https://support.visma.fi': 'https://support.visma.fi',
      '/api/support/': 'https://www.ayras.fi/api/support',
      'api/support': 'https://www.ayras.fi/oma/api/support',
      '../api': 'https://www.ayras.fi/api',
      '//support.visma.fi/api': 'https://support.visma.fi/api',
      'https://support.visma.fi/api?key=1#top': 'https://support.visma.fi/api',
      ' HTTPS://Support.Visma.FI/Api ': 'https://support.visma.fi/Api',
    };
    for (const [endpoint, url] of Object.entries(endpoints))
      expect(resolveEndpoint(endpoint, page), endpoint).to.equal(url);
  });

  it("is on the page's own host when it is a path", () => {
    expect(resolveEndpoint('/api/support')).to.equal(`${location.origin}/api/support`);
  });

  it("may be without https on a developer's own machine alone", () => {
    for (const host of [
      'localhost',
      'localhost:4400',
      'app.localhost',
      '127.0.0.1:4400',
      '127.1.2.3',
      '[::1]:4400',
    ]) {
      expect(resolveEndpoint(`http://${host}/api`, page)).to.equal(`http://${host}/api`);
    }
    for (const host of [
      'support.visma.fi',
      '192.168.1.2',
      'localhost.evil.com',
      'notlocalhost',
      '127.0.0.1.evil.com',
      '10.127.0.0',
    ]) {
      expect(codeOf(`http://${host}/api`), host).to.equal('insecureEndpoint');
    }
  });

  it('is nothing but http', () => {
    for (const endpoint of [
      'javascript:alert(1)',
      'data:application/json,{}',
      'ftp://x.fi',
      'file:///etc/passwd',
      'blob:https://x.fi/1',
    ]) {
      expect(codeOf(endpoint), endpoint).to.equal('insecureEndpoint');
    }
  });

  it('holds no password', () => {
    expect(codeOf('https://maija:salasana@support.visma.fi/api')).to.equal('insecureEndpoint');
    expect(codeOf('https://maija@support.visma.fi/api')).to.equal('insecureEndpoint');
  });

  it('is asked for where there is none, or none that is a URL', () => {
    for (const endpoint of [undefined, '', 'https://', 'http://['])
      expect(codeOf(endpoint), endpoint).to.equal('noEndpoint');
  });
});
