import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { getMe, getService } from '../../src/contract/index.js';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { TestEndpoint } from './tools/test-endpoint.js';

describe('A large answer', () => {
  let endpoint: TestEndpoint;
  before(async () => {
    endpoint = await TestEndpoint.open({ sessionCookie: 'SESSION' });
  });
  after(() => endpoint.close());

  /** The coding of an answer, its length, and what it says. */
  async function ask(headers: Record<string, string>) {
    const answer = await endpoint.fetch('/service?language=fi', { headers });
    const coding = answer.headers.get('Content-Encoding');
    const bytes =
      coding === 'br'
        ? brotliDecompressSync(answer.bytes)
        : coding === 'gzip'
          ? gunzipSync(answer.bytes)
          : answer.bytes;
    return { coding, answer, text: Buffer.from(bytes).toString() };
  }

  it('comes compressed to whoever takes it so, and says the same under the same ETag', async () => {
    const plain = await endpoint.ask(getService, { query: { language: 'fi' } });
    assert.equal(plain.headers.get('Content-Encoding'), null);
    assert.match(plain.headers.get('Vary') ?? '', /Accept-Encoding/);
    for (const [accepted, expected] of [
      ['gzip, deflate, br', 'br'],
      ['gzip;q=0.5, br;q=0', 'gzip'],
      ['identity', null],
    ] as const) {
      const { coding, answer, text } = await ask({ 'Accept-Encoding': accepted });
      assert.equal(coding, expected);
      assert.equal(text, plain.text);
      assert.ok(coding === null || answer.bytes.length < plain.bytes.length / 2);
      const tag = answer.headers.get('ETag') ?? '';
      assert.equal(tag, plain.headers.get('ETag'));
      const again = await ask({ 'Accept-Encoding': accepted, 'If-None-Match': tag });
      assert.equal(again.answer.status, 304);
    }
  });

  it('comes as it is where a foreign page may have asked for it with a cookie', async () => {
    const cookie = {
      Cookie: `SESSION=${endpoint.token('main-user')}`,
      'Accept-Encoding': 'gzip, br',
    };
    const own = await ask({ ...cookie, 'Sec-Fetch-Site': 'same-origin' });
    assert.equal(own.coding, 'br');
    for (const site of ['cross-site', 'same-site', undefined])
      assert.equal(
        (await ask({ ...cookie, ...(site && { 'Sec-Fetch-Site': site }) })).coding,
        null,
      );
  });

  it('is not a small one, which comes as it is', async () => {
    const answer = await endpoint.ask(getMe, {
      as: 'main-user',
      headers: { 'Accept-Encoding': 'gzip' },
    });
    assert.equal(answer.headers.get('Content-Encoding'), null);
  });
});
