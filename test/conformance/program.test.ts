import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { submitRequest, supportRequest } from '../../src/contract/index.js';
import { problem } from './breaks/changes.js';
import { embeddedDatabase } from '../server/tools/databases.js';
import type { Pass } from './proxy.js';
import { address, documentIn, namesOf, run, Stage } from './tools.js';

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: string;
}

/** A long line goes on below, where it began. */
const unwrapped = (output: string): string => output.replaceAll(/\n {16}/g, ' ');

describe('The conformance check', () => {
  let stage: Stage;
  let seen: Seen[] = [];
  before(async () => {
    stage = await Stage.open();
    await stage.use();
  });
  beforeEach(async () => {
    seen = [];
    await stage.ask();
  });
  after(() => stage.close());

  const watched: Pass = async (request) => {
    const copy = request.clone();
    const answer = await stage.pass(request);
    const isJson = request.headers.get('Content-Type') === 'application/json';
    seen.push({
      method: request.method,
      path: new URL(request.url).pathname,
      status: answer.status,
      body: isJson ? await copy.text() : '',
    });
    return answer;
  };
  const created = (pattern: RegExp) =>
    seen.filter(
      ({ method, path, status }) => method === 'PUT' && status === 201 && pattern.test(path),
    );
  const pathPattern = new RegExp(`${submitRequest.path.replace('{id}', '[^/]+')}$`);

  it('finds nothing broken in the reference endpoint on the embedded database', async () => {
    const embedded = await Stage.open(await embeddedDatabase());
    await embedded.use();
    await embedded.ask();
    const ran = await run(embedded.pass, ...embedded.everything, '--decide', '--json');
    await embedded.close();
    assert.deepEqual(namesOf(documentIn(ran), 'broken'), []);
    assert.equal(ran.code, 0);
  });

  it('finds nothing broken in the reference endpoint', async () => {
    const ran = await run(stage.pass, ...stage.everything, '--decide', '--json');
    const document = documentIn(ran);
    assert.deepEqual(
      document.checks.filter(({ outcome }) => outcome === 'broken'),
      [],
    );
    assert.equal(ran.code, 0);
    // What can't be checked here: the demonstration has one page of each of these, is never too busy, and this person has a token.
    const onOnePage = [
      'companies/listCompanies-paging',
      'articles/listArticles-paging',
      'advisoryAccess/listAdvisoryAccess-paging',
    ];
    assert.deepEqual(
      namesOf(document, 'notChecked').sort(),
      [...onOnePage, 'requests/cross-site', 'answers/retry-after'].sort(),
    );
  });

  it('finds nothing broken for a person who may neither send nor grant', async () => {
    const ran = await run(
      stage.pass,
      address,
      '--token',
      stage.token('accountant'),
      '--other-token',
      stage.token('main-user'),
      '--json',
    );
    const document = documentIn(ran);
    assert.deepEqual(
      document.checks.filter(({ outcome }) => outcome === 'broken'),
      [],
    );
    const skipped = namesOf(document, 'notChecked');
    for (const name of ['requests/receipt', 'attachments/kept', 'advisoryAccess/version'])
      assert.ok(skipped.includes(name), name);
  });

  it('says beforehand what it writes, and writes that', async () => {
    const { output } = await run(watched, ...stage.everything);
    const [, said = ''] = output.split('\n');
    const [, requests, replies, files] =
      /^This sends (\d+) support requests, (\d+) replies, (\d+) small files\. Each request is called "TESTI, .*, and one of them is critical/.exec(
        said,
      ) ?? [];
    const sent = [created(pathPattern), created(/\/messages\//), created(/\/attachments\//)].map(
      ({ length }) => length,
    );
    assert.deepEqual([requests, replies, files].map(Number), sent);
  });

  it('marks every request as a test, in Finnish and in English', async () => {
    await run(watched, ...stage.everything);
    const requests = created(pathPattern).map(({ body }) => supportRequest.parse(JSON.parse(body)));
    assert.ok(requests.length > 1);
    for (const { summary } of requests) assert.match(summary, /^TESTI, .* – TEST, /);
  });

  it('writes nothing with --read-only', async () => {
    const ran = await run(watched, ...stage.everything, '--read-only');
    assert.equal(ran.code, 0);
    assert.match(ran.output, /^Nothing is written\.$/m);
    assert.deepEqual([...new Set(seen.map(({ method }) => method))].sort(), ['GET', 'OPTIONS']);
  });

  it('decides on nothing without --decide', async () => {
    await run(watched, ...stage.everything);
    assert.deepEqual(
      seen.filter(({ path, status }) => /\/(decision|revocation)$/.test(path) && status < 400),
      [],
    );
  });

  it('ends what a broken endpoint granted against the contract', async () => {
    const grants: Pass = async (request) => {
      if (
        !request.url.endsWith('/decision') ||
        !(await request.clone().text()).includes('"areas":[]')
      )
        return watched(request);
      const asked = await stage.pass(
        new Request(request.url.replace('/decision', ''), { headers: request.headers }),
      );
      const whole = (await asked.json()) as { version: number };
      return watched(
        new Request(request.url, {
          method: 'PUT',
          headers: request.headers,
          body: JSON.stringify({ version: whole.version, outcome: 'approved' }),
        }),
      );
    };
    const { output } = await run(grants, ...stage.everything, '--only', 'advisoryAccess');
    assert.match(unwrapped(output), /The decision was taken, and its access was ended at once\./);
    assert.equal(
      seen.filter(({ path, status }) => path.endsWith('/revocation') && status === 200).length,
      1,
    );
  });

  it('checks what may be seen without signing in, and says what the rest needs', async () => {
    const { code, output, warnings } = await run(stage.pass, address);
    assert.equal(code, 2);
    assert.match(
      warnings,
      /^\d+ checks could not be made, so nobody can tell .* or --partial where the rest is enough\.$/,
    );
    assert.equal((await run(stage.pass, address, '--partial')).code, 0);
    assert.match(output, /– \d+ checks \(needs --token\)/);
    assert.match(output, /✓ Who is not signed in, or has a bad token, is answered 401/);
  });

  it('checks some groups alone', async () => {
    const document = documentIn(
      await run(stage.pass, ...stage.everything, '--only', 'me,incidents', '--json'),
    );
    assert.deepEqual([...new Set(document.checks.map(({ group }) => group))], ['me', 'incidents']);
  });

  it('finds nothing broken for a person who is signed in by a cookie', async () => {
    const document = documentIn(await run(stage.pass, address, ...stage.cookie, '--json'));
    assert.deepEqual(
      document.checks.filter(({ outcome }) => outcome === 'broken'),
      [],
    );
    for (const name of ['me/getMe', 'requests/again', 'requests/cross-site'])
      assert.ok(namesOf(document, 'kept').includes(name), name);
  });

  it('waits as an endpoint asks that is busy', async () => {
    let refusals = 0;
    const busy: Pass = (request) => {
      if (!request.url.endsWith('/me') || refusals > 0) return stage.pass(request);
      refusals += 1;
      return Promise.resolve(problem(429, 'rateLimited', new Headers({ 'Retry-After': '0' })));
    };
    const document = documentIn(
      await run(busy, ...stage.everything, '--only', 'me,answers', '--json'),
    );
    assert.deepEqual(namesOf(document, 'kept'), ['me/getMe', 'me/sign-in', 'answers/retry-after']);
  });

  describe('tells what is broken', () => {
    it('with what was expected, what came, which sentence of the contract and what to do', async () => {
      const broken: Pass = async (request) => {
        const answer = await stage.pass(request);
        return answer.status === 409
          ? new Response('<h1>Conflict</h1>', {
              status: 409,
              headers: { 'Content-Type': 'text/html' },
            })
          : answer;
      };
      const { code, output } = await run(broken, ...stage.everything, '--only', 'requests');
      assert.equal(code, 1);
      const lines = unwrapped(output).split('\n');
      const at = lines.findIndex((line) => line.startsWith('  ✗'));
      assert.equal(
        lines[at],
        '  ✗ Other content under the same id is refused with 409 conflict, and changes nothing',
      );
      assert.equal(lines[at + 1], '      expected  Content-Type application/problem+json');
      assert.match(
        lines[at + 2] ?? '',
        /^ {6}came {6}PUT \/support-requests\/[\w-]{36} answered 409 text\/html <h1>Conflict<\/h1>$/,
      );
      assert.match(lines[at + 3] ?? '', /^ {6}contract {2}Creating is `PUT`/);
      assert.match(lines[at + 4] ?? '', /^ {6}to do {5}Keep the id/);
      assert.deepEqual(
        output.split('\n').filter((line) => line.startsWith('      ') && line.length > 110),
        [],
      );
      assert.match(lines.at(-1) ?? '', /^\d+ kept, 1 broken, \d+ not checked$/);
    });
  });

  describe('says what to do where it cannot check', () => {
    const cannot = async (fetch: Pass, args: string[], message: RegExp) => {
      const { code, warnings } = await run(fetch, ...args);
      assert.equal(code, 2);
      assert.match(warnings, message);
    };
    const nobody: Pass = () =>
      Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }));

    it('since no address was given', () =>
      cannot(stage.pass, [], /^Which endpoint\? Give its address/));
    it('since it is no address', () => cannot(stage.pass, ['support'], /^"support" is no address/));
    it('since it is not https', () =>
      cannot(
        stage.pass,
        ['http://support.example/api'],
        /is not https\. .* Put the endpoint behind https\.$/,
      ));
    it('since nobody answers', () =>
      cannot(
        nobody,
        [address],
        /^Nobody answers at https:\/\/support\.test\/api\/support: connect ECONNREFUSED\. Is the endpoint running/,
      ));
    it('since there is no endpoint at that address', () =>
      cannot(
        () => Promise.resolve(new Response('Not here', { status: 404 })),
        [address],
        /^There is no support endpoint at/,
      ));
    it('since the token is not taken', () =>
      cannot(
        stage.pass,
        [address, '--token', 'x'],
        /^The endpoint does not take what --token gives: .* Get a fresh one\.$/,
      ));
    it('since the other token is not taken', () =>
      cannot(
        stage.pass,
        [address, '--token', stage.tokens.person, '--other-token', 'x'],
        /--other-token gives/,
      ));
    it('since an option is not known', () =>
      cannot(stage.pass, [address, '--tokn', 'x'], /--tokn/));
    it('since a group is not known', () =>
      cannot(stage.pass, [address, '--only', 'you'], /^--only knows service, me, .* not "you"\.$/));
    it('since one option forbids the other', () =>
      cannot(stage.pass, [address, '--read-only', '--decide'], /give one of them/));
    it('since an origin has a path', () =>
      cannot(stage.pass, [address, '--origin', 'https://portal.example/'], /is no origin/));
    it('since a header has no value', () =>
      cannot(stage.pass, [address, '--header', 'Cookie'], /is no header/));
  });
});
