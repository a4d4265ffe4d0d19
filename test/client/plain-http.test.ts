import { expect } from '@open-wc/testing';
import { newId } from '../../src/client/new-id.js';
import { contentDigest } from '../../src/client/upload.lazy.js';
import { uuid } from '../../src/contract/values.js';
import { asByPlainHttp } from '../tools/plain-http.js';

describe('on a page that came by plain http', () => {
  const bytes = new Uint8Array(100_003).map((_, index) => index * 7);
  let secure: string;
  before(async () => (secure = await contentDigest(new Blob([bytes]))));
  asByPlainHttp();

  it('ids are random UUIDs all the same', () => {
    const ids = Array.from({ length: 1000 }, newId);
    expect(new Set(ids).size).to.equal(1000);
    for (const id of ids) {
      expect(uuid.safeParse(id).success).to.equal(true);
      expect(id).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    }
  });

  it('the digest of an upload is the same as everywhere', async () => {
    expect(crypto.subtle).to.equal(undefined);
    expect(await contentDigest(new Blob([bytes]))).to.equal(secure);
    expect(await contentDigest(new Blob(['abc']))).to.equal(
      'sha-256=:ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=:',
    );
  });
});
