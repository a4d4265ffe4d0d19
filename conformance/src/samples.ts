import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { ServiceProfile, SupportRequest } from '../../src/contract/index.js';

/** In both languages, and before anything else, since this is what customer service reads in its list. */
export const testSummary = 'TESTI, älä käsittele – TEST, do not handle';

/** An origin that nobody can have, so nobody has allowed it. */
export const STRANGER = 'https://stranger.invalid';

/** A request with every field in it that nobody could be charged for, and in every one that it is a test. */
export function testRequest(
  profile: ServiceProfile | undefined,
  changes: Partial<SupportRequest> = {},
): SupportRequest {
  const product = profile?.products[0];
  return {
    kind: 'problem',
    about: 'report',
    product: product?.id ?? 'test',
    application: product?.applications[0]?.id ?? 'test',
    summary: testSummary,
    critical: false,
    neededBy: '2099-12-31T10:00:00Z',
    description:
      'Tämän lähetti tarkistusohjelma, joka tutkii tukipalvelun rajapintaa. Pyyntö ei vaadi toimia.\n' +
      'A program that checks the support endpoint has sent this. Nothing needs to be done.',
    report: { name: 'Testiraportti – test report', criteria: '1–12/2099, "ÄÖÅ" & <b>' },
    errorMessage: 'Testi – test',
    diagnostics: 'Testi – test\n  rivi 2 – line 2',
    // In no order that anybody would sort them by.
    userIds: ['testi-testi', 'a-testi', 'm-testi'],
    companyNumbers: ['5678', '1234', '910'],
    contact: {
      company: 'Testi – Test',
      name: 'Testi – Test',
      phone: '+358 10 000 0000',
      email: 'test@example.com',
    },
    attachments: [],
    language: 'fi',
    ...changes,
  };
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const chunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), named, uint32(crc32(named))]);
};

const WIDTH = 1000;

const pngOf = (width: number, height: number, level: number, shade: number): Uint8Array => {
  const row = Buffer.concat([Buffer.alloc(1), Buffer.alloc(width * 4, shade)]);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 6, 0, 0, 0])])),
      chunk(
        'IDAT',
        deflateSync(Buffer.concat(Array.from({ length: height }, () => row)), { level }),
      ),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
};

/** A picture of a few bytes. */
export const smallPng = (shade = 0x80): Uint8Array => pngOf(4, 4, 9, shade);

/** A photograph of a few bytes. */
export const smallJpeg = new Uint8Array(
  Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYa' +
      'KCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAA' +
      'AAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABAf/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCcAJOH/9k=',
    'base64',
  ),
);

/** A picture without a fault but for having more bytes than `bytes`; nothing is compressed in it. */
export const pngLargerThan = (bytes: number): Uint8Array =>
  pngOf(WIDTH, Math.ceil(bytes / (WIDTH * 4)) + 1, 0, 0x80);

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const svg = bytesOf(
  '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><script>alert(1)</script></svg>',
);
export const html = bytesOf('<!doctype html><title>test</title><script>alert(1)</script>');

export const digestOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64');

/** What an upload needs beside its address. */
export const upload = (body: Uint8Array, type = 'image/png', digest = digestOf(body)) => ({
  body,
  headers: { 'Content-Type': type, 'Content-Digest': `sha-256=:${digest}:` },
});
