import { expect } from '@open-wc/testing';
import { getAttachment } from '../../../src/contract/attachments.js';
import { assertAccessible } from '../../tools/accessible.js';
import { clientOf } from '../../tools/advisory.js';
import { openGate } from '../../tools/gate.js';
import { itOnce } from '../../tools/one-engine.js';
import { waitUntil } from '../../tools/wait-until.js';
import { messagesOf, open, send } from './list-page.js';

describe('a reply to a request', () => {
  it('is sent by Ctrl+Enter', async () => {
    const id = await send();
    const page = await open({ id });
    await page.reads('Vastauksesi');
    await page.write('Kyse on tilikaudesta 2026.');
    await page.sendByKeys();
    await page.reads('Vastauksesi on lähetetty.');
    expect((await messagesOf(id)).map(({ text }) => text)).to.deep.equal([
      'Kyse on tilikaudesta 2026.',
    ]);
  });

  itOnce(
    'is shown in the progress of the request together with the message that it was sent',
    async () => {
      const { endpoint, plan, received } = await openGate();
      const page = await open({ id: await send(), endpoint });
      await page.reads('Vastauksesi');
      await page.write('Kyse on tilikaudesta 2026.');
      const read = { method: 'GET', path: '/support-requests/*' };
      await plan([{ ...read, fault: 'hold' }]);
      await page.sendByKeys();
      await received(read, 2);
      await page.reads('Vastauksesi on lähetetty.');
      expect(page.find('.timeline').innerText).to.include('Kyse on tilikaudesta 2026.');
    },
  );

  it('takes screenshots along, byte for byte', async () => {
    const id = await send();
    const page = await open({ id });
    const file = await page.attach('tase.png');
    await page.press('.reply .button.primary');
    await page.reads('Vastauksesi on lähetetty.');
    const [message] = await messagesOf(id);
    const [sent] = message?.attachments ?? [];
    expect(sent?.name).to.equal('tase.png');
    const stored = await clientOf('agent').send(getAttachment, { params: { id: sent?.id ?? '' } });
    const bytes = async (blob?: Blob) =>
      [...new Uint8Array((await blob?.arrayBuffer()) ?? [])].join();
    expect(await bytes(stored)).to.equal(await bytes(file));
  });

  it('tells how far its pictures are, and is stopped without a loss', async () => {
    const upload = { method: 'PUT', path: '/attachments/*' };
    const { endpoint, received } = await openGate([{ ...upload, fault: 'hang' }]);
    const id = await send();
    const page = await open({ id, endpoint });
    await page.reads('Vastauksesi');
    await page.write('Kuva liitteenä.');
    await page.attach('tase.png');
    await page.sendByKeys();
    await received(upload);
    await page.reads('Kuvia lähetetty: 0/1.');
    expect(page.find<HTMLProgressElement>('progress').max).to.equal(1);
    await assertAccessible(page.element);
    await page.press('.reply progress + .row .button');
    await page.reads('Lähetys peruttiin');
    await waitUntil(() => page.focused === 'reply-notice', 'The focus is elsewhere');
    expect([page.find<HTMLTextAreaElement>('#reply').value, page.attached]).to.deep.equal([
      'Kuva liitteenä.',
      ['tase.png'],
    ]);
    await page.press('#reply-notice .button');
    await page.reads('Vastauksesi on lähetetty.');
    expect(
      (await messagesOf(id)).map(({ text, attachments }) => [text, attachments.length]),
    ).to.deep.equal([['Kuva liitteenä.', 1]]);
  });

  itOnce('needs words or a picture', async () => {
    const page = await open({ id: await send() });
    await page.reads('Vastauksesi');
    await page.sendByKeys();
    await page.reads('Kirjoita vastaus tai liitä kuva.');
  });
});
