import {
  getAttachment,
  putAttachment,
  removeAttachment,
  submitRequest,
  type AttachmentLimits,
} from '../../../src/contract/index.js';
import { describeAnswer, refused, refusedAt, told } from '../answer.js';
import { expect, given, NotChecked, type Check } from '../check.js';
import {
  digestOf,
  html,
  pngLargerThan,
  smallJpeg,
  smallPng,
  svg,
  testRequest,
  upload,
} from '../samples.js';
import type { Session } from '../session.js';
import { expectHidden, rowsOf, signInCheck, unknownCheck } from '../table.js';

const putting =
  '`PUT /attachments/{id}`: raw body, `Content-Type`, `Content-Digest: sha-256=:…:` (RFC 9530); 413, 415, 422.';
const reading = 'Reading: always `Content-Disposition: attachment`, `nosniff`, sandbox CSP.';
const removing = 'Removable until bound to a request.';

/** A larger file is not worth sending over anybody's line. */
const LARGEST = 64 * 1024 * 1024;
const TYPE = 'image/png';
const JPEG = 'image/jpeg';

export function attachmentChecks(session: Session): Check[] {
  const picture = smallPng();
  let kept: string | undefined;
  const known = () => given(kept, 'no file could be uploaded');

  const put = (id: string, uploaded: ReturnType<typeof upload>) =>
    session.ask(putAttachment, { params: { id }, ...uploaded });
  const read = (id: string) => session.ask(getAttachment, { params: { id } });
  const remove = (id: string) => session.ask(removeAttachment, { params: { id } });
  const writing = { needs: ['token', 'writing'], permission: 'submitRequests' } as const;
  const built = { ...writing, after: 'attachments/kept' } as const;

  function limits(): AttachmentLimits {
    const given = session.profile?.attachments;
    if (!given) throw new NotChecked('GET /service names no limits');
    if (!given.types.includes(TYPE)) throw new NotChecked(`the endpoint takes no ${TYPE}`);
    return given;
  }

  return [
    {
      name: 'attachments/kept',
      title: 'A picture is answered 201 with its type, its size and its SHA-256',
      rule: putting,
      advice: 'Answer `{id, type, bytes, digest}`, the digest in base64.',
      ...writing,
      writes: { files: 1 },
      async run() {
        limits();
        const id = crypto.randomUUID();
        const answer = await put(id, upload(picture));
        if (answer.status < 300) kept = id;
        const { type, bytes, digest, ...said } = told(putAttachment, answer, [201]);
        expect(
          said.id === id &&
            type === TYPE &&
            bytes === picture.length &&
            digest === digestOf(picture),
          `${id}, ${TYPE}, ${picture.length} bytes, ${digestOf(picture)}`,
          describeAnswer(answer),
        );
      },
    },
    {
      name: 'attachments/again',
      title: 'The same bytes again are answered 200, and other bytes refused with 409 conflict',
      rule: 'The same bytes again answer 200, others 409.',
      advice: 'Keep the digest beside the id, and compare it.',
      ...built,
      async run() {
        told(putAttachment, await put(known(), upload(picture)), [200]);
        refused(await put(known(), upload(smallPng(0x20))), 'conflict');
      },
    },
    {
      name: 'attachments/photograph',
      title: 'A JPEG is kept byte for byte where the profile lists its type',
      rule: `${putting} What the profile lists is taken; photographs come as JPEG.`,
      advice: 'Take image/jpeg, or list image/png alone: then photographs come as PNG.',
      ...writing,
      writes: { files: 1 },
      async run() {
        if (!limits().types.includes(JPEG)) throw new NotChecked(`the endpoint takes no ${JPEG}`);
        const id = crypto.randomUUID();
        told(putAttachment, await put(id, upload(smallJpeg, JPEG)), [201]);
        const answer = await read(id);
        expect(
          answer.headers.get('Content-Type') === JPEG &&
            Buffer.from(answer.bytes).equals(smallJpeg),
          `the ${smallJpeg.length} bytes that were sent, as ${JPEG}`,
          describeAnswer(answer),
        );
      },
    },
    {
      name: 'attachments/read',
      title: 'A file comes back byte for byte, with its type',
      rule: '`GET /attachments/{id}`: owner, and staff of the request.',
      advice: 'Keep the bytes as they came; where the help desk changes them, keep them yourself.',
      ...built,
      async run() {
        const answer = await read(known());
        expect(
          answer.status === 200 && answer.headers.get('Content-Type') === TYPE,
          `200 with ${TYPE}`,
          describeAnswer(answer),
        );
        expect(
          Buffer.from(answer.bytes).equals(picture),
          `the ${picture.length} bytes that were sent`,
          `${answer.bytes.length} others`,
        );
      },
    },
    {
      name: 'attachments/download-only',
      title: 'A file is a download that no browser shows or runs',
      rule: reading,
      advice:
        "Send Content-Disposition: attachment, X-Content-Type-Options: nosniff and Content-Security-Policy: sandbox; default-src 'none'.",
      ...built,
      async run() {
        const answer = await read(known());
        expect(answer.status === 200, '200', describeAnswer(answer));
        const header = (name: string) => answer.headers.get(name) ?? 'missing';
        const [disposition, sniffing, policy] = [
          header('Content-Disposition'),
          header('X-Content-Type-Options'),
          header('Content-Security-Policy'),
        ];
        expect(/^attachment\b/i.test(disposition), 'Content-Disposition: attachment', disposition);
        expect(/^nosniff$/i.test(sniffing), 'X-Content-Type-Options: nosniff', sniffing);
        expect(/(^|;|,)\s*sandbox\b/i.test(policy), 'Content-Security-Policy with sandbox', policy);
      },
    },
    {
      name: 'attachments/digest',
      title: 'Bytes that are not those of the digest, or come without one, are refused with 422',
      rule: putting,
      advice:
        'Compute SHA-256 of what arrived and compare: digestMismatch where it differs, validation where there is none.',
      ...writing,
      async run() {
        limits();
        refused(
          await put(crypto.randomUUID(), upload(picture, TYPE, digestOf(smallPng(0x20)))),
          'digestMismatch',
        );
        refused(
          await session.ask(putAttachment, {
            params: { id: crypto.randomUUID() },
            body: picture,
            headers: { 'Content-Type': TYPE },
          }),
          'validation',
        );
      },
    },
    {
      name: 'attachments/too-large',
      title: 'A file above the limit is refused with 413',
      rule: `${putting} Attachment limits (types, count, bytes each and total, pixels).`,
      advice:
        'Count while you read, stop at the limit, and answer before you close the connection.',
      ...writing,
      async run() {
        const { bytesEach } = limits();
        if (bytesEach > LARGEST)
          throw new NotChecked(`the limit of ${bytesEach} bytes is more than this check sends`);
        refused(await put(crypto.randomUUID(), upload(pngLargerThan(bytesEach))), 'tooLarge');
      },
    },
    {
      name: 'attachments/type-by-content',
      title: 'A page that calls itself a picture is refused with 415',
      rule: 'Uploads: type by content as well as name.',
      advice: 'Look at the first bytes: fileTypeOf of visma-support-widgets/contract does.',
      ...writing,
      async run() {
        limits();
        refused(await put(crypto.randomUUID(), upload(html, TYPE)), 'unsupportedType');
      },
    },
    {
      name: 'attachments/active-types',
      title: 'SVG and HTML are refused with 415',
      rule: 'SVG and HTML refused.',
      advice: 'Take only the types that the profile lists.',
      ...writing,
      async run() {
        limits();
        refused(await put(crypto.randomUUID(), upload(svg, 'image/svg+xml')), 'unsupportedType');
        refused(await put(crypto.randomUUID(), upload(html, 'text/html')), 'unsupportedType');
      },
    },
    {
      name: 'attachments/removed',
      title: 'A file that no request has can be removed, and is gone then',
      rule: removing,
      advice: 'Answer 204 without a body, and 404 from then on.',
      ...built,
      writes: { files: 1 },
      async run() {
        limits();
        const id = crypto.randomUUID();
        told(putAttachment, await put(id, upload(picture)));
        const gone = await remove(id);
        expect(
          gone.status === 204 && gone.bytes.length === 0,
          '204 without a body',
          describeAnswer(gone),
        );
        refused(await read(id), 'notFound');
        refused(await remove(id), 'notFound');
      },
    },
    {
      name: 'attachments/bound',
      title: 'A file that a request has can no longer be removed',
      rule: removing,
      advice:
        'Bind the files in the same transaction that keeps the request, and answer 409 conflict to whoever removes one afterwards.',
      ...built,
      writes: { requests: 1 },
      async run() {
        const id = known();
        const { answer } = await session.send({
          attachments: [{ id, name: 'testi-test.png', caption: 'Testi – test' }],
        });
        told(submitRequest, answer);
        refused(await remove(id), 'conflict');
        const still = await read(id);
        expect(still.status === 200, '200, since it is still there', describeAnswer(still));
      },
    },
    {
      name: 'attachments/never-uploaded',
      title: 'A request that names a file which was never uploaded is refused with 422',
      rule: '`attachments[]` (`{id, name, caption?}`); `errors[]` of `{pointer, code, detail}`.',
      advice:
        'Look every id up among the files of this person, and name the wrong one: /attachments/0/id.',
      ...writing,
      async run() {
        limits();
        const body = testRequest(session.profile, {
          attachments: [{ id: crypto.randomUUID(), name: 'testi-test.png' }],
        });
        refusedAt(
          await session.ask(submitRequest, { params: { id: crypto.randomUUID() }, body }),
          '/attachments/0/id',
        );
      },
    },
    unknownCheck(session, 'attachments', [getAttachment, removeAttachment]),
    {
      name: 'attachments/foreign',
      title: "Somebody else's file looks exactly like one that never was",
      rule: 'A foreign id answers 404 with the same body as one that never was.',
      advice: 'Look for the id within (tenant, owner) and nowhere else.',
      after: 'attachments/kept',
      needs: ['token', 'otherToken', 'writing'],
      permission: 'submitRequests',
      writes: { files: 1 },
      async run() {
        limits();
        const id = crypto.randomUUID();
        told(putAttachment, await put(id, upload(picture)));
        for (const row of [getAttachment, removeAttachment])
          await expectHidden(session, row, { id });
        const still = await read(id);
        expect(still.status === 200, '200 to its owner still', describeAnswer(still));
      },
    },
    signInCheck(session, 'attachments', rowsOf('attachments')),
  ];
}
