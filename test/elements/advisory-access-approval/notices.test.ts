import { expect } from '@open-wc/testing';
import type { AdvisoryNotices } from '../../../src/contract/advisory-notices.js';
import { ask } from '../../tools/advisory.js';
import { openGate } from '../../tools/gate.js';
import { chooseOption } from '../../tools/input.js';
import { openApproval } from './approval-page.js';

const notices: AdvisoryNotices = {
  email: 'maija.makela@ayras.fi',
  wants: 'all',
  language: 'fi',
  since: '2026-01-05T07:05:00Z',
  news: [],
  upTo: '1',
};

describe('a person who comes back to advisory access', () => {
  it('reads in one line what others did since, until they mark it as seen', async () => {
    const news = [
      { act: 'asked', count: 2 },
      { act: 'approved', count: 1 },
    ];
    const gate = await openGate([
      { method: 'GET', path: '/me/notices', status: 200, body: { ...notices, news } },
      { method: 'PUT', path: '/me/notices', status: 200, body: notices },
    ]);
    await ask();
    const page = await openApproval({ endpoint: gate.endpoint });
    await page.reads(
      /Edellisen käyntisi jälkeen \(5\.1\.2026 klo [\d.]+\): Pyydetty 2 · Hyväksytty 1/,
    );
    await expect(page.element).to.be.accessible();
    await page.press('Merkitse nähdyksi');
    expect(page.text).not.to.include('Edellisen käyntisi');
    expect(page.focused?.id).to.equal('title');
    await gate.received({ method: 'PUT', path: '/me/notices' });
  });
});

describe('a person who may grant', () => {
  it('chooses of which requests they get mails, and learns when that was not saved', async () => {
    await ask();
    const gate = await openGate([
      { method: 'GET', path: '/me/notices', status: 200, body: notices },
      {
        method: 'PUT',
        path: '/me/notices',
        status: 403,
        body: { title: '', status: 403, code: 'forbidden' },
      },
      { method: 'PUT', path: '/me/notices', status: 200, body: { ...notices, wants: 'mine' } },
    ]);
    const page = await openApproval({ endpoint: gate.endpoint });
    await page.reads(
      'Lähetetään osoitteeseen maija.makela@ayras.fi. Myönnetystä oikeudesta ilmoitetaan aina.',
    );
    const select = () =>
      page.root.querySelector<HTMLSelectElement>('#notices') ?? expect.fail('There is no choice');
    chooseOption(select(), 'mine');
    await page.reads('Valitse uudelleen: valintaa ei tallennettu.');
    expect(select().value).to.equal('all');
    chooseOption(select(), 'mine');
    await page.reads('Tallennettu.');
    expect(select().value).to.equal('mine');
    expect(
      (await gate.received({ method: 'PUT', path: '/me/notices' }, 2)).filter(
        ({ method }) => method === 'PUT',
      ).length,
    ).to.equal(2);
  });
});
