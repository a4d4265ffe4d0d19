import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Relayed } from '../../src/contract/index.js';
import { waitUntil } from '../tools/wait-until.js';
import { inOneBrowser } from './browsers.js';
import { signIn, type Person } from './customer.js';
import { startClockedPages, type ClockedPages } from './clocked-pages.js';

/** A mail server on this computer, which refuses every mail as long as it is told to. */
async function startMailbox() {
  const mailbox = {
    isRefusing: true,
    mails: [] as Email[],
    port: 0,
    stop: () => server.close(() => undefined),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, done) =>
      done(
        mailbox.isRefusing
          ? Object.assign(new Error('No such mailbox'), { responseCode: 550 })
          : null,
      ),
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          mailbox.mails.push(mail);
          done();
        }, done);
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  mailbox.port = (listening.address() as AddressInfo).port;
  return mailbox;
}

describe('the HelpDesk’s mailbox, seen from the agent desk', () => {
  let mailbox: Awaited<ReturnType<typeof startMailbox>>;
  let portal: ClockedPages;
  let customer: Person;
  let agent: Person;
  before(async () => {
    mailbox = await startMailbox();
    const smtp = {
      url: `smtp://127.0.0.1:${mailbox.port}`,
      to: 'helpdesk@visma.example',
      from: { name: 'Tukipyynnöt', address: 'helpdesk@visma.example' },
    };
    portal = await startClockedPages({ relay: { smtp } });
    customer = await signIn(portal.endpoint, 'main-user');
    agent = await signIn(portal.endpoint, 'agent');
  });
  after(async () => {
    await portal?.stop();
    mailbox?.stop();
  });

  /** What the endpoint knows of a request on its way to the mailbox. */
  async function relayOf(id: string): Promise<Relayed | undefined> {
    const answer = await agent.fetch(`/staff/support-requests/${id}`);
    return ((await answer.json()) as { relay?: Relayed }).relay;
  }

  inOneBrowser((_name, open) => {
    it('shows what could not be sent there, and sends it again', async () => {
      mailbox.isRefusing = true;
      const subject = 'Visma Fivaldi Kirjanpito, sähköposti ei mene';
      const id = await customer.request('sähköposti ei mene');
      await waitUntil(
        async () => (await relayOf(id))?.state === 'failed',
        'The endpoint never knew that the mailbox refused the request.',
      );
      const page = await open();
      await page.goto(`${portal.origin}/agent-desk/`);
      await page.waitForText('Ei mennyt HelpDeskiin');
      await page.select('HelpDeskin postilaatikko', 'Vain epäonnistuneet');
      await page.click('link', subject);
      await page.waitForText(/Postipalvelin vastasi: 550/);
      mailbox.isRefusing = false;
      await page.click('button', 'Lähetä uudelleen');
      await page.waitForText('Lähetetään uudelleen.');
      await waitUntil(
        async () => (await relayOf(id))?.state === 'sent',
        'The endpoint never knew that the request is in the mailbox.',
      );
      assert.deepEqual(
        mailbox.mails.splice(0).map((mail) => mail.subject),
        [subject],
      );
      await page.click('link', '← Kaikki tukipyynnöt');
      await page.waitForText('Ei tukipyyntöjä.');
      await page.select('HelpDeskin postilaatikko', 'Kaikki');
      await page.click('link', subject);
      await page.waitForText(/Lähetetty · lähetyskertoja: \d/);
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
    });
  });
});
