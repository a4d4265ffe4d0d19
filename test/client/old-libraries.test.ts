import { expect } from '@open-wc/testing';
import { newId } from '../../src/client/new-id.js';
import { toJson } from '../../src/client/to-json.js';
import { uuid } from '../../src/contract/values.js';

type Patched = Record<'toJSON', unknown>;

/** What Prototype.js 1.6 does to lists and objects, and to `Array.from`. */
function asWithPrototype(): void {
  const { from } = Array;
  before(() => {
    const toJSON = function (this: unknown[]) {
      return `[${Array.prototype.map.call(this, (one) => JSON.stringify(one)).join(', ')}]`;
    };
    (Array.prototype as unknown as Patched).toJSON = toJSON;
    Array.from = ((list: ArrayLike<unknown>) => from(list)) as typeof Array.from;
  });
  after(() => {
    delete (Array.prototype as unknown as Partial<Patched>).toJSON;
    Array.from = from;
  });
}

describe('on a page with an old library that changes lists', () => {
  asWithPrototype();

  it('what is sent and kept has lists, not their texts', () => {
    const value = { userIds: ['a-b'], report: { name: 'x' }, attachments: [{ id: '1' }], none: [] };
    expect(JSON.stringify({ list: ['a'] })).to.equal('{"list":"[\\"a\\"]"}');
    expect(toJson({ ...value, left: undefined })).to.equal(
      '{"userIds":["a-b"],"report":{"name":"x"},"attachments":[{"id":"1"}],"none":[]}',
    );
  });

  it('ids are whole', () => {
    expect(uuid.safeParse(newId()).success).to.equal(true);
  });
});
