import { expect } from '@open-wc/testing';
import { stub } from 'sinon';
import { HttpClient } from '../../src/client/client.js';
import { listCompanies } from '../../src/contract/companies.js';
import { getMe } from '../../src/contract/me.js';
import { getService } from '../../src/contract/service.js';
import { listArticles } from '../../src/contract/articles.js';
import { getRequest, submitRequest } from '../../src/contract/support-requests.js';
import { removeAttachment } from '../../src/contract/attachments.js';
import { openGate, type Gate } from '../tools/gate.js';
import { tokenFor } from '../tools/sign-in.js';
import { clientAt, codeOf, failureOf, newId, question } from './tools.js';

const pathsOf = async ({ requests }: Gate): Promise<string[]> =>
  (await requests()).map(({ method, path }) => `${method} ${path}`);
const refused = { status: 401, body: { title: 'Sign in', status: 401, code: 'unauthenticated' } };
const receipt = {
  id: '1',
  number: null,
  subject: 's',
  status: 'received',
  createdAt: '2026-01-05T07:05:00Z',
};

describe('the client', () => {
  it('asks what the endpoint offers, who is signed in and which companies there are', async () => {
    const client = clientAt('/api/support');
    const service = await client.send(getService, {}, { language: 'fi' });
    expect(service.products[0]?.name.fi).to.equal('Visma Fivaldi');
    expect((await client.send(getMe, {})).name).to.equal('Maija Mäkelä');
    const { items } = await client.send(listCompanies, { query: { q: 'Kahvila' } });
    expect(items).to.deep.equal([{ number: '1234', name: 'Kahvila Kulma Oy' }]);
  });

  it('sends a request and reads it back', async () => {
    const client = clientAt('/api/support');
    const id = newId();
    const sent = await client.send(submitRequest, {
      params: { id },
      body: { ...question, summary: ' tilikauden avaaminen ' },
    });
    expect(sent).to.include({
      id,
      status: 'received',
      subject: 'Visma Fivaldi Kirjanpito, tilikauden avaaminen',
    });
    const stored = await client.send(getRequest, { params: { id } });
    expect(stored).to.deep.include({
      number: sent.number,
      summary: 'tilikauden avaaminen',
      contact: question.contact,
    });
  });

  it('asks in a language where there are texts, and nowhere else', async () => {
    const gate = await openGate([{ status: 200, path: '/articles', body: { items: [] } }]);
    const client = clientAt(gate.endpoint);
    await client.send(getService, {}, { language: 'sv' });
    await client.send(getMe, {}, { language: 'fi' });
    await client.send(listCompanies, {}, { language: 'fi' });
    await client.send(
      listArticles,
      { query: { q: 'tase & tulos', product: '' } },
      { language: 'en' },
    );
    expect(await pathsOf(gate)).to.deep.equal([
      'GET /service?language=sv',
      'GET /me',
      'GET /companies',
      'GET /articles?q=tase+%26+tulos&language=en',
    ]);
  });

  it('sends nothing that breaks the contract, and says where it does', async () => {
    const gate = await openGate();
    const client = clientAt(gate.endpoint);
    const body = { ...question, summary: '', contact: { ...question.contact, email: 'maija' } };
    const error = await failureOf(client.send(submitRequest, { params: { id: newId() }, body }));
    expect(error.code).to.equal('validation');
    expect(error.errors.map(({ pointer, code }) => `${pointer} ${code}`)).to.deep.equal([
      '/contact/email format',
      '/summary required',
    ]);
    expect(await codeOf(client.send(getRequest, { params: { id: '..' } }))).to.equal('validation');
    expect(await codeOf(client.send(listArticles, { query: { q: 'x'.repeat(201) } }))).to.equal(
      'validation',
    );
    expect(await pathsOf(gate)).to.deep.equal([]);
  });

  it('needs an endpoint, and one that is safe', async () => {
    expect(await codeOf(new HttpClient({ endpoint: '' }).send(getService, {}))).to.equal(
      'noEndpoint',
    );
    expect(
      await codeOf(new HttpClient({ endpoint: 'http://support.visma.fi' }).send(getService, {})),
    ).to.equal('insecureEndpoint');
  });

  it("sends the host's further headers", async () => {
    const gate = await openGate();
    await clientAt(gate.endpoint, { headers: { 'X-Tenant': 'ayras' } }).send(getMe, {});
    const [seen] = await gate.requests();
    expect(seen?.headers).to.include({
      'x-tenant': 'ayras',
      accept: 'application/json, application/problem+json',
    });
    expect(seen?.headers).not.to.have.property('content-type');
  });
});

describe('an access token', () => {
  /** Counts how often it is asked for, and gives `token-1`, `token-2` … or what is given. */
  function tokens(give = (count: number) => `token-${count}`): { (): string; count: number } {
    const source = Object.assign(() => give((source.count += 1)), { count: 0 });
    return source;
  }

  it('goes along as it is', async () => {
    const gate = await openGate();
    const client = clientAt(gate.endpoint, { accessToken: await tokenFor('accountant') });
    expect((await client.send(getMe, {})).name).to.equal('Aino Virtanen');
  });

  it('is fetched anew once when the endpoint refuses it', async () => {
    const fresh = await tokenFor('main-user');
    const accessToken = tokens((count) => (count === 1 ? 'expired' : fresh));
    const gate = await openGate();
    let asked = 0;
    const me = await clientAt(gate.endpoint, { accessToken }, () => (asked += 1)).send(getMe, {});
    expect([me.name, accessToken.count, asked]).to.deep.equal(['Maija Mäkelä', 2, 0]);
    expect((await gate.requests()).map(({ status }) => status)).to.deep.equal([401, 200]);
  });

  it('that is refused twice has the host told once that somebody must sign in', async () => {
    const gate = await openGate([{ ...refused, times: 9 }]);
    const accessToken = tokens();
    let asked = 0;
    const client = clientAt(gate.endpoint, { accessToken }, () => (asked += 1));
    expect(await codeOf(client.send(getMe, {}))).to.equal('unauthenticated');
    expect([accessToken.count, asked]).to.deep.equal([2, 1]);
    expect((await gate.requests()).map(({ headers }) => headers['authorization'])).to.deep.equal([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('that cannot be fetched anew is not tried again', async () => {
    const gate = await openGate([{ ...refused, times: 9 }]);
    let asked = 0;
    expect(
      await codeOf(
        clientAt(gate.endpoint, { accessToken: 'static' }, () => (asked += 1)).send(getMe, {}),
      ),
    ).to.equal('unauthenticated');
    expect([(await gate.requests()).length, asked]).to.deep.equal([1, 1]);
  });

  it('that the host cannot give sends nothing', async () => {
    const gate = await openGate();
    const reason = new Error('No session');
    for (const accessToken of [
      () => Promise.reject(reason),
      () => {
        throw reason;
      },
    ]) {
      const error = await failureOf(clientAt(gate.endpoint, { accessToken }).send(getMe, {}));
      expect([error.code, error.cause]).to.deep.equal(['network', reason]);
    }
    expect(await pathsOf(gate)).to.deep.equal([]);
  });

  it('that the host never gives can be given up', async () => {
    const abort = new AbortController();
    const accessToken = () => {
      queueMicrotask(() => abort.abort());
      return new Promise<string>(() => undefined);
    };
    expect(
      await codeOf(
        clientAt('/api/support', { accessToken }).send(getMe, {}, { signal: abort.signal }),
      ),
    ).to.equal('aborted');
  });
});

describe("the host's own session", () => {
  const cookies: string[] = [];
  const setCookie = (name: string, value: string): void => {
    cookies.push(name);
    document.cookie = `${name}=${value}; path=/`;
  };
  afterEach(() => {
    for (const name of cookies.splice(0)) document.cookie = `${name}=; path=/; max-age=0`;
  });

  const put = { params: { id: newId() }, body: question };
  const answer = { status: 200, body: receipt };
  const byCookie = { accessToken: undefined };

  it('sends the CSRF token of its cookie with what changes something', async () => {
    setCookie('XSRF-TOKEN', 'a%2Fb');
    const gate = await openGate([
      { status: 204, method: 'DELETE' },
      { ...answer, method: 'PUT' },
    ]);
    const client = clientAt(gate.endpoint, byCookie);
    await client.send(getService, {});
    await client.send(submitRequest, put);
    await client.send(removeAttachment, put);
    const seen = (await gate.requests()).map(({ method, headers }) => [
      method,
      headers['x-xsrf-token'],
    ]);
    expect(seen).to.deep.equal([
      ['GET', undefined],
      ['PUT', 'a/b'],
      ['DELETE', 'a/b'],
    ]);
  });

  it('may name its cookie and header', async () => {
    setCookie('csrf', '100%');
    setCookie('x-csrf', 'another');
    const gate = await openGate([answer]);
    await clientAt(gate.endpoint, { ...byCookie, csrfCookie: 'csrf', csrfHeader: 'X-CSRF' }).send(
      submitRequest,
      put,
    );
    const [seen] = await gate.requests();
    expect(seen?.headers).to.include({ 'x-csrf': '100%' }).and.not.to.have.property('x-xsrf-token');
  });

  it('keeps its CSRF token where no cookie goes', async () => {
    setCookie('XSRF-TOKEN', 'secret');
    const gate = await openGate([answer, answer]);
    await clientAt(gate.endpoint, { ...byCookie, credentials: 'omit' }).send(submitRequest, put);
    await clientAt(gate.endpoint, { accessToken: 'token' }).send(submitRequest, put);
    for (const { headers } of await gate.requests())
      expect(headers).not.to.have.property('x-xsrf-token');
  });

  it('gives its CSRF token to another origin only together with the cookies', async () => {
    setCookie('XSRF-TOKEN', 'secret');
    const sent = stub(window, 'fetch').callsFake(async () => Response.json(receipt));
    const headersOf = async (credentials?: RequestCredentials) => {
      await new HttpClient({ endpoint: 'https://support.visma.fi', credentials }).send(
        submitRequest,
        put,
      );
      return sent.lastCall.args[1]?.headers;
    };
    try {
      expect(await headersOf()).not.to.have.property('X-XSRF-TOKEN');
      expect(await headersOf('include')).to.have.property('X-XSRF-TOKEN', 'secret');
    } finally {
      sent.restore();
    }
  });
});
