import { expect } from '@open-wc/testing';
import { getMe } from '../../src/contract/me.js';
import { putAttachment } from '../../src/contract/attachments.js';
import { openGate } from '../tools/gate.js';
import { retryAtOnce } from '../tools/quick-retries.js';
import { clientAt, codeOf, newId } from './tools.js';

const body = new Blob([new Uint8Array(2000)], { type: 'image/png' });

describe('an upload that is led to a sign-in page', () => {
  retryAtOnce();

  const pages: readonly [string, string][] = [
    ['of the same origin', '/sign-in'],
    ['of another origin', `${location.protocol}//sign-in.localhost:${location.port}/login`],
    ['at which nobody answers', 'https://sign-in.localhost:9/login'],
  ];
  for (const [what, address] of pages) {
    for (const status of [302, 303, 307]) {
      it(`${what} by ${status} says that somebody must sign in, as other requests do`, async () => {
        const { endpoint } = await openGate([
          { status, headers: { Location: address }, times: 99 },
        ]);
        let asked = 0;
        const client = clientAt(endpoint, {}, () => (asked += 1));
        const put = { params: { id: newId() }, body };
        expect(await codeOf(client.send(putAttachment, put))).to.equal('unauthenticated');
        expect(asked).to.equal(1);
        expect(await codeOf(client.send(getMe, {}))).to.equal('unauthenticated');
      });
    }
  }

  it('is a connection that is down where no redirect can be seen', async () => {
    const { endpoint } = await openGate([{ fault: 'drop', times: 99 }]);
    let asked = 0;
    const client = clientAt(endpoint, {}, () => (asked += 1));
    const put = { params: { id: newId() }, body };
    expect(await codeOf(client.send(putAttachment, put))).to.equal('network');
    expect(asked).to.equal(0);
  });
});
