import { expect, fixture, html } from '@open-wc/testing';
import type { SupportRequestForm } from '../../../src/elements/support-request-form/support-request-form.js';
import { openGate } from '../../tools/gate.js';
import { tokenFor } from '../../tools/sign-in.js';
import { waitUntil } from '../../tools/wait-until.js';
import { FormPage, openReadyForm } from './form-page.js';

const down = { path: '*', times: 99, status: 503, headers: { 'Retry-After': '0' } } as const;

async function openDown(
  endpoint: string,
  attributes: Readonly<Record<string, string>> = {},
): Promise<FormPage> {
  const token = () => tokenFor('main-user');
  const element = await fixture<SupportRequestForm>(html`
    <support-request-form .endpoint=${endpoint} .accessToken=${token} locale="fi" .phone=${attributes['phone']} .email=${attributes['email']}></support-request-form>
  `);
  const page = new FormPage(element);
  await page.reads('Muut tavat ottaa yhteyttä asiakaspalveluun');
  return page;
}

describe('when customer service can not be reached by the form [guide 1.2.2]', () => {
  beforeEach(() => localStorage.clear());

  it('the guide’s own number, hours and address are offered', async () => {
    const { endpoint } = await openGate([down]);
    const page = await openDown(endpoint);
    await page.reads(/Puhelimitse: 0107 562 170\. .*arkisin .*9–12 ja 13–16/);
    await page.reads('Sähköpostitse: asiakaspalvelu@visma.com.');
    expect(page.root.querySelector<HTMLAnchorElement>('a[href^="tel:"]')?.href).to.equal(
      'tel:+358107562170',
    );
  });

  it('the host’s number and address come before them, without hours that are not theirs', async () => {
    const { endpoint } = await openGate([down]);
    const page = await openDown(endpoint, { phone: '09 123 456', email: 'apu@tilitoimisto.fi' });
    await page.reads('Puhelimitse: 09 123 456.');
    await page.reads('Sähköpostitse: apu@tilitoimisto.fi.');
    expect(page.text).to.not.include('arkisin');
  });

  it('what the endpoint said when it was last reached comes first, with its applications', async () => {
    const profile = (await (await fetch('/api/support/service?language=fi')).json()) as {
      contact: object;
    };
    const ours = {
      ...profile,
      contact: { ...profile.contact, phone: '020 111 222', email: 'tuki@visma.com' },
    };
    const { endpoint, plan } = await openGate([{ path: '/service*', status: 200, body: ours }]);
    const page = await openReadyForm({ endpoint });
    await page.writeProblem();
    await page.reads('Otsikko: Visma Fivaldi Kirjanpito');
    page.element.remove();
    await plan([down]);
    const again = await openDown(endpoint, { phone: '09 123 456' });
    await again.reads('Puhelimitse: 020 111 222.');
    await again.reads('Sähköpostitse: tuki@visma.com.');
    await again.reads('Kirjanpito');
    await again.open('Sovellus');
    await waitUntil(
      () => again.control('Sovellus').textContent?.includes('Palkanlaskenta'),
      'The applications are not known',
    );
  });

  it('the text can be taken along, with the e-mail’s sentence about HelpDesk credentials', async () => {
    const { endpoint } = await openGate([down]);
    const page = await openDown(endpoint);
    await page.write('Ongelma lyhyesti', 'mikään ei toimi');
    await page.reads(
      'Sähköpostitse lähettämiseen tarvitset henkilökohtaiset HelpDesk-tunnukset. Saat ne veloituksetta.',
    );
    const order = [...page.root.querySelectorAll('a')].find(({ textContent }) =>
      textContent?.includes('Tilaa HelpDesk-tunnukset'),
    );
    expect(order?.hostname).to.equal('www.visma.fi');
    expect(page.root.querySelector('pre')?.textContent).to.include('mikään ei toimi');
  });

  it('a person with HelpDesk credentials is not told to order them', async () => {
    const { endpoint, plan } = await openGate();
    const page = await openReadyForm({ endpoint });
    await plan([
      { path: '/support-requests*', times: 9, status: 503, headers: { 'Retry-After': '0' } },
    ]);
    await page.writeProblem();
    await page.press('Lähetä tukipyyntö');
    await page.reads('Muut tavat ottaa yhteyttä asiakaspalveluun');
    expect(page.text).to.not.include('HelpDesk-tunnukset');
    expect(page.control('Kuvaus').value).to.include('Yritin avata');
  });

  it('nothing moves under the hands of who is writing already, and a line at the top leads to the ways', async () => {
    const { endpoint } = await openGate([{ ...down, delay: 150 }]);
    const element = await fixture<SupportRequestForm>(
      html`<support-request-form .endpoint=${endpoint} locale="fi"></support-request-form>`,
    );
    const page = new FormPage(element);
    await page.reads('Ongelma lyhyesti');
    const topOf = (part: Element) => part.getBoundingClientRect().top;
    const top = () => topOf(page.control('Ongelma lyhyesti')) - topOf(page.element);
    const before = top();
    await page.write('Ongelma lyhyesti', 'a');
    await page.reads('Mitä voit tehdä');
    expect(top()).to.equal(before);
    await page.press('Mitä voit tehdä');
    expect(page.focused?.id).to.equal('failure');
  });
});
