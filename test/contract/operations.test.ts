import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  capabilities,
  operations,
  permissions,
  problemStatus,
  staffOperations,
  widgetOperations,
  type Operation,
} from '../../src/contract/index.js';

const rows = Object.entries<Operation>(operations);
const namesIn = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
const shapeOf = (schema: Operation['params']): string[] =>
  schema && 'shape' in schema ? Object.keys(schema.shape as object) : [];

for (const [key, row] of rows) {
  describe(`the operation ${key}`, () => {
    it('is called by its name', () => {
      assert.equal(row.name, key);
    });

    it('takes the parameters that its path names', () => {
      assert.match(row.path, /^(\/([a-z-]+|\{\w+\}))+$/);
      assert.deepEqual(shapeOf(row.params), namesIn(row.path));
    });

    it('has a body where its method has one', () => {
      assert.equal(row.body !== undefined, ['PUT', 'PATCH', 'POST'].includes(row.method));
    });

    it('answers well with a status that fits what it answers', () => {
      assert.ok(
        row.statuses.length > 0 && row.statuses.every((status) => status >= 200 && status < 300),
      );
      assert.equal(row.statuses.includes(204), row.response === 'none');
    });

    it('refuses what can be wrong with what it takes', () => {
      const takesSomething =
        [...shapeOf(row.params), ...shapeOf(row.query)].length > 0 || row.body !== undefined;
      assert.equal(row.problems.includes('validation'), takesSomething);
      assert.equal(new Set(row.problems).size, row.problems.length);
      for (const code of row.problems) assert.ok(problemStatus[code]);
    });

    it('asks for a permission of a customer only', () => {
      if (row.permission === undefined) return;
      assert.ok(permissions.includes(row.permission));
      assert.equal(row.audience, 'customer');
    });

    it('has an ETag on questions only', () => {
      if (row.etag) assert.equal(row.method, 'GET');
    });
  });
}

describe('the table of operations', () => {
  it('has one row for a method and path', () => {
    const routes = rows.map(
      ([, { method, path }]) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`,
    );
    assert.deepEqual([...new Set(routes)], routes);
  });

  it('gives widgets only what a capability offers, beside what every endpoint must answer', () => {
    for (const [name, { capability, audience }] of Object.entries<Operation>(widgetOperations)) {
      if (name === 'getService' || name === 'submitRequest') assert.equal(capability, undefined);
      else assert.ok(capability && capabilities.includes(capability), name);
      assert.notEqual(audience, 'staff', name);
    }
  });

  it('has an operation for each capability', () => {
    const offered = new Set(rows.map(([, { capability }]) => capability));
    for (const capability of capabilities) assert.ok(offered.has(capability), capability);
  });

  it('keeps what only the reference endpoint has apart', () => {
    for (const [name, { capability, path }] of Object.entries<Operation>(staffOperations)) {
      assert.equal(capability, undefined, name);
      assert.match(path, /^\/(staff|settings)\//);
    }
    assert.deepEqual(Object.keys(operations), [
      ...Object.keys(widgetOperations),
      ...Object.keys(staffOperations),
    ]);
  });

  it('takes a language wherever a widget asks for texts', () => {
    const withLanguage = Object.entries<Operation>(widgetOperations).filter(([, { query }]) =>
      shapeOf(query).includes('language'),
    );
    assert.deepEqual(
      withLanguage.map(([name]) => name),
      [
        'getService',
        'listIncidents',
        'listArticles',
        'submitRequest',
        'listRequests',
        'getRequest',
        'listAdvisoryAccess',
        'getAdvisoryAccess',
        'listAdvisoryUses',
        'decideAdvisoryAccess',
        'revokeAdvisoryAccess',
        'getRemoteSupport',
      ],
    );
  });
});
