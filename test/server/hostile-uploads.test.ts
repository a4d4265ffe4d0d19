import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import {
  getAttachment,
  getRequest,
  putAttachment,
  putMessage,
  submitRequest,
} from '../../src/contract/index.js';
import { hostileFiles, hostileNames } from '../tools/hostile-files.js';
import {
  jpeg,
  pdf,
  png,
  pngOfSize,
  text,
  webpExtended,
  webpLossless,
  webpLossy,
} from './tools/pictures.js';
import { contentDigest, sampleRequest, upload } from './tools/samples.js';
import { problemOf, TestEndpoint } from './tools/test-endpoint.js';

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const html = '<!doctype html><script>alert(1)</script>';

/** What is sent, as which type, and with which code it is refused. */
const hostile: readonly (readonly [name: string, bytes: Uint8Array, type: string, code: string])[] =
  [
    ['an SVG', text(svg), 'image/svg+xml', 'unsupportedType'],
    ['an SVG that says it is a PNG', text(svg), 'image/png', 'unsupportedType'],
    ['an HTML page', text(html), 'text/html', 'unsupportedType'],
    ['an HTML page that says it is a PDF', text(html), 'application/pdf', 'unsupportedType'],
    [
      'an HTML page with a PDF further down',
      text(`${html}\n%PDF-1.7`),
      'application/pdf',
      'unsupportedType',
    ],
    [
      'an HTML page that says it is anything',
      text(html),
      'application/octet-stream',
      'unsupportedType',
    ],
    ['a picture without a type', png(), '', 'unsupportedType'],
    ['a picture of every type', png(), 'image/*', 'unsupportedType'],
    ['a GIF', text('GIF89a\x01\0\x01\0'), 'image/gif', 'unsupportedType'],
    ['a GIF that says it is a PNG', text('GIF89a\x01\0\x01\0'), 'image/png', 'unsupportedType'],
    ['a JPEG that says it is a PNG', jpeg(2, 2), 'image/png', 'unsupportedType'],
    ['a PNG that says it is a PDF', png(), 'application/pdf', 'unsupportedType'],
    ['a program', text('MZ\x90\0'), 'image/png', 'unsupportedType'],
    [
      'a Word document',
      text('PK\x03\x04word/document.xml'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'unsupportedType',
    ],
    ['nothing at all', new Uint8Array(), 'image/png', 'unsupportedType'],
    ['the first eight bytes of a PNG', png().subarray(0, 8), 'image/png', 'unsupportedType'],
    ['a PNG cut off in its header', png().subarray(0, 20), 'image/png', 'unsupportedType'],
    [
      'a PNG whose first chunk is another',
      text('\x89PNG\r\n\x1a\n\0\0\0\rtEXtxxxxxxxxxxxxxxxxx'),
      'image/png',
      'unsupportedType',
    ],
    ['a PNG of no width', png(0, 100), 'image/png', 'unsupportedType'],
    ['a small PNG that decodes to 20,000 × 20,000', png(20_000, 20_000), 'image/png', 'tooLarge'],
    ['a PNG as large as its header can say', png(0xffffffff, 0xffffffff), 'image/png', 'tooLarge'],
    ['a PNG one row over the limit', png(10_000, 5_001), 'image/png', 'tooLarge'],
    ['a JPEG that decodes to 65,535 × 65,535', jpeg(65_535, 65_535), 'image/jpeg', 'tooLarge'],
    [
      'a JPEG without a frame',
      Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
      'image/jpeg',
      'unsupportedType',
    ],
    ['a JPEG whose height comes later', jpeg(100, 0), 'image/jpeg', 'unsupportedType'],
    [
      'a JPEG cut off in its frame',
      jpeg(100, 100).subarray(0, 25),
      'image/jpeg',
      'unsupportedType',
    ],
    ['a WebP that decodes to 16,383 × 16,383', webpLossy(16_383, 16_383), 'image/webp', 'tooLarge'],
    [
      'a lossless WebP that decodes to 16,384 × 16,384',
      webpLossless(16_384, 16_384),
      'image/webp',
      'tooLarge',
    ],
    [
      'a WebP with a canvas of 100,000 × 100,000',
      webpExtended(100_000, 100_000),
      'image/webp',
      'tooLarge',
    ],
    [
      'a WebP whose picture is larger than its canvas',
      webpExtended(2, 2, webpLossy(16_383, 16_383)),
      'image/webp',
      'tooLarge',
    ],
    ['a WebP without a picture', webpLossy(2, 2).subarray(0, 12), 'image/webp', 'unsupportedType'],
    ['a sound file', text('RIFF\x04\0\0\0WAVE'), 'image/webp', 'unsupportedType'],
    ['a picture over the limit', pngOfSize(10 * 1024 * 1024 + 1), 'image/png', 'tooLarge'],
  ];

/** A problem in a line: its code, and what it says of the content. */
function answerOf(answer: Parameters<typeof problemOf>[0]): string {
  const { code, errors = [] } = problemOf(answer);
  return [code, ...errors.map(({ pointer, code: wrong }) => `${pointer} ${wrong}`)].join(' ');
}

describe('Whoever uploads something hostile', () => {
  let endpoint: TestEndpoint;

  before(async () => {
    endpoint = await TestEndpoint.open();
  });
  after(() => endpoint.close());

  const put = (headers: Record<string, string>, body: Uint8Array = png(), id = randomUUID()) =>
    endpoint.ask(putAttachment, { as: 'main-user', params: { id }, headers, body });

  for (const [name, bytes, type, code] of hostile) {
    it(`is refused ${name}, and nothing is kept`, async () => {
      const id = randomUUID();
      assert.equal(problemOf(await put(upload(bytes, type).headers, bytes, id)).code, code);
      assert.equal(
        (await endpoint.ask(getAttachment, { as: 'main-user', params: { id } })).status,
        404,
      );
    });
  }

  for (const { what, type, endpoint: expected, make } of hostileFiles) {
    it(`gets "${expected}" for ${what}`, async () => {
      const id = randomUUID();
      const bytes = await make();
      const answer = await put(upload(bytes, type).headers, bytes, id);
      const isKept = expected === 'kept';
      assert.equal(isKept ? answer.status : answerOf(answer), isKept ? 201 : expected);
      assert.equal(
        (await endpoint.ask(getAttachment, { as: 'main-user', params: { id } })).status,
        isKept ? 200 : 404,
      );
    });
  }

  it('is told in a sentence of its own what is wrong', async () => {
    const sentences = new Map<string, string>();
    for (const { endpoint: expected, type, make } of hostileFiles.filter(
      ({ type }) => type === 'image/png',
    )) {
      const bytes = await make();
      const { detail } =
        expected === 'kept' ? {} : problemOf(await put(upload(bytes, type).headers, bytes));
      if (detail) sentences.set(detail, expected);
    }
    assert.deepEqual(
      [...sentences].filter(([detail]) => !detail.includes('pixels')),
      [
        ['The bytes are not those of image/png', 'unsupportedType'],
        [
          'The image/png holds more than the picture that it shows: metadata, another picture, hidden rows, or bytes behind its end',
          'validation #content notAllowed',
        ],
        ['The header of the image/png names no width and height', 'unsupportedType'],
        ['The image/png is damaged or cut off', 'validation #content format'],
        ['More than 10485760 bytes', 'tooLarge'],
      ],
    );
    assert.ok(sentences.has('20000 × 20000 pixels are more than 50000000'));
  });

  for (const [what, name, , code] of hostileNames) {
    it(`is refused ${what} as an attachment's name, in a request and in a message`, async () => {
      const [picture, request] = [randomUUID(), randomUUID()];
      await endpoint.get(putAttachment, {
        as: 'main-user',
        params: { id: picture },
        ...upload(png()),
      });
      const attachments = [{ id: picture, name }];
      const sent = await endpoint.ask(submitRequest, {
        as: 'main-user',
        params: { id: request },
        body: sampleRequest({ attachments }),
      });
      assert.deepEqual(problemOf(sent).errors, [{ pointer: '/attachments/0/name', code }]);
      assert.equal(
        (await endpoint.ask(getRequest, { as: 'main-user', params: { id: request } })).status,
        404,
      );

      await endpoint.get(submitRequest, {
        as: 'main-user',
        params: { id: request },
        body: sampleRequest(),
      });
      const added = await endpoint.ask(putMessage, {
        as: 'main-user',
        params: { id: request, messageId: randomUUID() },
        body: { text: 'Kuva', attachments },
      });
      assert.deepEqual(problemOf(added).errors, [{ pointer: '/attachments/0/name', code }]);
    });
  }

  it('finds the endpoint as it was: the next picture is kept', async () => {
    assert.equal((await put(upload(png()).headers)).status, 201);
  });

  it('has to name the bytes by their digest', async () => {
    const missing = [
      undefined,
      '',
      'sha-512=:abc=:',
      'sha-256=abc',
      'sha-256=:xyz:',
      contentDigest(png()).replace('=:', '='),
    ];
    for (const digest of missing) {
      const answer = await put({
        'Content-Type': 'image/png',
        ...(digest !== undefined && { 'Content-Digest': digest }),
      });
      assert.deepEqual(problemOf(answer).errors, [
        { pointer: '#header/content-digest', code: 'required' },
      ]);
    }
  });

  it('gets nowhere with another digest than that of the bytes', async () => {
    const answer = await put({
      'Content-Type': 'image/png',
      'Content-Digest': contentDigest(pdf()),
    });
    assert.equal(problemOf(answer).code, 'digestMismatch');
  });

  it('may give more digests than one, and a parameter with the type', async () => {
    const digest = `sha-512=:AAAA:, ${contentDigest(png())}`;
    assert.equal(
      (await put({ 'Content-Type': 'IMAGE/PNG; x=y', 'Content-Digest': digest })).status,
      201,
    );
  });

  it('is stopped while streaming more than was announced', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'PUT',
      headers: {
        ...upload(png()).headers,
        'Content-Length': '100',
        Authorization: `Bearer ${endpoint.token('main-user')}`,
      },
      body: endless,
      duplex: 'half',
    };
    const answer = await endpoint.fetch(`/attachments/${randomUUID()}`, init);
    assert.equal(problemOf(answer).code, 'tooLarge');
    assert.ok(pulled < 15, `${pulled} MB were read`);
  });
});
