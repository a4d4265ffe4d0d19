import * as z from 'zod/mini';
import {
  advisoryAccess,
  advisoryAccessItem,
  advisoryDecision,
  advisoryFirstApproval,
  advisoryHistoryItem,
  decision,
} from './advisory-access.js';
import { advisoryNotices, noticeSettings } from './advisory-notices.js';
import { advisorySettings, advisorySettingsChange } from './advisory-settings.js';
import { advisoryReceipt, signingKey } from './advisory-statement.js';
import { article } from './articles.js';
import { attachment } from './attachments.js';
import { incident } from './incidents.js';
import { me } from './me.js';
import {
  fieldWords,
  parameterWords,
  schemaWords,
  type SchemaName,
  type SchemaWords,
} from './openapi-words.js';
import type { Operation } from './operation.js';
import { operations } from './operations.js';
import { fieldError, problemStatus, type ProblemCode } from './problem.js';
import { remoteSupport, remoteSupportDownload } from './remote-support.js';
import {
  attachmentLimits,
  openingHours,
  product,
  serviceLinks,
  serviceProfile,
} from './service.js';
import { advisoryAmendment, advisoryAsk, relayed } from './staff.js';
import { summaries } from './summaries.js';
import {
  contact,
  message,
  namedAttachment,
  receipt,
  requestDetails,
  requestListItem,
  supportRequest,
  timelineItem,
} from './support-requests.js';
import { toldProblem } from './told-problem.js';
import { company, date, instant, localizedName, named, uuid } from './values.js';

type Json = Record<string, unknown>;

const schemas: Readonly<Record<SchemaName, z.ZodMiniType>> = {
  AdvisoryAccess: advisoryAccess,
  AdvisoryAccessItem: advisoryAccessItem,
  AdvisoryAmendment: advisoryAmendment,
  AdvisoryAsk: advisoryAsk,
  AdvisoryDecision: advisoryDecision,
  AdvisoryFirstApproval: advisoryFirstApproval,
  AdvisoryHistoryItem: advisoryHistoryItem,
  AdvisoryNotices: advisoryNotices,
  AdvisoryReceipt: advisoryReceipt,
  AdvisorySettings: advisorySettings,
  AdvisorySettingsChange: advisorySettingsChange,
  Article: article,
  Attachment: attachment,
  AttachmentLimits: attachmentLimits,
  Company: company,
  Contact: contact,
  Decision: decision,
  FieldError: fieldError,
  Incident: incident,
  LocalizedName: localizedName,
  Me: me,
  Message: message,
  Named: named,
  NamedAttachment: namedAttachment,
  NoticeSettings: noticeSettings,
  OpeningHours: openingHours,
  Problem: toldProblem,
  Product: product,
  Receipt: receipt,
  Relayed: relayed,
  RemoteSupport: remoteSupport,
  RemoteSupportDownload: remoteSupportDownload,
  RequestDetails: requestDetails,
  RequestListItem: requestListItem,
  ServiceLinks: serviceLinks,
  ServiceProfile: serviceProfile,
  SigningKey: signingKey,
  SupportRequest: supportRequest,
  TimelineItem: timelineItem,
};

const formats = new Map<unknown, string>([
  [uuid, 'uuid'],
  [instant, 'date-time'],
  [date, 'date'],
]);

/** Says of each field below what it is, unless something says so already. */
function describe(node: unknown, words: SchemaWords | undefined): void {
  if (typeof node !== 'object' || node === null) return;
  const { properties } = node as { properties?: Record<string, Json> };
  for (const [name, field] of Object.entries(properties ?? {})) {
    const description = words?.fields?.[name] ?? fieldWords[name];
    if (description) field['description'] ??= description;
  }
  for (const inner of Object.values(node)) describe(inner, words);
}

/**
 * Schemas as JSON Schema, with references to those that have a name. By `io: 'input'`, since a reader ignores unknown fields
 * and the document must not forbid them.
 */
function convert(): { readonly named: Json; readonly of: (schema: z.ZodMiniType) => Json } {
  const names = Object.keys(schemas) as SchemaName[];
  const registry = z.registry<{ id: string }>();
  for (const name of names) registry.add(schemas[name], { id: name });
  const options = {
    io: 'input',
    target: 'draft-2020-12',
    metadata: registry,
    override: ({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: Json }) => {
      const format = formats.get(zodSchema);
      if (format) jsonSchema['format'] = format;
    },
  } as const;
  /** A schema stands in a field, so that it is referred to when it has a name. */
  const of = (schema: z.ZodMiniType): Json => {
    const text = JSON.stringify(z.toJSONSchema(z.object({ it: schema }), options));
    const { properties } = JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as {
      properties: { it: Json };
    };
    describe(properties.it, undefined);
    return properties.it;
  };
  const { $defs } = JSON.parse(
    JSON.stringify(z.toJSONSchema(z.object(schemas), options)).replaceAll(
      '"#/$defs/',
      '"#/components/schemas/',
    ),
  ) as { $defs: Record<SchemaName, Json> };
  const described = names.map((name) => {
    const { id: _, ...schema } = $defs[name];
    const words: SchemaWords = schemaWords[name];
    describe(schema, words);
    const { description, example } = words;
    return [
      name,
      { description, ...schema, ...(example !== undefined && { examples: [example] }) },
    ];
  });
  return { named: Object.fromEntries(described) as Json, of };
}

type SchemaOf = (schema: z.ZodMiniType) => Json;

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

function parametersOf({ params, query }: Operation, schemaOf: SchemaOf): Json[] {
  const from = (schema: z.ZodMiniType | undefined, location: 'path' | 'query') => {
    if (!schema) return [];
    const { properties = {}, required = [] } = schemaOf(schema) as {
      properties?: Record<string, Json>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, { description: _, ...of }]) => ({
      name,
      in: location,
      required: location === 'path' || required.includes(name),
      description: parameterWords[name],
      schema: of,
    }));
  };
  return [...from(params, 'path'), ...from(query, 'query')];
}

function requestBodyOf({ body }: Operation, schemaOf: SchemaOf): Json {
  if (!body) return {};
  const content =
    body === 'binary'
      ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schemaOf(body) } };
  return { requestBody: { required: true, content } };
}

function answersOf(row: Operation, schemaOf: SchemaOf): Json {
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

const tagOf = ({ path, audience }: Operation): string =>
  audience === 'staff' ? 'staff' : (/^\/([^/]+)/.exec(path)?.[1] ?? 'service');

const summaryOf: ReadonlyMap<string, string> = new Map(Object.entries(summaries));

/**
 * The contract as an OpenAPI 3.1 document.
 *
 * @param server where the endpoint stands, such as `/api/support`
 */
export function openApi(server: string): Json {
  const { named: namedSchemas, of: schemaOf } = convert();
  const paths: Record<string, Json> = {};
  for (const row of Object.values<Operation>(operations)) {
    (paths[row.path] ??= {})[row.method.toLowerCase()] = {
      operationId: row.name,
      tags: [tagOf(row)],
      summary: summaryOf.get(row.name),
      ...(row.capability && { 'x-capability': row.capability }),
      ...(row.permission && { 'x-permission': row.permission }),
      security: row.audience === 'anyone' ? [] : [{ bearer: [] }],
      parameters: parametersOf(row, schemaOf),
      ...requestBodyOf(row, schemaOf),
      responses: answersOf(row, schemaOf),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Support endpoint',
      version: '1',
      description: [
        'The contract between the support widgets and an endpoint. Required of every endpoint: `getService` and `submitRequest`. The others',
        'belong to the capability in `x-capability`, which `GET /service` announces; `x-permission` is what the person needs of `GET /me`.',
        'Operations below `/staff` and `/settings` are of the reference endpoint alone. Readers ignore fields that they do not know.',
      ].join('\n'),
    },
    servers: [{ url: server }],
    paths,
    components: {
      schemas: namedSchemas,
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}
