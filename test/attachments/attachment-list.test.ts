import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AttachmentList, type ListChange } from '../../src/attachments/attachment-list.js';
import type { Entry } from '../../src/attachments/entry.js';
import type { Connection } from '../../src/context/connection.js';

const entry = (key: string, name = `${key}.pdf`, bytes = 10): Entry => ({
  key,
  id: `id-${key}`,
  file: new File([new Uint8Array(bytes)], name, { type: 'application/pdf' }),
  caption: '',
  picture: undefined,
  isConfirmed: true,
});

/** An endpoint that notes what it is asked for, and takes everything. */
function endpoint() {
  const asked: string[] = [];
  const send = async ({ name }: { readonly name: string }) => void asked.push(name);
  return { asked, connection: { send } as unknown as Connection };
}

/** A list, and what it has told of itself. */
function listWith(keys: readonly string[], connection?: Connection) {
  const changes: (ListChange | undefined)[] = [];
  const list = new AttachmentList(
    {
      connection: () => connection,
      isUploading: () => connection !== undefined,
      changed: (change) => changes.push(change),
    },
    () => Promise.reject(new Error('There is no picture')),
  );
  for (const key of keys) list.insert(list.entries.length, entry(key));
  const named = () =>
    changes.flatMap((change) => (change ? `${change.name} ${change.file.name}` : []));
  return { list, named, keys: () => list.entries.map(({ key }) => key) };
}

describe('the list of attachments, without a page', () => {
  it('gives each file a name of its own', () => {
    const { list } = listWith([]);
    for (const key of ['a', 'b', 'c']) list.insert(list.entries.length, entry(key, 'raportti.pdf'));
    assert.deepEqual(
      list.files.map(({ name }) => name),
      ['raportti.pdf', 'raportti (2).pdf', 'raportti (3).pdf'],
    );
  });

  it('says why a file does not fit: by count, by its own bytes, by all bytes', () => {
    const { list } = listWith(['a', 'b']);
    const file = (bytes: number) => entry('x', 'x.pdf', bytes).file;
    const limits = { ...list.limits, count: 3, bytesEach: 50, bytesTotal: 60 };
    list.limits = limits;
    assert.equal(list.refusalOf(file(40)), undefined);
    assert.equal(list.refusalOf(file(41)), 'totalTooLarge');
    assert.equal(list.refusalOf(file(51)), 'tooLarge');
    list.limits = { ...limits, count: 2 };
    assert.equal(list.refusalOf(file(1)), 'tooMany');
  });

  it('moves an entry, stops at the ends, and tells of it only where something moved', () => {
    const { list, keys, named } = listWith(['a', 'b', 'c']);
    assert.equal(list.move('a', 1), 1);
    assert.deepEqual(keys(), ['b', 'a', 'c']);
    assert.equal(list.move('c', 9), 2);
    assert.deepEqual(keys(), ['b', 'a', 'c']);
    assert.deepEqual(named().slice(3), ['changed a.pdf']);
  });

  it('tells what was added, changed and removed, each once', () => {
    const { list, named } = listWith(['a']);
    list.setCaption('a', ' Virhe ');
    assert.deepEqual(list.attachments, [{ id: 'id-a', name: 'a.pdf', caption: 'Virhe' }]);
    const [first] = list.entries;
    assert.equal(first && list.remove(first), 0);
    assert.deepEqual(named(), ['added a.pdf', 'changed a.pdf', 'removed a.pdf']);
  });

  it('uploads what is confirmed, under another id once its content is replaced', async () => {
    const { asked, connection } = endpoint();
    const { list } = listWith(['a'], connection);
    await list.uploaded({});
    const [first] = list.entries;
    assert.ok(first);
    list.replace(first, { file: entry('b').file, picture: undefined });
    await list.uploaded({});
    assert.notEqual(list.entries[0]?.id, first.id);
    assert.deepEqual(asked.toSorted(), ['putAttachment', 'putAttachment', 'removeAttachment']);
  });

  it('leaves what was sent at the endpoint, and deletes what is cleared', async () => {
    const { asked, connection } = endpoint();
    const { list, keys } = listWith(['a', 'b'], connection);
    await list.uploaded({});
    list.forget(['id-a']);
    assert.deepEqual(keys(), ['b']);
    list.clear();
    await Promise.resolve();
    assert.deepEqual(keys(), []);
    await new Promise(setImmediate);
    assert.deepEqual(asked, ['putAttachment', 'putAttachment', 'removeAttachment']);
  });
});
