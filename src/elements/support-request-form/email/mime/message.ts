import { fileNameParameter, nameParameter } from './file-name.js';
import { base64Of, textHeader, toHeader, type Recipient } from './header.js';

/** An e-mail that is yet to be sent. */
export interface Mail {
  readonly to: readonly Recipient[];
  readonly subject: string;
  /** The language of the text. */
  readonly language: string;
  readonly text: string;
  readonly files: readonly File[];
}

/** The bytes of a line of 76 letters. */
const LINE_BYTES = 57;
/** So many lines are made at once … */
const PIECE_BYTES = LINE_BYTES * 512;
/** … and so many pieces read. */
const BLOCK_BYTES = PIECE_BYTES * 16;

/** Underlines are no letters of base64, so no content holds it. */
const BOUNDARY = '=_support_request_=';

/** A content in base64, block by block: the whole of it is never one text. */
async function base64(content: Blob): Promise<Blob> {
  const blocks: Blob[] = [];
  for (let start = 0; start < content.size; start += BLOCK_BYTES) {
    const bytes = new Uint8Array(await content.slice(start, start + BLOCK_BYTES).arrayBuffer());
    const lines: string[] = [];
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      lines.push(base64Of(bytes.subarray(at, at + PIECE_BYTES)).replaceAll(/.{1,76}/g, '$&\r\n'));
    }
    blocks.push(new Blob(lines));
  }
  return new Blob(blocks);
}

/** A mail or a part of one may not be encoded; whatever claims to be one is bytes. */
const typeOf = ({ type }: File): string =>
  /^(?!message|multipart)[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream';

const part = async (headers: readonly string[], content: Blob): Promise<BlobPart[]> => [
  [`--${BOUNDARY}`, ...headers, 'Content-Transfer-Encoding: base64', '', ''].join('\r\n'),
  await base64(content),
];

/**
 * An e-mail as a file that mail programs open as one to be sent (`X-Unsent`). It has neither sender nor date: the program
 * that sends it puts in its own.
 */
export async function emlOf({ to, subject, language, text, files }: Mail): Promise<Blob> {
  const headers = [
    ...toHeader(to),
    textHeader('Subject', subject),
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
    '',
    '',
  ];
  const parts = [
    await part(
      ['Content-Type: text/plain; charset=utf-8', `Content-Language: ${language}`],
      new Blob([text.replaceAll(/\r\n?|\n/g, '\r\n')]),
    ),
  ];
  for (const file of files) {
    const { name } = file;
    parts.push(
      await part(
        [
          `Content-Type: ${typeOf(file)}${nameParameter(name)}`,
          `Content-Disposition: attachment${fileNameParameter(name)}`,
        ],
        file,
      ),
    );
  }
  return new Blob([headers.join('\r\n'), ...parts.flat(), `--${BOUNDARY}--\r\n`], {
    type: 'message/rfc822',
  });
}
