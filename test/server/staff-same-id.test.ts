import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import {
  changeStaffRequest,
  getRequest,
  getStaffAttachment,
  getStaffRequest,
  listStaffRequests,
  putAttachment,
  putMessage,
  putStaffAttachment,
  putStaffMessage,
  submitRequest,
} from '../../src/contract/index.js';
import { onOneDatabase } from './tools/databases.js';
import { png } from './tools/pictures.js';
import { sampleRequest, upload } from './tools/samples.js';
import { TestEndpoint } from './tools/test-endpoint.js';

onOneDatabase('Customers who use the same id', (storage) => {
  it('are each read, answered and shown their files by staff as themselves, on every route', async () => {
    const endpoint = await TestEndpoint.open({ storage: await storage() });
    const [id, picture, message] = [randomUUID(), randomUUID(), randomUUID()];
    const customers = ['main-user', 'other-tenant'] as const;
    const filesOf = [png(2, 2, 1), png(2, 2, 2)];
    // At the same moment, so that neither is there before the other.
    await Promise.all(
      customers.map(async (as, n) => {
        const file = upload(filesOf[n] ?? png());
        await endpoint.get(putAttachment, { as, params: { id: picture }, ...file });
        const attachments = [{ id: picture, name: 'kuva.png' }];
        const body = sampleRequest({ summary: `asiakas ${n}`, attachments });
        await endpoint.get(submitRequest, { as, params: { id }, body });
        const reply = { text: `vastaus ${n}`, attachments: [] };
        await endpoint.get(putMessage, { as, params: { id, messageId: message }, body: reply });
      }),
    );
    const { items } = await endpoint.get(listStaffRequests, { as: 'agent' });
    assert.equal(new Set(items.map((item) => item.id)).size, 2);
    assert.ok(items.some((item) => item.id === id));
    for (const { id: staffId, tenant } of items) {
      const n = tenant === 'tenant-1' ? 0 : 1;
      const as = 'agent';
      const params = { id: staffId };
      const mine = await endpoint.get(getStaffRequest, { as, params });
      assert.deepEqual(
        [mine.id, mine.tenant, mine.summary, mine.timeline[0]?.text],
        [staffId, tenant, `asiakas ${n}`, `vastaus ${n}`],
      );
      const shown = mine.attachments[0]?.id ?? assert.fail();
      const { bytes } = await endpoint.ask(getStaffAttachment, { as, params: { id: shown } });
      assert.deepEqual(bytes, new Uint8Array(filesOf[n] ?? []));

      const answer = { id: staffId, messageId: message, attachmentId: picture };
      const file = upload(png(2, 2, 5 + n));
      await endpoint.get(putStaffAttachment, { as, params: answer, ...file });
      const attachments = [{ id: picture, name: 'ohje.png' }];
      const body = { kind: 'message', text: `tuki ${n}`, attachments };
      await endpoint.get(putStaffMessage, { as, params: answer, body });
      const number = `HD-${n}`;
      await endpoint.get(changeStaffRequest, { as, params, body: { helpDeskNumber: number } });
      const [theirs, others] = await Promise.all(
        [n, 1 - n].map((which) =>
          endpoint.get(getRequest, { as: customers[which] ?? 'agent', params: { id } }),
        ),
      );
      assert.equal(theirs?.helpDeskNumber, number);
      assert.ok(theirs?.timeline.some(({ text }) => text === `tuki ${n}`));
      assert.ok(!others?.timeline.some(({ text }) => text === `tuki ${n}`));
      const again = await endpoint.get(getStaffRequest, { as, params });
      const helped = again.timeline.find(({ author }) => author.side === 'support');
      const help = helped?.attachments[0]?.id ?? assert.fail();
      const shownHelp = await endpoint.ask(getStaffAttachment, { as, params: { id: help } });
      assert.deepEqual(shownHelp.bytes, new Uint8Array(file.body));
    }
    await endpoint.close();
  });
});
