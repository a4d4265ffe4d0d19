import { expect } from '@open-wc/testing';
import { openGate, type SeenRequest } from '../tools/gate.js';
import { tokenFor } from '../tools/sign-in.js';

const brief = ({ method, path, fault, status }: SeenRequest): string =>
  `${method} ${path} ${fault} ${status}`;

/** How a request goes: its status, or that it broke. */
const outcome = (path: string, init?: RequestInit): Promise<number | 'broke'> =>
  fetch(path, init)
    .then(async (answer) => {
      await answer.arrayBuffer();
      return answer.status;
    })
    .catch(() => 'broke' as const);

describe('the gate before the endpoint of these tests', () => {
  it('lets everything pass when nothing is planned', async () => {
    const { endpoint, requests } = await openGate();
    const answer = await fetch(`${endpoint}/service?language=fi`);
    expect(await answer.json()).to.include({ contract: 1 });
    expect((await requests()).map(brief)).to.deep.equal(['GET /service?language=fi pass 200']);
  });

  it('signs people in', async () => {
    const { endpoint } = await openGate();
    const authorization = `Bearer ${await tokenFor('main-user')}`;
    expect(await outcome(`${endpoint}/me`)).to.equal(401);
    expect(await outcome(`${endpoint}/me`, { headers: { authorization } })).to.equal(200);
  });

  it('breaks one request for each entry, and no browser repeats it unseen', async () => {
    const { endpoint, requests } = await openGate([
      'drop',
      { fault: 'drop', times: 2 },
      { status: 503, headers: { 'Retry-After': '2' } },
    ]);
    expect(await outcome(`${endpoint}/service`)).to.equal('broke');
    expect(await outcome(`${endpoint}/a`, { method: 'PUT', body: 'x'.repeat(1_000_000) })).to.equal(
      'broke',
    );
    expect(await outcome(`${endpoint}/b`, { method: 'POST', body: '{}' })).to.equal('broke');
    const busy = await fetch(`${endpoint}/service`);
    expect([busy.status, busy.headers.get('Retry-After')]).to.deep.equal([503, '2']);
    expect(await outcome(`${endpoint}/service`)).to.equal(200);
    expect((await requests()).map(brief)).to.deep.equal([
      'GET /service drop null',
      'PUT /a drop null',
      'POST /b drop null',
      'GET /service answer 503',
      'GET /service pass 200',
    ]);
  });

  it('keeps an entry for the request that it is meant for', async () => {
    const { endpoint } = await openGate([
      { status: 500, method: 'PUT', path: '/attachments/*' },
      'html',
    ]);
    const page = await fetch(`${endpoint}/service`);
    expect(page.headers.get('Content-Type')).to.contain('text/html');
    expect(await outcome(`${endpoint}/service`)).to.equal(200);
    expect(await outcome(`${endpoint}/attachments/1`, { method: 'PUT', body: 'x' })).to.equal(500);
  });

  it('lets the endpoint do its work, and loses the answer or half of it', async () => {
    const { endpoint, requests } = await openGate(['lost-answer', 'truncated']);
    expect(await outcome(`${endpoint}/service`)).to.equal('broke');
    // WebKit doesn't mind that a body is shorter than its length said; then the JSON is broken.
    const half = await fetch(`${endpoint}/service`)
      .then((answer) => answer.json())
      .catch(() => 'broke');
    expect(half).to.equal('broke');
    expect((await requests()).map(brief)).to.deep.equal([
      'GET /service lost-answer 200',
      'GET /service truncated 200',
    ]);
  });

  it('never answers, or late', async () => {
    const { endpoint, plan } = await openGate(['hang']);
    expect(await outcome(`${endpoint}/service`, { signal: AbortSignal.timeout(300) })).to.equal(
      'broke',
    );
    await plan([{ fault: 'slow', delay: 300 }]);
    const start = performance.now();
    expect(await outcome(`${endpoint}/service`)).to.equal(200);
    expect(performance.now() - start).to.be.greaterThan(290);
  });
});
