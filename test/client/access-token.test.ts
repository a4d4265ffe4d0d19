import { expect } from '@open-wc/testing';
import { SupportError } from '../../src/client/support-error.js';
import type { AccessToken } from '../../src/client/connection-settings.js';
import { getMe } from '../../src/contract/me.js';
import { getService } from '../../src/contract/service.js';
import { submitRequest } from '../../src/contract/support-requests.js';
import { openGate } from '../tools/gate.js';
import { tokenFor } from '../tools/sign-in.js';
import { clientAt, codeOf, newId, passPauses, question } from './tools.js';

/** What the host's function was asked, one entry a call. */
function counted(give: (call: number) => string | Promise<string>) {
  const calls: { refused?: string | undefined }[] = [];
  const accessToken: AccessToken = (asked) => give(calls.push(asked));
  return { accessToken, calls };
}

describe('a function that gives the access token', () => {
  it('is called once for many requests, also where they are sent at the same time', async () => {
    const { accessToken, calls } = counted(() => tokenFor('main-user'));
    const { endpoint } = await openGate();
    const client = clientAt(endpoint, { accessToken });
    await Promise.all([client.send(getMe, {}), client.send(getMe, {}), client.send(getMe, {})]);
    await client.send(getMe, {});
    expect(calls).to.deep.equal([{ refused: undefined }]);
  });

  it('is told which token was refused, and called once for all requests that were refused with it', async () => {
    const fresh = await tokenFor('main-user');
    const { accessToken, calls } = counted((call) => (call === 1 ? 'expired' : fresh));
    const { endpoint } = await openGate();
    const client = clientAt(endpoint, { accessToken });
    const both = await Promise.all([client.send(getMe, {}), client.send(getMe, {})]);
    expect(both.map(({ name }) => name)).to.deep.equal(['Maija Mäkelä', 'Maija Mäkelä']);
    expect(calls).to.deep.equal([{ refused: undefined }, { refused: 'expired' }]);
  });

  it('is not followed by a second try where it gives the refused token again', async () => {
    const { accessToken } = counted(() => 'expired');
    const { endpoint, requests } = await openGate();
    expect(await codeOf(clientAt(endpoint, { accessToken }).send(getMe, {}))).to.equal(
      'unauthenticated',
    );
    expect(await requests()).to.have.length(1);
  });
});

describe('a function that gives no access token', () => {
  passPauses();

  // A host's function may give up with anything.
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
  const failing = (thrown: unknown) => counted(() => Promise.reject<string>(thrown));
  const network: readonly [string, unknown][] = [
    ['the network', new TypeError('Failed to fetch')],
    ['an error without a status', new Error('No session')],
    ['an error of the sign-in service', Object.assign(new Error('x'), { status: 503 })],
    ['something that is no error', 'nothing'],
  ];
  for (const [what, thrown] of network) {
    it(`because of ${what} is a connection that is down, and is asked again`, async () => {
      const { accessToken, calls } = failing(thrown);
      let asked = 0;
      const { endpoint, requests } = await openGate();
      const client = clientAt(endpoint, { accessToken }, () => (asked += 1));
      expect(await codeOf(client.send(getMe, {}))).to.equal('network');
      expect([calls.length, asked, (await requests()).length]).to.deep.equal([3, 0, 0]);
    });
  }

  it('brings the request through once it gives one', async () => {
    const { accessToken } = counted((call) =>
      call < 3 ? Promise.reject(new TypeError('Failed to fetch')) : tokenFor('main-user'),
    );
    const { endpoint } = await openGate();
    const receipt = await clientAt(endpoint, { accessToken }).send(submitRequest, {
      params: { id: newId() },
      body: question,
    });
    expect(receipt.number).to.match(/^FIV-/);
  });

  const signedOut: readonly [string, () => string | Promise<string>][] = [
    ['a status of 401', () => Promise.reject(Object.assign(new Error('x'), { status: 401 }))],
    ['a status of 403', () => Promise.reject(Object.assign(new Error('x'), { status: 403 }))],
    [
      'a response of 401',
      () => Promise.reject(Object.assign(new Error('x'), { response: { status: 401 } })),
    ],
    ['an empty token', () => ''],
    ['nothing', () => undefined as never],
  ];
  for (const [what, give] of signedOut) {
    it(`with ${what} says that somebody must sign in, and sends nothing`, async () => {
      const { accessToken, calls } = counted(give);
      let asked = 0;
      const { endpoint, requests } = await openGate();
      const client = clientAt(endpoint, { accessToken }, () => (asked += 1));
      expect(await codeOf(client.send(getMe, {}))).to.equal('unauthenticated');
      expect([calls.length, asked, (await requests()).length]).to.deep.equal([1, 1, 0]);
    });
  }

  it("with one of the package's own errors fails with just that", async () => {
    const error = new SupportError('forbidden');
    const { accessToken } = failing(error);
    const { endpoint } = await openGate();
    expect(
      await clientAt(endpoint, { accessToken })
        .send(getMe, {})
        .catch((it: unknown) => it),
    ).to.equal(error);
  });

  it('keeps nobody from what everybody may ask for', async () => {
    const { accessToken } = failing(new TypeError('Failed to fetch'));
    const { endpoint } = await openGate();
    const service = await clientAt(endpoint, { accessToken }).send(getService, {});
    expect(service.products).not.to.have.length(0);
  });
});
