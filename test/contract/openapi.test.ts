import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  contact,
  decision,
  incident,
  me,
  message,
  openApi,
  operations,
  problem,
  problemStatus,
  receipt,
  serviceProfile,
  supportRequest,
  type Operation,
} from '../../src/contract/index.js';
import { fieldWords } from '../../src/contract/openapi-words.js';

interface Described {
  readonly operationId: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: Record<string, unknown>;
  }[];
  readonly requestBody?: {
    readonly content: Record<string, { readonly schema: Record<string, unknown> }>;
  };
  readonly responses: Record<
    string,
    { readonly description: string; readonly content?: Record<string, unknown> }
  >;
  readonly security: readonly unknown[];
}

const document = openApi('/api/support');
const paths = document['paths'] as Record<string, Record<string, Described>>;
const described = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, of]) => ({ path, method, of })),
);
const rows = Object.values<Operation>(operations);

/** Everything in a tree, with the way to it. */
function* walk(
  node: unknown,
  at = '',
): Generator<{ readonly at: string; readonly name: string; readonly value: unknown }> {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, value] of Object.entries(node)) {
    yield { at: `${at}/${name}`, name, value };
    yield* walk(value, `${at}/${name}`);
  }
}

const find = (root: unknown, ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>(
      (at, part) =>
        (at as Record<string, unknown> | undefined)?.[
          part.replaceAll('~1', '/').replaceAll('~0', '~')
        ],
      root,
    );

describe('the OpenAPI document', () => {
  it('is of version 3.1 and says where the endpoint stands', () => {
    assert.equal(document['openapi'], '3.1.0');
    assert.deepEqual(document['servers'], [{ url: '/api/support' }]);
  });

  it('is JSON as it stands', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(document)), document);
  });

  it('has every operation at its method and path, and nothing else', () => {
    const routes = (list: readonly { method: string; path: string }[]) =>
      list.map(({ method, path }) => `${method.toLowerCase()} ${path}`).sort();
    assert.deepEqual(routes(described), routes(rows));
    for (const row of rows)
      assert.equal(paths[row.path]?.[row.method.toLowerCase()]?.operationId, row.name);
  });

  it('names each operation once', () => {
    const ids = described.map(({ of }) => of.operationId);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('describes exactly the parameters of each path, and requires them', () => {
    for (const { path, of } of described) {
      const inPath = of.parameters.filter((parameter) => parameter.in === 'path');
      assert.deepEqual(
        inPath.map(({ name }) => `{${name}}`),
        path.match(/\{\w+\}/g) ?? [],
        path,
      );
      for (const { required, schema } of inPath)
        assert.deepEqual([required, schema['format']], [true, 'uuid']);
    }
  });

  it('requires of a query only what the operation needs', () => {
    const required = described.flatMap(({ of }) =>
      of.parameters
        .filter((it) => it.in === 'query' && it.required)
        .map(({ name }) => `${of.operationId} ${name}`),
    );
    assert.deepEqual(required, [
      'listArticles q',
      'getAdvisoryConsistency from',
      'getAdvisoryConsistency size',
      'checkAccess tenant',
      'checkAccess company',
      'checkAccess area',
      'checkAccess access',
    ]);
  });

  it('forbids no field that a newer endpoint may add', () => {
    const closed = [...walk(document)].filter(
      ({ name, value }) => name === 'additionalProperties' && value === false,
    );
    assert.deepEqual(
      closed.map(({ at }) => at),
      [],
    );
  });

  it('refers only to what it holds, and each schema to one dialect', () => {
    for (const { at, name, value } of walk(document)) {
      if (name === '$ref')
        assert.ok(
          typeof value === 'string' && value.startsWith('#/') && find(document, value),
          `${at} ${String(value)}`,
        );
      assert.notEqual(name, '$schema', at);
    }
  });

  it('says of every field of a request how it may look', () => {
    const { $ref } = paths['/support-requests/{id}']?.['put']?.requestBody?.content[
      'application/json'
    ]?.schema as { $ref: string };
    assert.equal($ref, '#/components/schemas/SupportRequest');
    const body = find(document, $ref) as {
      properties: Record<string, Record<string, unknown>>;
      required: string[];
    };
    const { description, ...form } = body.properties['summary'] ?? {};
    assert.deepEqual(form, { type: 'string', maxLength: 200 });
    assert.equal(description, 'The problem in brief, from which the subject is composed');
    assert.equal(body.properties['neededBy']?.['format'], 'date-time');
    assert.deepEqual(body.properties['kind']?.['enum'], [
      'question',
      'problem',
      'feedback',
      'idea',
    ]);
    assert.ok(body.required.includes('contact') && !body.required.includes('neededBy'));
  });

  it('says in words what each operation, parameter, schema and field is', () => {
    const unsaid: string[] = [];
    const hasWords = (at: string, node: unknown) => {
      if (!(node as { description?: string } | undefined)?.description) unsaid.push(at);
    };
    for (const { at, name, value } of walk(document)) {
      if (at.includes('/examples/')) continue;
      if (name === 'properties' && typeof value === 'object')
        for (const [field, of] of Object.entries(value as object)) hasWords(`${at}/${field}`, of);
    }
    for (const { of } of described)
      for (const parameter of of.parameters)
        hasWords(`${of.operationId} ${parameter.name}`, parameter);
    const { schemas } = document['components'] as { schemas: Record<string, unknown> };
    for (const [name, schema] of Object.entries(schemas)) hasWords(name, schema);
    assert.deepEqual(unsaid, []);
    for (const { of } of described) assert.ok('summary' in of && of.summary, of.operationId);
  });

  it('says the rules between fields and of the subject in words', () => {
    const { description } = find(document, '#/components/schemas/SupportRequest') as {
      description: string;
    };
    for (const rule of ['report.criteria', 'errorMessage', 'relatedIncident', 'kiireellinen'])
      assert.ok(description.includes(rule), rule);
  });

  it('has examples that keep the contract, and no words that nothing has', () => {
    const fields = new Set([...walk(document)].map(({ name }) => name));
    for (const word of Object.keys(fieldWords)) assert.ok(fields.has(word), word);
    const examples = [
      ['Contact', contact],
      ['Decision', decision],
      ['Incident', incident],
      ['Me', me],
      ['Message', message],
      ['Problem', problem],
      ['Receipt', receipt],
      ['ServiceProfile', serviceProfile],
      ['SupportRequest', supportRequest],
    ] as const;
    for (const [name, schema] of examples) {
      const { examples = [] } = find(document, `#/components/schemas/${name}`) as {
        examples?: unknown[];
      };
      assert.equal(examples.length, 1, name);
      assert.ok(schema.safeParse(examples[0]).success, name);
    }
  });

  it('says how each operation can go well and how it can fail', () => {
    for (const row of rows) {
      const responses = paths[row.path]?.[row.method.toLowerCase()]?.responses ?? {};
      const expected = [
        ...row.statuses,
        ...(row.etag ? [304] : []),
        ...row.problems.map((code) => problemStatus[code]),
        500,
        503,
        429,
      ];
      if (row.audience !== 'anyone') expected.push(401, 403);
      assert.deepEqual(
        Object.keys(responses).map(Number),
        [...new Set(expected)].sort((a, b) => a - b),
        row.name,
      );
      for (const code of row.problems)
        assert.ok(
          responses[problemStatus[code]]?.description.split(', ').includes(code),
          `${row.name} ${code}`,
        );
    }
  });

  it('asks for a token wherever it is needed, and for none elsewhere', () => {
    const open = described
      .filter(({ of }) => of.security.length === 0)
      .map(({ of }) => of.operationId);
    assert.deepEqual(open, ['getService', 'getAdvisoryKeys', 'getRemoteSupport']);
  });
});
