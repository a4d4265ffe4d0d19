import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { getStaffRequest, putAttachment, submitRequest } from '../../src/contract/index.js';
import { waitUntil } from '../tools/wait-until.js';
import { Mailbox } from './tools/mailbox.js';
import { sampleRequest, upload } from './tools/samples.js';
import { problemOf, TestEndpoint } from './tools/test-endpoint.js';

const pdf = Buffer.from(
  '%PDF-1.7\n1 0 obj << >> endobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n',
);
const named = [
  ['lasku.pdf', 'lasku.pdf'],
  ['LASKU.PDF', 'LASKU.PDF'],
  ['ohje.hta', 'ohje.hta.pdf'],
  ['kuitti.html', 'kuitti.html.pdf'],
  ['lasku.pdf.exe', 'lasku.pdf.exe.pdf'],
  ['setup.bat. .', 'setup.bat.pdf'],
  ['tase', 'tase.pdf'],
  ['kuva.png', 'kuva.png.pdf'],
] as const;

describe('Somebody of staff who saves what a customer attached', () => {
  it('gets it under an ending of what it is, from the request and from the mail', async () => {
    const mailbox = await Mailbox.open();
    const endpoint = await TestEndpoint.open({
      relay: {
        smtp: {
          url: mailbox.url,
          from: { name: '', address: 'tuki@visma.example' },
          to: 'asiakaspalvelu@visma.example',
          ca: await Mailbox.authority(),
        },
      },
    });
    const attachments = named.map(([name]) => ({ id: randomUUID(), name }));
    for (const { id } of attachments)
      await endpoint.get(putAttachment, {
        as: 'main-user',
        params: { id },
        ...upload(pdf, 'application/pdf'),
      });
    const id = randomUUID();
    const body = sampleRequest({ attachments });
    await endpoint.get(submitRequest, { as: 'main-user', params: { id }, body });
    const details = await endpoint.get(getStaffRequest, { as: 'agent', params: { id } });
    const right = named.map(([, name]) => name);
    assert.deepEqual(
      details.attachments.map(({ name }) => name),
      right,
    );
    await waitUntil(() => mailbox.mails.length === 1, 'No mail has arrived');
    assert.deepEqual(
      mailbox.mails[0]?.attachments.map(({ filename }) => filename),
      right,
    );
    await endpoint.close();
    await mailbox.close();
  });

  it('never gets a page or a script that only begins as a PDF does', async () => {
    const endpoint = await TestEndpoint.open();
    for (const content of [
      '%PDF-1.4\n<script>alert(1)</script>',
      '%PDF-1.4\n<script>alert(1)</script>\n%%EOF',
      '%PDF-1.7\n1 0 obj << >> endobj\n',
      '%PDF-x\n1 0 obj << >> endobj\n%%EOF',
    ]) {
      const answer = await endpoint.ask(putAttachment, {
        as: 'main-user',
        params: { id: randomUUID() },
        ...upload(Buffer.from(content), 'application/pdf'),
      });
      assert.equal(problemOf(answer).code, 'validation', content);
    }
    await endpoint.close();
  });
});
