import * as z from 'zod/mini';
import type { Operation } from './operation.js';
import { operations } from './operations.js';
import { problemStatus, type ProblemCode } from './problem.js';
import { summaries } from './summaries.js';
import { toldProblem } from './told-problem.js';
import { date, instant, uuid } from './values.js';

type Json = Record<string, unknown>;

/** `input`: a reader ignores unknown fields, so the document must not forbid them. */
const formats = new Map<unknown, string>([
  [uuid, 'uuid'],
  [instant, 'date-time'],
  [date, 'date'],
]);

const schemaOf = (schema: z.ZodMiniType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      const format = formats.get(zodSchema);
      if (format) jsonSchema.format = format;
    },
  }) as Json;
  return rest;
};

const everywhere: readonly ProblemCode[] = ['internal', 'unavailable', 'rateLimited'];
/** What passes by itself, mostly with a word when to come back. */
const passing: readonly ProblemCode[] = ['unavailable', 'rateLimited'];
const retryAfter = {
  'Retry-After': {
    description: 'Seconds to wait before the next try',
    schema: { type: 'integer', minimum: 0 },
  },
};
const withSignIn: readonly ProblemCode[] = ['unauthenticated', 'forbidden'];

/** Every code that an operation may answer with: its own first, then those of signing in and those of any endpoint. */
export const problemsOf = ({ problems, audience }: Operation): readonly ProblemCode[] => [
  ...problems,
  ...(audience === 'anyone' ? [] : withSignIn),
  ...everywhere,
];

function parametersOf({ params, query }: Operation): Json[] {
  const from = (schema: z.ZodMiniType | undefined, place: 'path' | 'query') => {
    if (!schema) return [];
    const { properties = {}, required = [] } = schemaOf(schema) as {
      properties?: Json;
      required?: string[];
    };
    return Object.entries(properties).map(([name, of]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema: of,
    }));
  };
  return [...from(params, 'path'), ...from(query, 'query')];
}

function requestBodyOf({ body }: Operation): Json {
  if (!body) return {};
  const content =
    body === 'binary'
      ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schemaOf(body) } };
  return { requestBody: { required: true, content } };
}

function answersOf(row: Operation): Json {
  const content =
    row.response === 'none'
      ? {}
      : row.response === 'binary'
        ? {
            content: {
              'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
            },
          }
        : { content: { 'application/json': { schema: schemaOf(row.response) } } };
  const good = row.statuses.map((status) => [status, { description: 'As asked', ...content }]);
  if (row.etag) good.push([304, { description: 'Unchanged since the given ETag' }]);

  const codes = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(row)) {
    const status = problemStatus[code];
    codes.set(status, [...(codes.get(status) ?? []), code]);
  }
  const bad = [...codes].map(([status, names]) => [
    status,
    {
      description: names.join(', '),
      ...(names.some((name) => passing.includes(name)) && { headers: retryAfter }),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return Object.fromEntries([...good, ...bad]) as Json;
}

const summaryOf: ReadonlyMap<string, string> = new Map(Object.entries(summaries));

/**
 * The contract as an OpenAPI 3.1 document.
 *
 * @param server where the endpoint stands, such as `/api/support`
 */
export function openApi(server: string): Json {
  const paths: Record<string, Json> = {};
  for (const row of Object.values<Operation>(operations)) {
    (paths[row.path] ??= {})[row.method.toLowerCase()] = {
      operationId: row.name,
      summary: summaryOf.get(row.name),
      ...(row.capability && { 'x-capability': row.capability }),
      ...(row.permission && { 'x-permission': row.permission }),
      security: row.audience === 'anyone' ? [] : [{ bearer: [] }],
      parameters: parametersOf(row),
      ...requestBodyOf(row),
      responses: answersOf(row),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Support endpoint',
      version: '1',
      description: 'The contract between the support widgets and an endpoint.',
    },
    servers: [{ url: server }],
    paths,
    components: {
      schemas: { Problem: schemaOf(toldProblem) },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}
