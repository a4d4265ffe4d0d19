import { expect } from '@open-wc/testing';
import { defaultRemoteSupport } from '../../../src/contract/default-remote-support.js';
import { offerOf } from '../../../src/elements/remote-support-download/program/offer.js';
import { gateSaying, openProgram, warningsDuring } from './support-page.js';

const page = 'https://www.visma.fi/asiakasportaali/Etatukiohjelma/etatuki-ohje/';

/** Addresses that a person must never be led to. */
const hostile: readonly string[] = [
  // Schemes
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript://download.teamviewer.com/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:application/octet-stream;base64,TVqQAAM=',
  'blob:https://download.teamviewer.com/0d1e2f3a',
  'http://download.teamviewer.com/download/TeamViewerQS.exe',
  'HTTP://download.teamviewer.com/download/TeamViewerQS.exe',
  'ftp://download.teamviewer.com/TeamViewerQS.exe',
  'file:///C:/Windows/System32/cmd.exe',
  'vbscript:msgbox(1)',
  'ms-msdt:/id PCWDiagnostic',
  'teamviewer10://control?device=1',
  'filesystem:https://download.teamviewer.com/temporary/x.exe',
  'view-source:https://download.teamviewer.com/',
  'wss://download.teamviewer.com/',
  // No address of its own
  '',
  ' ',
  '//download.teamviewer.com/download/TeamViewerQS.exe',
  '/download/TeamViewerQS.exe',
  'TeamViewerQS.exe',
  '#download',
  '?https://download.teamviewer.com/',
  'https:download.teamviewer.com/x.exe',
  'https:/download.teamviewer.com/x.exe',
  'https://',
  'https:///download.teamviewer.com/x.exe',
  // User info
  'https://download.teamviewer.com@evil.example/TeamViewerQS.exe',
  'https://user:password@download.teamviewer.com/TeamViewerQS.exe',
  'https://@download.teamviewer.com/TeamViewerQS.exe',
  'https://download.teamviewer.com%40evil.example/x.exe',
  'https://download.teamviewer.com:443@evil.example/x.exe',
  // Backslashes, blanks and control characters
  'https:\\\\download.teamviewer.com\\x.exe',
  'https://evil.example\\@download.teamviewer.com/x.exe',
  'https://download.teamviewer.com\\@evil.example/x.exe',
  'https://download.teamviewer.com/\\..\\x.exe',
  'https://download.teamviewer.com/x.exe?a=\\b',
  ' https://download.teamviewer.com/x.exe',
  'https://download.teamviewer.com/x.exe ',
  'https://download.teamviewer.com/Team Viewer.exe',
  'https://download.teamviewer.com/x\t.exe',
  'https://down\nload.teamviewer.com/x.exe',
  'https://download.teamviewer.com/x.exe\u0000',
  'https://download.teamviewer.com/\u202eexe.gpj',
  'https://download.teamviewer.com/x\u200b.exe',
  'https://download.teamviewer.com/x.exe%00.txt',
  'https://download.teamviewer.com/%0d%0aLocation:%20x',
  // Ports
  'https://download.teamviewer.com:8443/x.exe',
  'https://download.teamviewer.com:80/x.exe',
  'https://download.teamviewer.com:443/x.exe',
  'https://download.teamviewer.com:/x.exe',
  // Hosts that look like others
  'https://evil.example/TeamViewerQS.exe',
  'https://teamviewer.com.evil.example/TeamViewerQS.exe',
  'https://download.teamviewer.com.evil.example/x.exe',
  'https://download-teamviewer.com/x.exe',
  'https://xdownload.teamviewer.com/x.exe',
  'https://downloadteamviewer.com/x.exe',
  'https://download.teamvlewer.com/x.exe',
  'https://download.teamviewer.co/x.exe',
  'https://download.teamviewer.com./x.exe',
  'https://dоwnload.teamviewer.com/x.exe',
  'https://xn--dwnload-q2a.teamviewer.com/x.exe',
  'https://download。teamviewer。com/x.exe',
  'https://ｄｏｗｎｌｏａｄ.teamviewer.com/x.exe',
  'https://evilvisma.fi/x.exe',
  'https://visma.fi.evil.example/x.exe',
  'https://127.0.0.1/x.exe',
  'https://0x7f.1/x.exe',
  'https://[::1]/x.exe',
  'https://evil.example/?https://download.teamviewer.com/x.exe',
  'https://evil.example/#download.teamviewer.com',
  // Dots and slashes in disguise
  'https://download%2eteamviewer%2ecom/x.exe',
  'https://download.teamviewer.com%2eevil.example/x.exe',
  'https://download.teamviewer.com%2f@evil.example/x.exe',
  'https://download.teamviewer.com/%2e%2e/x.exe',
  'https://download.teamviewer.com/a/..%2f..%2fx.exe',
  'https://download.teamviewer.com/a/../x.exe',
  'https://download.teamviewer.com/%5c..%5cx.exe',
  'https://download.teamviewer.com/%252e%252e/x.exe',
  'https://download.teamviewer.com/redirect?to=https%3A%2F%2Fevil.example',
];

/** How often the console was told of an address. */
const told = (warnings: readonly string[], address: string): number =>
  warnings.filter((warning) => warning.includes(`no link of ${JSON.stringify(address)}:`)).length;

describe(`${hostile.length} hostile addresses`, () => {
  it('are more than sixty, each another one', () => {
    expect(new Set(hostile).size).to.equal(hostile.length);
    expect(hostile).to.have.length.above(60);
  });

  it('from an endpoint become no link anywhere, each is said in the console once, and the person sees the fallback', async () => {
    const downloads = hostile.flatMap((url) => [
      { platform: 'windows' as const, url },
      { platform: 'macos' as const, url },
    ]);
    const { endpoint } = await gateSaying({ downloads, fallbackPages: [...hostile] });
    let links: string[] = [];
    const warnings = await warningsDuring(async () => {
      const support = await openProgram({ endpoint });
      await support.unfold();
      ({ links } = support);
      expect(support.download).to.equal(null);
      await support.reads('Tälle tietokoneelle ei ole ohjelmaa');
      await support.reads('0107 562 170');
      support.element.requestUpdate();
      await support.element.updateComplete;
      await openProgram({ endpoint });
    });
    expect(links).to.deep.equal([page]);
    for (const address of hostile)
      expect(told(warnings, address), JSON.stringify(address)).to.equal(1);
  });

  it('open no session', () => {
    for (const sessionLink of hostile)
      expect(
        offerOf({ ...defaultRemoteSupport, sessionLink }).sessionLink,
        JSON.stringify(sessionLink),
      ).to.equal(undefined);
  });

  // One of each kind: that none of them passes is tested above.
  for (const address of [
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'teamviewer10://control?device=1',
    '//download.teamviewer.com/download/TeamViewerQS.exe',
    'https://download.teamviewer.com@evil.example/TeamViewerQS.exe',
    'https://evil.example\\@download.teamviewer.com/x.exe',
    'https://download.teamviewer.com:8443/x.exe',
    'https://evil.example/TeamViewerQS.exe',
    'https://download.teamviewer.com%2eevil.example/x.exe',
  ]) {
    it(`are no link to a session on the page: ${JSON.stringify(address)}`, async () => {
      expect(hostile).to.include(address);
      const { endpoint } = await gateSaying({ sessionLink: address });
      const support = await openProgram({ endpoint, platform: 'windows' });
      await support.unfold();
      expect(support.links).to.deep.equal([page]);
    });
  }

  it('do not get in by the hosts that a page allows, each of which is said in the console once', async () => {
    const hosts = [
      '*',
      '*.example',
      'com',
      'https://evil.example',
      'evil.example:443',
      'evil.example/',
      'javascript:alert(2)',
      'a@evil.example',
      '127.0.0.1',
      '.evil.example',
      'evil..example',
      'ev il',
      '-evil.example',
      'evil.example.',
      '[::1]',
    ];
    const addresses = [
      'https://evil.example/x.exe',
      'https://127.0.0.1/x.exe',
      'https://a.com/x.exe',
      'https://evil.example:443/x.exe',
    ];
    const { endpoint } = await gateSaying({
      downloads: addresses.map((url) => ({ platform: 'windows', url })),
    });
    const warnings = await warningsDuring(async () => {
      const support = await openProgram({ endpoint, allowedHosts: hosts.join(', ') });
      await support.unfold();
      expect(support.links).to.deep.equal([page]);
    });
    for (const host of hosts.filter((name) => !name.includes(' ')))
      expect(told(warnings, host), host).to.equal(1);
  });
});

describe('an address on a host that a page allows', () => {
  const url = 'https://files.partner.example/TeamViewerQS.exe';
  const saying = () => gateSaying({ downloads: [{ platform: 'windows', url }] });

  it('is linked, and only there', async () => {
    const { endpoint } = await saying();
    expect(
      (await openProgram({ endpoint, allowedHosts: 'other.example, Partner.Example' })).download
        ?.href,
    ).to.equal(url);
    expect((await openProgram({ endpoint, allowedHosts: 'other.example' })).download).to.equal(
      null,
    );
  });
});

describe('a page without encryption', () => {
  it('is text with a warning, and never a link', async () => {
    const support = await openProgram();
    await support.unfold();
    await support.reads('http://www.vismafivaldi.fi/etayhteys');
    await support.reads('Se on suojaamaton (http)');
    expect(support.links.filter((link) => link.startsWith('http:'))).to.deep.equal([]);
  });
});
