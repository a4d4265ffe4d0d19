import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { runs } from '../tools/runs.js';
import { breaks } from './breaks/index.js';
import { breaking, type Break } from './proxy.js';
import { address, base, documentIn, namesOf, run, Stage } from './tools.js';

/** A run that checks everything takes half a second: every so many breaks have one, all of them in the long run. */
const EVERY = 20;

const groupsOf = ({ fails }: Break): string =>
  [...new Set(fails.map((name) => name.split('/', 1).join('')))].join(',');

describe('An endpoint that', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
    await stage.use();
    await stage.ask();
  });
  after(() => stage.close());

  for (const [index, broken] of breaks.entries()) {
    it(`${broken.what} is told so, and nothing else`, async () => {
      const { options = [], isByCookie, fails } = broken;
      // One to be granted, and one that two would have to approve.
      if (options.includes('--decide')) await Promise.all([stage.ask(), stage.ask()]);
      const scope = index % runs(1, EVERY) === 0 ? [] : ['--only', groupsOf(broken)];
      const ran = await run(
        breaking(broken, stage.pass, base, stage.tokens),
        ...(isByCookie ? [address, ...stage.cookie] : stage.everything),
        ...options,
        ...scope,
        '--json',
      );
      const document = documentIn(ran);
      const told = document.checks.filter(({ outcome }) => outcome === 'broken');
      assert.deepEqual(
        namesOf(document, 'broken').sort(),
        [...fails].sort(),
        JSON.stringify(told, undefined, 1),
      );
      assert.equal(ran.code, 1);
    });
  }

  it('is broken in one way at least is there for every check', async () => {
    const everything = documentIn(await run(stage.pass, ...stage.everything, '--json')).checks.map(
      ({ name }) => name,
    );
    const found = new Set(breaks.flatMap(({ fails }) => fails));
    assert.deepEqual(
      everything.filter((name) => !found.has(name)),
      [],
    );
  });
});
