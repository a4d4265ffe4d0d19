import { expect, fixtureCleanup } from '@open-wc/testing';
import { openGate, type Gate, type PlanEntry } from '../../tools/gate.js';
import { retryAtOnce } from '../../tools/quick-retries.js';
import { waitUntil } from '../../tools/wait-until.js';
import { goOffline } from '../support-request-form/form-page.js';
import { messagesOf, open, send, type ListPage } from './list-page.js';

const MESSAGES = '/support-requests/*/messages/*';

/** The endpoint has the reply, and no answer comes, to it and its retries; the same for the questions after it. */
const silence = (id: string): PlanEntry[] => [
  { method: 'PUT', path: MESSAGES, fault: 'lost-answer', times: 3 },
  { method: 'GET', path: `/support-requests/${id}*`, fault: 'drop', times: 3 },
];

/** Opens a request and loses the line before anybody says that its reply is there. */
async function replyIntoSilence(
  text: string,
  picture?: string,
): Promise<{ id: string; page: ListPage; gate: Gate; asked: number }> {
  const id = await send();
  const gate = await openGate();
  const page = await open({ id, endpoint: gate.endpoint });
  await page.reads('Vastauksesi');
  await page.write(text);
  if (picture) await page.attach(picture);
  await gate.plan(silence(id));
  const asked = (await gate.requests()).filter(
    ({ method, path }) => method === 'GET' && path.startsWith(`/support-requests/${id}`),
  ).length;
  await page.sendByKeys();
  await page.sees('#reply-notice.alarm');
  return { id, page, gate, asked };
}

const putsOf = async ({ requests }: Gate) =>
  (await requests()).filter(({ method, path }) => method === 'PUT' && path.includes('/messages/'))
    .length;

describe('a reply that got no answer', () => {
  retryAtOnce();
  afterEach(() => localStorage.clear());

  it('is told as sent as soon as the endpoint says that it has it', async () => {
    const { endpoint } = await openGate([
      { method: 'PUT', path: MESSAGES, fault: 'lost-answer', times: 3 },
    ]);
    const id = await send();
    const page = await open({ id, endpoint });
    await page.reads('Vastauksesi');
    await page.write('Kerran vain.');
    await page.sendByKeys();
    await page.reads('Vastauksesi on lähetetty.');
    expect(page.find<HTMLTextAreaElement>('#reply').value).to.equal('');
    expect(await messagesOf(id)).to.have.length(1);
  });

  it('is asked for before the next try, and not sent again where it is there', async () => {
    const { id, page, gate } = await replyIntoSilence('Kerran vain.');
    expect(page.find<HTMLTextAreaElement>('#reply').value).to.equal('Kerran vain.');
    const before = await putsOf(gate);
    await page.press('#reply-notice .button');
    await page.reads('Vastauksesi on lähetetty.');
    expect(await putsOf(gate)).to.equal(before);
    expect(await messagesOf(id)).to.have.length(1);
  });

  it('is sent by the next try where it never arrived, under the same id', async () => {
    const gate = await openGate([{ method: 'PUT', path: MESSAGES, fault: 'drop', times: 3 }]);
    const id = await send();
    const page = await open({ id, endpoint: gate.endpoint });
    await page.reads('Vastauksesi');
    await page.write('Nyt perille.');
    await page.sendByKeys();
    await page.sees('#reply-notice.alarm');
    await page.press('#reply-notice .button');
    await page.reads('Vastauksesi on lähetetty.');
    const paths = (await gate.requests())
      .filter(({ method }) => method === 'PUT')
      .map(({ path }) => path);
    expect(new Set(paths)).to.have.property('size', 1);
    expect(await messagesOf(id)).to.have.length(1);
  });

  describe('because the line broke', () => {
    const sentence = 'Vastaus lähetetään automaattisesti, kun yhteys toimii.';
    let goOnline: () => void;
    beforeEach(() => {
      goOnline = goOffline();
    });
    afterEach(() => goOnline());

    async function failOffline() {
      const { endpoint } = await openGate([{ method: 'PUT', path: MESSAGES, fault: 'drop' }]);
      const id = await send();
      const page = await open({ id, endpoint });
      await page.reads('Vastauksesi');
      await page.write('Katkoksen aikana.');
      await page.sendByKeys();
      await page.reads(sentence);
      return { id, page };
    }
    const textsOf = async (id: string) => (await messagesOf(id)).map(({ text }) => text);

    it('is sent by itself as soon as the browser is back on-line', async () => {
      const { id, page } = await failOffline();
      await page.reads('Kirjoittamasi teksti on tallessa.');
      goOnline();
      await page.reads('Vastauksesi on lähetetty.');
      await waitUntil(() => page.focused === 'reply-notice', 'The focus is elsewhere');
      expect(await textsOf(id)).to.deep.equal(['Katkoksen aikana.']);
    });

    const stops: readonly [string, string, (page: ListPage) => Promise<void>][] = [
      ['it was changed', 'Sittenkin näin.', (page) => page.write('Sittenkin näin.')],
      ['the person wants it so', 'Katkoksen aikana.', (page) => page.press('#reply-notice .link')],
    ];
    for (const [why, text, act] of stops) {
      it(`is not sent by itself once ${why}`, async () => {
        const { id, page } = await failOffline();
        await act(page);
        await waitUntil(() => !page.text.includes(sentence), 'It still says that it is sent');
        goOnline();
        // What would be sent by itself now would arrive before this.
        await page.sendByKeys();
        await page.reads('Vastauksesi on lähetetty.');
        expect(await textsOf(id)).to.deep.equal([text]);
      });
    }
  });

  it('leaves what was written since as another reply, without the pictures that arrived', async () => {
    const { id, page } = await replyIntoSilence('Ensin näin.', 'tase.png');
    await page.write('Sitten näin.');
    await page.attach('tulos.png');
    await page.sendByKeys();
    await page.reads('Vastauksesi aiempi versio oli mennytkin perille');
    await waitUntil(() => page.focused === 'reply-notice', 'The focus is elsewhere');
    expect(page.find<HTMLTextAreaElement>('#reply').value).to.equal('Sitten näin.');
    await waitUntil(
      () => page.attached.join() === 'tulos.png',
      () => `There is ${page.attached.join()}`,
    );
    await expect(page.element).to.be.accessible();
    await page.sendByKeys();
    await page.reads('Vastauksesi on lähetetty.');
    const sent = (await messagesOf(id)).map(({ text, attachments }) => [
      text,
      ...attachments.map(({ name }) => name),
    ]);
    expect(sent).to.deep.equal([
      ['Ensin näin.', 'tase.png'],
      ['Sitten näin.', 'tulos.png'],
    ]);
  });

  it('is known again after the page was left, and not sent twice', async () => {
    const { id, gate, asked } = await replyIntoSilence('Ennen lähtöä.');
    // The page asks three times after the reply; what is asked next is asked by the next page.
    await gate.received({ method: 'GET', path: `/support-requests/${id}` }, asked + 3);
    fixtureCleanup();
    const page = await open({ id, endpoint: gate.endpoint });
    await page.reads('Vastauksesi on lähetetty.');
    expect(page.find<HTMLTextAreaElement>('#reply').value).to.equal('');
    expect(await messagesOf(id)).to.have.length(1);
  });
});
