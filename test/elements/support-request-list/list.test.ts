import { expect } from '@open-wc/testing';
import { changeStaffRequest } from '../../../src/contract/staff.js';
import { askingEverySecond, clientOf } from '../../tools/advisory.js';
import { openGate } from '../../tools/gate.js';
import { chooseOption } from '../../tools/input.js';
import { waitUntil } from '../../tools/wait-until.js';
import { answer, open, send } from './list-page.js';

describe('the list of support requests', () => {
  it('shows a new request without a reload, above the others', async () => {
    const first = await send();
    const page = await open();
    await page.sees(`#open-${first}`);
    const second = await send();
    document.dispatchEvent(new Event('support-request-submitted'));
    await page.sees(`#open-${second}`);
    expect(page.rows.indexOf(second)).to.be.below(page.rows.indexOf(first));
  });

  it("shows staff's change of status without a reload", async () => {
    const id = await send();
    const page = await open({ id });
    await page.reads('Vastaanotettu');
    await clientOf('agent').send(changeStaffRequest, {
      params: { id },
      body: { status: 'inProgress' },
    });
    await page.element.refresh();
    await page.reads('Tila: Käsittelyssä');
  });

  it('shows only requests of the chosen status', async () => {
    const open1 = await send();
    const closed = await send();
    await clientOf('agent').send(changeStaffRequest, {
      params: { id: closed },
      body: { status: 'closed' },
    });
    const page = await open();
    await page.sees(`#open-${open1}`);
    chooseOption(page.find<HTMLSelectElement>('#status'), 'closed');
    await waitUntil(
      () => page.rows.includes(closed) && !page.rows.includes(open1),
      () => `It shows ${page.text}`,
    );
  });

  it('says what failed, keeps nothing else up, and tries again', async () => {
    const { endpoint } = await openGate([
      {
        path: '/support-requests*',
        status: 403,
        body: { title: 'no', status: 403, code: 'forbidden' },
      },
    ]);
    const id = await send();
    const page = await open({ endpoint });
    await page.reads('Sinulla ei ole oikeutta');
    await page.press('.notice .button');
    await page.sees(`#open-${id}`);
  });

  it('says nothing of a text that is still there where nobody has written one', async () => {
    const { endpoint } = await openGate([
      {
        path: '/support-requests*',
        status: 404,
        body: { title: 'no', status: 404, code: 'notFound' },
      },
    ]);
    const page = await open({ endpoint });
    await page.reads('Kerro sivun ylläpitäjälle, että osoite voi olla väärä.');
    expect(page.text).not.to.include('tallessa');
  });

  it('fits 320 pixels', async () => {
    await send({
      summary: 'Kirjanpitoaineistonkäsittelyvirheilmoitusraportointiongelma '.repeat(3),
    });
    const page = await open();
    page.element.style.width = '320px';
    await page.sees('.rows .subject');
    expect(page.element.scrollWidth).to.be.at.most(320);
  });

  it('asks for the one request alone where a host shows one', async () => {
    const { endpoint, requests } = await openGate([await askingEverySecond()]);
    const id = await send();
    const page = await open({ id, endpoint });
    await page.reads('Vastauksesi');
    await answer(id, 'Kokeile uudelleen.');
    await page.reads('Kokeile uudelleen.');
    const asked = (await requests())
      .filter(({ path }) => path.startsWith('/support-requests'))
      .map(({ path }) => path.split('?')[0]);
    expect(new Set(asked)).to.deep.equal(new Set([`/support-requests/${id}`]));
  });
});
