import { expect } from '@open-wc/testing';
import { getMe } from '../../../src/contract/me.js';
import { listRequests } from '../../../src/contract/support-requests.js';
import { clientOf } from '../../tools/advisory.js';
import { openGate, type PlanEntry } from '../../tools/gate.js';
import { open, send } from './list-page.js';

/** Maija without a permission. */
async function without(permission: 'submitRequests' | 'viewCompanyRequests'): Promise<PlanEntry> {
  const me = await clientOf('main-user').send(getMe, {});
  return {
    path: '/me',
    status: 200,
    body: { ...me, permissions: me.permissions.filter((known) => known !== permission) },
    times: 9,
  };
}

describe("the company's requests", () => {
  it("are shown with their senders to who may see them, and one's own again", async () => {
    const id = await send();
    const { items } = await clientOf('main-user').send(listRequests, {
      query: { scope: 'company' },
    });
    const body = {
      items: items
        .slice(0, 1)
        .map((item) => ({ ...item, id: crypto.randomUUID(), sender: 'Aino Virtanen' })),
    };
    const { endpoint, plan, requests } = await openGate();
    const page = await open({ endpoint });
    await page.sees(`#open-${id}`);
    await page.sees('input[value=company]');
    await plan([{ path: '/support-requests', status: 200, body }]);
    await page.press('label:has(input[value=company])');
    await page.reads('Aino Virtanen');
    expect(page.element.scope).to.equal('company');
    expect((await requests()).some(({ path }) => path.includes('scope=company'))).to.equal(true);
    await expect(page.element).to.be.accessible();
    await page.press('label:has(input[value=own])');
    await page.sees(`#open-${id}`);
    expect(page.text).to.not.include('Aino Virtanen');
  });

  it('are offered to nobody who may not see them', async () => {
    const id = await send();
    const { endpoint } = await openGate([await without('viewCompanyRequests')]);
    const page = await open({ endpoint });
    await page.sees(`#open-${id}`);
    expect(page.root.querySelector('input[value=company]')).to.equal(null);
  });

  it('are refused by the endpoint where a host asks for them all the same, in words', async () => {
    const page = await open({ user: 'accountant', scope: 'company' });
    await page.reads('Sinulla ei ole oikeutta');
  });
});

describe('who may not send support requests', () => {
  it('reads a request, and is told who can reply', async () => {
    const id = await send();
    const { endpoint } = await openGate([await without('submitRequests')]);
    const page = await open({ id, endpoint });
    await page.reads('Et voi vastata tukipyyntöihin');
    await page.reads('Niihin voivat vastata: Maija Mäkelä');
    expect(page.text).to.include('Miten avaan tilikauden?');
    expect(page.root.querySelector('#reply, screenshot-attach')).to.equal(null);
  });

  it('has an empty list that says so', async () => {
    const page = await open({ user: 'accountant' });
    await page.reads('Ei vielä tukipyyntöjä.');
  });

  it("never sees another company's request", async () => {
    const page = await open({ id: await send(), user: 'other-tenant' });
    await page.reads('Tukipyyntöä ei löytynyt.');
    expect(page.text).to.not.include('Miten avaan');
  });
});
