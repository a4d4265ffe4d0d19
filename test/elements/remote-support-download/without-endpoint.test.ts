import { expect } from '@open-wc/testing';
import { useFakeTimers } from 'sinon';
import { openGate, type PlanEntry } from '../../tools/gate.js';
import { openProgram, openSupport } from './support-page.js';

const windows = 'https://download.teamviewer.com/download/TeamViewerQS_x64.exe';
const general = 'Nämä ovat yleisiä tietoja';
const outOfDate = 'Tiedot eivät ehkä ole ajan tasalla: tukipalveluun ei saatu yhteyttä.';

/** What an endpoint may do instead of telling of itself. */
const faults: readonly [string, readonly PlanEntry[]][] = [
  [
    'is out of use',
    [{ path: '/service*', status: 503, headers: { 'Retry-After': '0' }, times: 9 }],
  ],
  ['breaks the connection', [{ path: '/service*', fault: 'drop', times: 9 }]],
  ['answers with a page', [{ path: '/service*', fault: 'html', times: 9 }]],
  ['is not there', [{ path: '*', status: 404, body: 'nope', contentType: 'text/plain', times: 9 }]],
];

describe('without an endpoint', () => {
  it('there are the program, the number and the hours of the guide [2.2], and a word that they are general', async () => {
    const page = await openProgram();
    expect(page.download?.href).to.equal(windows);
    await page.unfold();
    expect(page.links).to.include(
      'https://www.visma.fi/asiakasportaali/Etatukiohjelma/etatuki-ohje/',
    );
    expect(page.text)
      .to.include('0107 562 170')
      .and.to.include('Palvelemme puhelimitse arkisin klo 9–12 ja 13–16')
      .and.to.include(general);
  });

  it('nothing claims to be open on a weekday holiday', async () => {
    // Epiphany, a Tuesday, at eleven in Finland.
    const clock = useFakeTimers({ now: new Date('2026-01-06T09:00:00Z'), toFake: ['Date'] });
    try {
      const page = await openProgram();
      await page.unfold();
      expect(page.text).to.include('Palvelemme puhelimitse arkisin');
      expect(page.text).not.to.match(/auki/);
    } finally {
      clock.restore();
    }
  });

  it("the host's own number stands before the guide's, without hours that may not be its own", async () => {
    const page = await openSupport({ phone: '09 123 456' });
    expect(page.text)
      .to.include('09 123 456')
      .and.not.to.include('0107 562 170')
      .and.not.to.include('arkisin');
  });

  it('an address that is no endpoint leads nowhere', async () => {
    for (const endpoint of [
      'javascript:alert(1)',
      'http://support.example/api',
      'https://user:password@support.example/api',
    ]) {
      const page = await openProgram({ endpoint });
      expect(
        page.links.filter(
          (link) => !/^https:\/\/(download\.teamviewer\.com|www\.visma\.fi)\//.test(link),
        ),
        endpoint,
      ).to.deep.equal([]);
      await page.reads(outOfDate);
    }
  });
});

describe('an endpoint that', () => {
  for (const [what, plan] of faults) {
    it(`${what} still leaves the program, the number and the hours of the guide`, async () => {
      const { endpoint } = await openGate(plan);
      const page = await openProgram({ endpoint });
      expect(page.download?.href).to.equal(windows);
      await page.reads('0107 562 170');
      await page.reads(outOfDate);
      expect(page.text).not.to.include(general);
      await page.unfold();
      expect(page.text).to.include('arkisin klo 9–12 ja 13–16');
    });
  }

  it('tells of itself but not of the program is asked again by a press', async () => {
    const { endpoint, requests } = await openGate([
      { path: '/remote-support*', status: 404, body: '', times: 1 },
    ]);
    const page = await openProgram({ endpoint });
    await page.reads(outOfDate);
    expect(page.download?.href).to.equal(windows);
    await page.press('Yritä uudelleen');
    await page.reads('Lataa TeamViewer (Windows)');
    expect(page.text).not.to.include('Yritä uudelleen');
    expect(
      (await requests()).filter(({ path }) => path.startsWith('/remote-support')),
    ).to.have.length(2);
  });

  it('never answers keeps nobody waiting on the telephone', async () => {
    const { endpoint } = await openGate([{ path: '/remote-support*', fault: 'hang', times: 9 }]);
    const page = await openSupport({ endpoint });
    await page.press('Minä soitin Vismalle');
    await page.reads('Lataa TeamViewer (Windows)');
    await page.reads(outOfDate);
  });

  it('answers again is heard with the next answer', async () => {
    const { endpoint } = await openGate([{ path: '/service*', status: 404, body: '', times: 1 }]);
    const page = await openSupport({ endpoint });
    await page.reads(general);
    await page.press('Minulle soitettiin');
    await page.reads(/Puhelinpalvelu (auki|suljettu)/);
    expect(page.text).not.to.include(general);
  });

  it('does not offer remote support is not asked for it', async () => {
    const profile: unknown = await (await fetch('/api/support/service')).json();
    const { endpoint, requests } = await openGate([
      { path: '/service*', status: 200, body: { ...(profile as object), capabilities: [] } },
    ]);
    const page = await openProgram({ endpoint });
    expect(page.download?.href).to.equal(windows);
    expect((await requests()).map(({ path }) => path.split('?')[0])).to.deep.equal(['/service']);
  });

  it('knows nobody by name is enough: nobody is asked to sign in', async () => {
    const { endpoint, requests } = await openGate();
    const asked: Event[] = [];
    const onAsked = (event: Event) => asked.push(event);
    document.addEventListener('support-sign-in-required', onAsked);
    await openProgram({ endpoint });
    document.removeEventListener('support-sign-in-required', onAsked);
    expect(asked).to.deep.equal([]);
    expect(
      (await requests()).every(({ path, status }) => !path.startsWith('/me') && status === 200),
    ).to.equal(true);
  });
});

describe('with an endpoint', () => {
  it('the telephone is told to be open or closed by its hours and closed days', async () => {
    const { endpoint } = await openGate();
    const page = await openProgram({ endpoint });
    await page.reads(/Puhelinpalvelu (auki|suljettu)/);
    expect(page.text).not.to.include(general);
  });
});
