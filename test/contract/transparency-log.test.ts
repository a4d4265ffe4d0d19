import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import {
  canonicalJson,
  completedNodes,
  consistencyNodes,
  hashOver,
  inclusionNodes,
  isConsistent,
  leafHash,
  nodeHash,
  nodesOfRoot,
  readCheckpoint,
  rootFromInclusion,
  type LogNode,
  type Sha256,
} from '../../src/contract/index.js';

const sha256: Sha256 = (bytes) =>
  Promise.resolve(new Uint8Array(createHash('sha256').update(bytes).digest()));
const hex = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('hex');

/** A log that keeps the hashes as the endpoint does. */
class Log {
  readonly #hashes = new Map<string, Uint8Array>();
  size = 0;

  async add(entry: Uint8Array): Promise<void> {
    let hash = await leafHash(entry, sha256);
    for (const node of completedNodes(this.size)) {
      if (node.level > 0)
        hash = await nodeHash(
          this.#of({ level: node.level - 1, index: node.index * 2 }),
          hash,
          sha256,
        );
      this.#hashes.set(`${node.level} ${node.index}`, hash);
    }
    this.size += 1;
  }

  #of({ level, index }: LogNode): Uint8Array {
    return this.#hashes.get(`${level} ${index}`) ?? assert.fail(`no hash ${index} at ${level}`);
  }

  root(size = this.size): Promise<Uint8Array> {
    return hashOver(
      nodesOfRoot(size).map((node) => this.#of(node)),
      sha256,
    );
  }

  prove(nodes: readonly (readonly LogNode[])[]): Promise<Uint8Array[]> {
    return Promise.all(
      nodes.map((each) =>
        hashOver(
          each.map((node) => this.#of(node)),
          sha256,
        ),
      ),
    );
  }
}

const logOf = async (entries: readonly Uint8Array[]): Promise<Log> => {
  const log = new Log();
  for (const entry of entries) await log.add(entry);
  return log;
};
const numbered = (count: number) => Array.from({ length: count }, (_, at) => Uint8Array.of(at));
const changed = (bytes: Uint8Array) => bytes.map((byte, at) => (at === 5 ? byte ^ 1 : byte));

describe('The log of advisory access', () => {
  it('has the roots that the test vectors of certificate transparency have', async () => {
    const entries = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ];
    const log = await logOf(entries.map((entry) => new Uint8Array(Buffer.from(entry, 'hex'))));
    const roots = await Promise.all(Array.from({ length: 9 }, (_, size) => log.root(size)));
    assert.deepEqual(roots.map(hex), [
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ]);
  });

  it('proves that it has each entry, at its own place and nowhere else', async () => {
    const entries = numbered(20);
    const log = await logOf(entries);
    for (const size of [1, 2, 3, 7, 8, 13, 20])
      for (let index = 0; index < size; index += 1) {
        const proof = await log.prove(inclusionNodes(index, size));
        const leaf = await leafHash(entries[index] ?? assert.fail(), sha256);
        const lead = async (at: number, by = proof, of = size) =>
          hex(await rootFromInclusion(leaf, at, of, by, sha256));
        const root = hex(await log.root(size));
        assert.equal(await lead(index), root);
        for (const other of [index - 1, index + 1, size])
          assert.notEqual(await lead(other), root, `${index} as ${other} of ${size}`);
        assert.notEqual(await lead(index, [...proof, leaf]), root);
        if (proof.length) assert.notEqual(await lead(index, proof.slice(1)), root);
        if (proof[0])
          assert.notEqual(await lead(index, [changed(proof[0]), ...proof.slice(1)]), root);
      }
  });

  it('proves that it begins with each earlier one, and with no other', async () => {
    const log = await logOf(numbered(20));
    const other = await logOf([Uint8Array.of(99), ...numbered(20)]);
    for (let size = 0; size <= 20; size += 1)
      for (let from = 0; from <= size; from += 1) {
        const proof = await log.prove(consistencyNodes(from, size));
        const later = { size, root: await log.root(size) };
        const isOf = (earlier: Log, by = proof) =>
          earlier.root(from).then((root) => isConsistent({ size: from, root }, later, by, sha256));
        assert.equal(await isOf(log), true, `${from} of ${size}`);
        if (from > 0) assert.equal(await isOf(other), false, `another ${from} of ${size}`);
        assert.equal(await isOf(log, [...proof, later.root]), false);
        if (proof[0]) assert.equal(await isOf(log, [changed(proof[0]), ...proof.slice(1)]), false);
      }
    const [small, large] = [2, 3].map(async (size) => ({ size, root: await log.root(size) }));
    assert.equal(
      await isConsistent(
        (await large) ?? assert.fail(),
        (await small) ?? assert.fail(),
        [],
        sha256,
      ),
      false,
      'a log that has become shorter',
    );
  });
});

describe('Canonical JSON', () => {
  it('is written as RFC 8785 does', () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'B"\\\\"/',
      literals: [null, true, false],
    };
    assert.equal(
      canonicalJson(value),
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    assert.equal(
      canonicalJson({
        '\u20ac': 1,
        '\r': 2,
        '\ufb33': 3,
        '1': 4,
        '\u{1f600}': 5,
        '\u0080': 6,
        ö: 7,
      }),
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"\u{1f600}":5,"\ufb33":3}',
    );
    assert.equal(canonicalJson({ b: undefined, a: [{ d: 1, c: 2 }] }), '{"a":[{"c":2,"d":1}]}');
  });
});

describe('A checkpoint', () => {
  const root = Buffer.alloc(32, 1).toString('base64');
  const signature = Buffer.alloc(68, 2).toString('base64');
  const note = `log/a\n5\n${root}\n\n— log/a ${signature}\n`;

  it('is read as tlog-checkpoint writes it', () => {
    const { name, size, text } = readCheckpoint(note) ?? assert.fail();
    assert.deepEqual([name, size, text], ['log/a', 5, `log/a\n5\n${root}\n`]);
  });

  it('is none in any other form', () => {
    for (const other of [
      note.replace('\n5\n', '\n05\n'),
      note.replace('\n5\n', '\n-5\n'),
      note.replace('— log/a', '— log/b'),
      note.replace('— log/a', '- log/a'),
      note.replace(root, root.slice(4)),
      note.replace(root, root.replace('E=', 'F=')),
      `${note}— log/a ${signature}\n`,
      note.trimEnd(),
      `${note}\n`,
    ])
      assert.equal(readCheckpoint(other), undefined, other);
  });
});
