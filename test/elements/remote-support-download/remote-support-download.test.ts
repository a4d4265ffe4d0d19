import { expect, oneEvent } from '@open-wc/testing';
import { RemoteSupportDownload } from '../../../src/elements/remote-support-download/remote-support-download.js';
import { openGate } from '../../tools/gate.js';
import { click, drag } from '../../tools/input.js';
import { gateSaying, openProgram, openSupport, type SupportPage } from './support-page.js';

const windows = 'https://download.teamviewer.com/download/TeamViewerQS_x64.exe';
const mac = 'https://download.teamviewer.com/download/TeamViewerQS.dmg';
const guidesPage = 'https://www.visma.fi/asiakasportaali/Etatukiohjelma/etatuki-ohje/';
const sum = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0';

/** Catches the press on a download before the browser follows it. */
async function pressDownload(page: SupportPage): Promise<void> {
  page.element.addEventListener('click', (event) => event.preventDefault(), { once: true });
  if (!page.download) throw new Error(`There is no download. There is: ${page.text}`);
  await click(page.download);
}

describe('remote-support-download', () => {
  it('is upgraded where its module is loaded', async () => {
    const page = await openSupport();
    expect(page.element).to.be.instanceOf(RemoteSupportDownload);
  });

  it('asks first who called, and offers nothing to download without an answer', async () => {
    const page = await openSupport();
    expect(page.text).to.include('Kuka soitti?');
    expect(page.text).to.include('Älä lataa mitään, ennen kuin tiedät, kenen kanssa puhut');
    expect(page.text).to.include('0107 562 170');
    expect(page.links).to.deep.equal([]);
  });

  it('lets neither answer look like the right one', async () => {
    const page = await openSupport();
    // Away from both: the pointer is where the test before left it.
    await drag({ x: 1, y: 1 });
    const looks = ['Minä soitin Vismalle', 'Minulle soitettiin'].map((name) => {
      const button = page.button(name);
      const { color, backgroundColor, borderColor, fontSize, fontWeight } =
        getComputedStyle(button);
      return {
        color,
        backgroundColor,
        borderColor,
        fontSize,
        fontWeight,
        part: button.part.value,
        width: button.offsetWidth,
        height: button.offsetHeight,
      };
    });
    expect(looks[0]).to.deep.equal(looks[1]);
  });

  it('tells who was called to download nothing, end the call and call our number, and tells the host', async () => {
    const page = await openSupport();
    const warned = oneEvent(page.element, 'remote-support-warned');
    await page.press('Minulle soitettiin');
    await warned;
    expect(page.text)
      .to.include('Älä lataa ohjelmaa')
      .and.to.include('Katkaise puhelu ja soita meille: 0107 562 170');
    expect(page.root.querySelector('[role=alert]')?.textContent).to.include('Älä lataa ohjelmaa');
    await page.reads(
      'Jos olet jo kertonut istunnon ID:n tai salasanan, sulje etätukiohjelma heti.',
    );
    const { innerText } =
      page.root.querySelector<HTMLElement>('.notice') ?? expect.fail('No warning');
    expect(innerText).to.include('sulje etätukiohjelma heti');
    expect(page.text).not.to.include('Yhteys on salattu');
    expect(page.links).to.deep.equal([]);
    expect(page.root.querySelector<HTMLAnchorElement>('a[href^="tel:"]')?.href).to.equal(
      'tel:+358107562170',
    );
  });

  it('offers the program to who called, starts nothing by itself, and keeps the focus where it was', async () => {
    const page = await openSupport();
    const started: Event[] = [];
    page.element.addEventListener('remote-support-download-started', (event) =>
      started.push(event),
    );
    await page.press('Minä soitin Vismalle');
    await page.reads('Lataa TeamViewer (Windows)');
    expect(page.download?.href).to.equal(windows);
    expect(page.root.activeElement?.textContent?.trim()).to.equal('Minä soitin Vismalle');
    expect(page.announcement).to.equal('Ohjelma ja vaiheet ovat kysymyksen alla.');
    expect(started).to.deep.equal([]);
  });

  it('doubts even this answer, since a caller may have dictated it', async () => {
    const page = await openProgram();
    expect(page.text)
      .to.include('Neuvoiko joku sinua valitsemaan tämän vastauksen?')
      .and.to.include('Katkaise silloin puhelu');
  });

  it('takes the program away again from who changes the answer', async () => {
    const page = await openProgram();
    await page.press('Minulle soitettiin');
    expect(page.links).to.deep.equal([]);
    await page.press('Minä soitin Vismalle');
    await page.reads('Lataa TeamViewer (Windows)');
  });

  it('tells the host which download was pressed', async () => {
    const page = await openProgram();
    const started = oneEvent<CustomEvent<unknown>>(page.element, 'remote-support-download-started');
    await pressDownload(page);
    const { detail, bubbles, composed, cancelable } = await started;
    expect({ detail, bubbles, composed, cancelable }).to.deep.equal({
      detail: { platform: 'windows', url: windows },
      bubbles: true,
      composed: true,
      cancelable: false,
    });
  });

  it('has the other platform one press away, and the other version as well', async () => {
    const page = await openProgram();
    expect(page.text).to.include('Windows, 32-bittinen');
    await page.choose('Mac');
    expect(page.download?.href).to.equal(mac);
    expect(page.text).to.include('Näytön tallennus').and.to.include('Käyttöapu');
    await page.choose('Windows');
    expect(page.download?.href).to.equal(windows);
    expect(page.text).not.to.include('Käyttöapu');
  });

  it('lets the host override the platform, and the person the host', async () => {
    const page = await openProgram({ platform: 'macos' });
    expect(page.download?.href).to.equal(mac);
    await page.choose('Windows');
    expect(page.download?.href).to.equal(windows);
    page.element.setAttribute('platform', 'macos');
    await page.element.updateComplete;
    expect(page.download?.href).to.equal(windows);
  });

  it('goes by the browser where the host names no platform there is', async () => {
    const page = await openProgram({ platform: undefined });
    page.element.setAttribute('platform', 'constructor');
    await page.element.updateComplete;
    expect(page.text).to.match(/Tälle tietokoneelle ei ole ohjelmaa|Lataa TeamViewer/);
  });

  for (const [platform, words] of [
    ['ios', 'Avaa tämä sivu tietokoneella, jolla tarvitset etätukea.'],
    ['android', 'Puhelimelle tai tabletille ei ole ohjelmaa'],
    ['chromeos', 'Tälle tietokoneelle ei ole ohjelmaa'],
    ['linux', 'Tälle tietokoneelle ei ole ohjelmaa'],
  ] as const) {
    it(`says plainly that there is no program for "${platform}", with the others one press away`, async () => {
      const page = await openProgram({ platform });
      await page.reads(words);
      expect(page.download).to.equal(null);
      expect(page.links).to.include(guidesPage);
      await page.choose('Windows');
      expect(page.download?.href).to.equal(windows);
    });
  }

  it('gives the four assurances, the steps, the end and the removal [2.2]', async () => {
    const page = await openProgram();
    await page.unfold();
    for (const words of [
      'Näet koko ajan, mitä tietokoneellasi tehdään.',
      'Yhteys on salattu.',
      'Yhteys avataan aina sinun aloitteestasi.',
      'Kumpi tahansa osapuoli voi katkaista yhteyden.',
      'Kerro ne puhelimessa henkilölle, jolle soitit',
      'Älä koskaan kerro niitä henkilölle, joka soitti sinulle yllättäen.',
      'Salli se vain, jos julkaisija on: TeamViewer Germany GmbH.',
      'Sulje ohjelma',
      'Poista tiedosto Lataukset-kansiosta.',
    ])
      expect(page.text).to.include(words);
    await page.choose('Mac');
    expect(page.text)
      .to.include('Siirrä ohjelma ja tiedosto roskakoriin.')
      .and.to.include('Peru luvat');
  });

  it('never asks for the id or the password, and never says that it verified anything', async () => {
    const page = await openProgram({ endpoint: (await openGate()).endpoint, locale: 'en' });
    await page.unfold();
    expect(page.root.querySelectorAll('input:not([type=radio]), textarea, form')).to.have.length(0);
    expect(page.text).not.to.match(/verified|checked for you|safe to/i);
  });

  it('takes the steps from the host where it gives some', async () => {
    const page = await openProgram();
    const own = document.createElement('p');
    own.slot = 'steps';
    own.textContent = 'Omat ohjeet';
    page.element.append(own);
    expect(own.assignedSlot?.name).to.equal('steps');
    expect(page.root.querySelector('slot[name=steps] ol')?.checkVisibility()).to.equal(false);
  });
});

describe('what the endpoint tells of the program', () => {
  const download = {
    platform: 'windows' as const,
    arch: 'x64' as const,
    url: windows,
    version: '15.60.3',
    bytes: 24_370_000,
    sha256: sum.toUpperCase(),
  };

  it('is shown: name, version, size, publisher, checksum', async () => {
    const { endpoint } = await gateSaying({
      program: { name: 'Visma QuickSupport', publisher: 'Visma Oy' },
      downloads: [download],
    });
    const page = await openProgram({ endpoint });
    await page.unfold();
    for (const words of [
      'Visma QuickSupport',
      '15.60.3',
      '24,4 Mt',
      'Visma Oy',
      'TeamViewerQS_x64.exe',
      'download.teamviewer.com',
      sum,
    ])
      expect(page.text).to.include(words);
    expect(page.text).to.include('Get-FileHash').and.to.include('certutil -hashfile');
  });

  it('is copied by a press, or the person is told that the browser did not let it', async () => {
    const { endpoint } = await gateSaying({ downloads: [download] });
    const page = await openProgram({ endpoint });
    await page.unfold();
    const copied: string[] = [];
    let refuses = false;
    const clipboard = {
      writeText: (text: string) =>
        refuses ? Promise.reject(new Error('no')) : Promise.resolve(void copied.push(text)),
    };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    try {
      await page.press('Kopioi tarkistussumma');
      await page.reads('Tarkistussumma kopioitu.');
      refuses = true;
      await page.press('Kopioi tarkistussumma');
      await page.reads('selain ei sallinut kopiointia.');
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
    expect(copied).to.deep.equal([sum]);
  });

  it('is checked on a Mac by the command of a Mac', async () => {
    const { endpoint } = await gateSaying({
      downloads: [{ platform: 'macos', url: mac, sha256: sum }],
    });
    const page = await openProgram({ endpoint, platform: 'macos' });
    await page.unfold();
    expect(page.text).to.include('shasum -a 256 ~/Downloads/TeamViewerQS.dmg');
  });

  it('puts no name of a file into a command but a plain one', async () => {
    const url = 'https://download.teamviewer.com/x$(calc).exe';
    const { endpoint } = await gateSaying({ downloads: [{ ...download, url }] });
    const page = await openProgram({ endpoint });
    await page.unfold();
    expect(page.text).not.to.include('calc');
    expect(page.text).to.include('\\Downloads\\TIEDOSTO');
  });

  it('shows no checksum that cannot be one', async () => {
    const { endpoint } = await gateSaying({ downloads: [{ ...download, sha256: 'trust-me' }] });
    const page = await openProgram({ endpoint });
    expect(page.text).not.to.include('SHA-256');
  });

  it('is a session link instead of dictation where there is one', async () => {
    const sessionLink = 'https://get.teamviewer.com/v15/s12345678';
    const { endpoint } = await gateSaying({ downloads: [download], sessionLink });
    const page = await openProgram({ endpoint });
    expect(page.links).to.include(sessionLink);
    expect(page.text)
      .to.include('Mitään ei tarvitse kertoa puhelimessa')
      .and.not.to.include('istuntokohtaisen salasanan');
  });

  it('is asked anew with each answer, since a session link may have come', async () => {
    const gate = await openGate();
    const page = await openProgram({ endpoint: gate.endpoint });
    await page.reads('Lataa TeamViewer (Windows)');
    await page.press('Minä soitin Vismalle');
    await gate.received({ path: '/remote-support' }, 2);
    await page.reads('Lataa TeamViewer (Windows)');
    const asked = (await gate.requests()).map(({ path }) => path.split('?')[0]);
    expect(asked).to.deep.equal(['/service', '/remote-support', '/remote-support']);
  });

  it('is text and never markup', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const { endpoint } = await gateSaying({
      program: { name: evil, publisher: evil },
      downloads: [{ ...download, version: evil }],
    });
    const page = await openProgram({ endpoint });
    expect(page.text).to.include(evil);
    expect(page.root.querySelector('img')).to.equal(null);
  });
});
