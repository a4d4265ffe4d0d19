import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  defaultRemoteSupport,
  getRemoteSupport,
  getService,
  type RemoteSupport,
} from '../../src/contract/index.js';
import { ConfigError, readConfig } from '../../server/src/config.js';
import { Program, temporaryFolder } from './tools/program.js';
import { TestEndpoint } from './tools/test-endpoint.js';

const own: RemoteSupport = {
  program: { name: 'TeamViewer QuickSupport', publisher: 'TeamViewer Germany GmbH' },
  downloads: [
    {
      platform: 'windows',
      arch: 'x64',
      url: 'https://files.example/QS.exe',
      version: '15.60',
      bytes: 1,
      sha256: 'ab'.repeat(32),
    },
  ],
  sessionLink: 'https://get.teamviewer.com/v15/s1',
  fallbackPages: ['https://www.visma.fi/'],
};

describe('Whoever asks for the remote-support program', () => {
  it("gets the guide's own word and the maker's lasting addresses, without being signed in", async () => {
    const endpoint = await TestEndpoint.open();
    try {
      const answer = await endpoint.get(getRemoteSupport, {});
      assert.deepEqual(answer, defaultRemoteSupport);
      assert.deepEqual(
        answer.downloads.filter(({ version, bytes, sha256 }) => version ?? bytes ?? sha256),
        [],
        'nothing is made up',
      );
      assert.ok((await endpoint.get(getService, {})).capabilities.includes('remoteSupport'));
    } finally {
      await endpoint.close();
    }
  });

  it('gets what the operator says, and is told that it is still the same', async () => {
    const endpoint = await TestEndpoint.open({ remoteSupport: own });
    try {
      const first = await endpoint.ask(getRemoteSupport);
      assert.deepEqual(JSON.parse(first.text), own);
      const again = await endpoint.ask(getRemoteSupport, {
        headers: { 'If-None-Match': first.headers.get('ETag') ?? '' },
      });
      assert.equal(again.status, 304);
    } finally {
      await endpoint.close();
    }
  });
});

describe('Whoever runs the endpoint with a REMOTE_SUPPORT_FILE', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  before(async () => {
    folder = await temporaryFolder();
  });
  after(() => folder.remove());

  const fileWith = async (content: unknown): Promise<string> => {
    const path = join(folder.path, 'remote-support.json');
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const faultsOf = (path: string): readonly string[] => {
    try {
      readConfig(['--demo'], { REMOTE_SUPPORT_FILE: path });
      return [];
    } catch (error) {
      assert.ok(error instanceof ConfigError);
      return error.faults;
    }
  };

  it('has it read at the start', async () => {
    const { endpoint } = readConfig(['--demo'], { REMOTE_SUPPORT_FILE: await fileWith(own) });
    assert.deepEqual(endpoint.remoteSupport, own);
  });

  const [download] = own.downloads;
  const wrong: readonly (readonly [what: string, content: unknown, says: RegExp])[] = [
    [
      'that is no JSON',
      '{',
      /^REMOTE_SUPPORT_FILE is ".*remote-support\.json", which can't be read as JSON/,
    ],
    [
      'of another form',
      { downloads: [] },
      /^REMOTE_SUPPORT_FILE breaks the contract at \/program \(required\), \/fallbackPages \(required\)/,
    ],
    ['that is a list', [], /^REMOTE_SUPPORT_FILE breaks the contract at the whole/],
    [
      'with a download over plain http',
      { ...own, downloads: [{ ...download, url: 'http://files.example/QS.exe' }] },
      /download 1: its url is "http:\/\/files\.example\/QS\.exe", which is no https address/,
    ],
    [
      'with a platform that nobody knows',
      { ...own, downloads: [download, { ...download, platform: 'Windows' }] },
      /download 2: its platform is none of the known ones/,
    ],
    [
      'with a processor that nobody knows',
      { ...own, downloads: [{ ...download, arch: 'amd64' }] },
      /download 1: its arch/,
    ],
    [
      'with half a byte',
      { ...own, downloads: [{ ...download, bytes: 0.5 }] },
      /download 1: its bytes/,
    ],
    [
      'with a checksum of another kind',
      { ...own, downloads: [{ ...download, sha256: 'ab'.repeat(16) }] },
      /download 1: its sha256 has not 64 hexadecimal digits/,
    ],
    [
      'with a session link that is none',
      { ...own, sessionLink: 'teamviewer:1' },
      /sessionLink is "teamviewer:1"/,
    ],
  ];
  for (const [what, content, says] of wrong) {
    it(`is told what is wrong with one ${what}`, async () => {
      const faults = faultsOf(await fileWith(content));
      assert.equal(faults.length, 1);
      assert.match(faults[0] ?? '', says);
    });
  }

  it('is told that it is not there, in the words of the program, without a trace', async () => {
    const { code, output } = await new Program(['--demo'], {
      REMOTE_SUPPORT_FILE: join(folder.path, 'nothing.json'),
      DATA_DIR: folder.path,
    }).refusal();
    assert.equal(code, 1);
    assert.match(
      output,
      /REMOTE_SUPPORT_FILE is ".*nothing\.json", which can't be read as JSON: ENOENT/,
    );
    assert.doesNotMatch(output, /^\s+at /m);
  });
});
