import { expect } from '@open-wc/testing';
import { contentDigest, upload } from '../../src/client/upload.lazy.js';
import { putAttachment, removeAttachment } from '../../src/contract/attachments.js';
import { plainParts } from '../../src/contract/picture-file.js';
import { openGate } from '../tools/gate.js';
import { waitUntil } from '../tools/wait-until.js';
import { clientAt, codeOf, failureOf, newId } from './tools.js';

async function picture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(300, 200);
  canvas.getContext('2d')?.fillRect(20, 20, 100, 100);
  const written = await canvas.convertToBlob({ type: 'image/png' });
  // Firefox adds a chunk of its own, and the endpoint takes nothing but the picture.
  const parts = plainParts(new Uint8Array(await written.arrayBuffer()), 'image/png');
  return new Blob(parts, { type: 'image/png' });
}

describe('an upload', () => {
  it('is kept by the endpoint as it is, and can be removed', async () => {
    const client = clientAt('/api/support');
    const params = { id: newId() };
    const body = await picture();
    const kept = await client.send(putAttachment, { params, body });
    expect(kept).to.include({ ...params, type: 'image/png', bytes: body.size });
    expect(`sha-256=:${kept.digest}:`).to.equal(await contentDigest(body));
    expect(await client.send(removeAttachment, { params })).to.equal(undefined);
  });

  it('says its type and its digest', async () => {
    const { endpoint, requests } = await openGate();
    await clientAt(endpoint, { headers: { 'X-Tenant': 'ayras' } }).send(putAttachment, {
      params: { id: newId() },
      body: await picture(),
    });
    const [seen] = await requests();
    expect(seen?.headers).to.include({ 'content-type': 'image/png', 'x-tenant': 'ayras' });
    expect(seen?.headers['content-digest']).to.match(/^sha-256=:[\w+/]{43}=:$/);
    expect(seen?.headers['authorization']).to.match(/^Bearer \S+$/);
  });

  it('has the digest that everybody else computes', async () => {
    expect(await contentDigest(new Blob(['abc']))).to.equal(
      'sha-256=:ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=:',
    );
    expect(await contentDigest(new Blob([]))).to.equal(
      'sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:',
    );
  });

  it('tells how far it is, up to the end', async () => {
    const { endpoint } = await openGate([
      { status: 201, body: { id: '1', type: 'image/png', bytes: 1, digest: 'x' } },
    ]);
    const body = new Blob([new Uint8Array(3_000_000)], { type: 'image/png' });
    const told: [sent: number, total: number][] = [];
    await clientAt(endpoint).send(
      putAttachment,
      { params: { id: newId() }, body },
      { onProgress: (...progress) => told.push(progress) },
    );
    expect(told.at(-1)).to.deep.equal([body.size, body.size]);
    expect(
      told.every(
        ([sent, total], index) => total === body.size && sent >= (told[index - 1]?.[0] ?? 0),
      ),
    ).to.equal(true);
  });

  it('is refused by the endpoint for what it holds', async () => {
    const body = new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/svg+xml' });
    const error = await failureOf(
      clientAt('/api/support').send(putAttachment, { params: { id: newId() }, body }),
    );
    expect(error).to.include({ code: 'unsupportedType', status: 415 });
  });

  it('is repeated when it got lost, and is one attachment', async () => {
    const { endpoint, requests } = await openGate(['lost-answer']);
    const kept = await clientAt(endpoint).send(putAttachment, {
      params: { id: newId() },
      body: await picture(),
    });
    expect(kept.type).to.equal('image/png');
    expect((await requests()).map(({ status }) => status)).to.deep.equal([201, 200]);
  });

  it('can be given up before and while it is sent', async () => {
    const { endpoint, requests } = await openGate(['hang']);
    const client = clientAt(endpoint);
    const put = { params: { id: newId() }, body: await picture() };
    expect(await codeOf(client.send(putAttachment, put, { signal: AbortSignal.abort() }))).to.equal(
      'aborted',
    );
    expect(await requests()).to.deep.equal([]);
    const abort = new AbortController();
    const work = codeOf(client.send(putAttachment, put, { signal: abort.signal }));
    await waitUntil(async () => (await requests()).length, 'Nothing was sent');
    abort.abort();
    expect(await work).to.equal('aborted');
  });

  it('ends when nothing moves any more', async () => {
    const { endpoint } = await openGate(['hang']);
    const exchange = {
      url: `${endpoint}/attachments/1`,
      method: 'PUT',
      headers: {},
      credentials: 'same-origin',
      timeout: 200,
    } as const;
    expect(await codeOf(upload({ ...exchange, body: await picture() }))).to.equal('timeout');
  });

  it('over a connection that breaks is "network"', async () => {
    const { endpoint } = await openGate(['drop']);
    const exchange = {
      url: `${endpoint}/attachments/1`,
      method: 'PUT',
      headers: {},
      credentials: 'same-origin',
      timeout: 5_000,
    } as const;
    expect(await codeOf(upload({ ...exchange, body: await picture() }))).to.equal('network');
  });
});
