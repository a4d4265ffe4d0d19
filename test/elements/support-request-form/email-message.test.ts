import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import PostalMime from 'postal-mime';
import { languages } from '../../../src/contract/values.js';
import type { Recipient } from '../../../src/elements/support-request-form/email/mime/header.js';
import { emlOf, type Mail } from '../../../src/elements/support-request-form/email/mime/message.js';
import { anyText } from '../../tools/any-text.js';
import { isLong, seed } from '../../tools/run-settings.js';

const mails = isLong ? 1000 : 100;

const mailOf = (changes: Partial<Mail>): Mail => ({
  to: [{ email: 'asiakaspalvelu@visma.com' }],
  subject: 'Aihe',
  language: 'fi',
  text: 'Teksti',
  files: [],
  ...changes,
});

const lettersOf = async (mail: Mail): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await emlOf(mail)).arrayBuffer());

const bytesOf = async (
  content: Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | string,
): Promise<number[]> => [...new Uint8Array(await new Response(content).arrayBuffer())];

/** What a header may hold of a text: one line of it, and no half of a character. */
const inOneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();

/** The reader drops empty lines before and after a text. */
const withoutEnds = (text: string): string =>
  text.replaceAll(/\r\n?/g, '\n').replaceAll(/^\n+|\n+$/g, '');

// Everything that has gone wrong in somebody's mail: quotes, line breaks, what looks encoded already, what is made of several characters.
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  anyText({ maxLength: 6 }),
  fc.constantFrom(
    'Äyräs',
    'å',
    '👩‍👩‍👧‍👦',
    'é',
    '"',
    '\\',
    "'",
    '%',
    ';',
    ',',
    '\r\n',
    '\n.\n',
    '\r\nBcc: x@y.fi',
    '=?utf-8?Q?=41?=',
    '=20',
    '<b>',
    '\t',
    '\u2028',
    '﷽',
    'tilikauden avaaminen ei onnistu',
  ),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
// Many programs decode a file's name twice, so that one which looks encoded can't come through.
const name = text.map(
  (given) =>
    `${inOneLine(
      inOneLine(given)
        .replaceAll(/[/\\]|=\?/g, '')
        .slice(0, 200),
    )}.png`,
);
const address = fc.constantFrom(
  'asiakaspalvelu@visma.com',
  'maija.makela@ayras.fi',
  "o'hara+tuki@sub.example.org",
);
const recipients: fc.Arbitrary<Recipient[]> = fc.array(
  fc.oneof(fc.record({ email: address }), fc.record({ name: text, email: address })),
  { minLength: 1, maxLength: 3 },
);
const content = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.constantFrom(56, 57, 58, 29_184, 29_185).map((length) => new Uint8Array(length).fill(0xff)),
);
const file = fc
  .tuple(
    name,
    content,
    fc.constantFrom(
      'image/png',
      'application/pdf',
      'text/plain',
      '',
      'message/rfc822',
      'no type at all',
    ),
  )
  .map(([fileName, bytes, type]) => new File([Uint8Array.from(bytes)], fileName, { type }));
const mail: fc.Arbitrary<Mail> = fc.record({
  to: recipients,
  subject: text,
  language: fc.constantFrom(...languages),
  text,
  files: fc.array(file, { maxLength: 3 }),
});

describe('an e-mail file, read by another program', () => {
  it('gives back every text, name and byte', async () => {
    await fc.assert(
      fc.asyncProperty(mail, async (sent) => {
        const read = await PostalMime.parse(await emlOf(sent));
        expect(read.subject ?? '').to.equal(inOneLine(sent.subject));
        expect(read.to?.map(({ address: email, name: known }) => [known, email])).to.deep.equal(
          sent.to.map(({ name: known = '', email }) => [inOneLine(known), email]),
        );
        expect(withoutEnds(read.text ?? '')).to.equal(withoutEnds(sent.text.toWellFormed()));
        expect(read.attachments.map(({ filename }) => filename)).to.deep.equal(
          sent.files.map(({ name: known }) => known),
        );
        for (const [index, { content: bytes }] of read.attachments.entries()) {
          expect(await bytesOf(bytes as ArrayBuffer)).to.deep.equal(
            await bytesOf(sent.files[index] ?? ''),
          );
        }
      }),
      { seed, numRuns: mails },
    );
  });

  it('is made of short lines of ASCII that end as the standard wants, and has no header but ours', async () => {
    await fc.assert(
      fc.asyncProperty(mail, async (sent) => {
        const letters = await lettersOf(sent);
        expect(letters).to.match(/^(?:[\t -~]{0,76}\r\n)*$/);
        const [head = ''] = letters.split('\r\n\r\n');
        const names = head.split(/\r\n(?! )/).map((line) => line.slice(0, line.indexOf(':')));
        expect(names).to.deep.equal(['To', 'Subject', 'X-Unsent', 'MIME-Version', 'Content-Type']);
      }),
      { seed, numRuns: mails },
    );
  });

  it('has Finnish letters in the subject, the names and the file names', async () => {
    const files = [new File(['kuva'], 'Näyttökuva – tilikausi.png', { type: 'image/png' })];
    const read = await PostalMime.parse(
      await emlOf(
        mailOf({
          to: [{ name: 'Maija Mäkelä', email: 'maija.makela@ayras.fi' }],
          subject:
            'kiireellinen Visma Fivaldi Kirjanpito, tilikauden 2026 avaaminen ei onnistu Äyräs Oy:ssä',
          files,
        }),
      ),
    );
    expect(read.subject).to.equal(
      'kiireellinen Visma Fivaldi Kirjanpito, tilikauden 2026 avaaminen ei onnistu Äyräs Oy:ssä',
    );
    expect(read.to).to.deep.equal([{ name: 'Maija Mäkelä', address: 'maija.makela@ayras.fi' }]);
    expect(read.attachments[0]?.filename).to.equal('Näyttökuva – tilikausi.png');
  });

  it('is marked as not sent yet, and leaves sender and date to the program that sends it', async () => {
    const { headers } = await PostalMime.parse(await emlOf(mailOf({})));
    expect(headers.find(({ key }) => key === 'x-unsent')?.value).to.equal('1');
    expect(headers.filter(({ key }) => key === 'from' || key === 'date')).to.deep.equal([]);
  });

  it('is for nobody whose address could be a header, a second recipient or a comment', async () => {
    const to = [
      'x@y.fi\r\nBcc: z@y.fi',
      'x@y.fi, z@y.fi',
      'x@y.fi (z)',
      '<x@y.fi>',
      'nobody',
      '@',
      'x @y.fi',
      'a"b@y.fi',
    ].map((email) => ({ email }));
    const letters = await lettersOf(mailOf({ to }));
    expect(letters.split('\r\n')[0]).to.equal('Subject: Aihe');
  });

  it('names a file for programs of both kinds: by RFC 2231, and in encoded words', async () => {
    const letters = await lettersOf(
      mailOf({
        files: [
          new File(['1'], 'näyttö.png', { type: 'image/png' }),
          new File(['2'], 'kuva.png', { type: 'image/png' }),
        ],
      }),
    );
    expect(letters)
      .to.include("filename*=utf-8''n%C3%A4ytt%C3%B6.png")
      .and.to.include('name="=?utf-8?B?bsOkeXR0w7YucG5n?="');
    expect(letters).to.include(' name="kuva.png"\r\n').and.to.include(' filename="kuva.png"\r\n');
  });

  it('holds pictures of many megabytes, byte by byte', async () => {
    const bytes = new Uint8Array(3_000_001);
    for (let start = 0; start < bytes.length; start += 65_536)
      crypto.getRandomValues(bytes.subarray(start, start + 65_536));
    const { attachments } = await PostalMime.parse(
      await emlOf(mailOf({ files: [new File([bytes], 'kuva.png', { type: 'image/png' })] })),
    );
    const [read] = attachments;
    const digest = async (content: BufferSource) =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', content))].join();
    expect(await digest(read?.content as ArrayBuffer)).to.equal(await digest(bytes));
  });
});
