import type { Break } from '../proxy.js';
import { answered, asPerson, changed, header, json, only, problem } from './changes.js';

const REQUEST = 'PUT /support-requests/*';
const FILE = 'PUT /attachments/*';

/** Files. */
export const attachments: readonly Break[] = [
  {
    what: 'takes a request with a file that is not there',
    on: REQUEST,
    answer: only(422, async (answer, request) =>
      (await request.text()).includes('testi-test.png') ? answered(201, '{}') : answer,
    ),
    fails: ['attachments/never-uploaded'],
  },
  {
    what: 'takes bytes whatever their digest',
    on: FILE,
    instead: async (request, pass) => {
      const bytes = new Uint8Array(await request.clone().arrayBuffer());
      const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64');
      return pass(changed(request, { 'Content-Digest': `sha-256=:${digest}:` }));
    },
    fails: ['attachments/digest'],
  },
  {
    what: 'lists a type that it refuses',
    on: FILE,
    answer: (answer, request) =>
      request.headers.get('Content-Type') === 'image/jpeg'
        ? problem(415, 'unsupportedType')
        : answer,
    fails: ['attachments/photograph'],
  },
  {
    what: 'takes SVG',
    on: FILE,
    answer: (answer, request) =>
      request.headers.get('Content-Type') === 'image/svg+xml' && answer.status === 415
        ? answered(201, '{}')
        : answer,
    fails: ['attachments/active-types'],
  },
  {
    what: 'believes the name of a type',
    on: FILE,
    answer: (answer, request) =>
      request.headers.get('Content-Type') === 'image/png' && answer.status === 415
        ? answered(201, '{}')
        : answer,
    fails: ['attachments/type-by-content'],
  },
  {
    what: 'says 400 to what is too large',
    on: FILE,
    answer: only(413, () => problem(400, 'tooLarge')),
    fails: ['attachments/too-large'],
  },
  {
    what: 'puts other bytes in the place of the first',
    on: FILE,
    answer: only(409, () => answered(200, '{}')),
    fails: ['attachments/again'],
  },
  {
    what: 'tells another digest',
    on: FILE,
    answer: json((body) => ({ ...body, digest: 'x' })),
    fails: ['attachments/kept'],
  },
  {
    what: 'shows files in the browser',
    on: 'GET /attachments/*',
    answer: only(200, header('Content-Disposition', 'inline')),
    fails: ['attachments/download-only'],
  },
  {
    what: 'has no sandbox for files',
    on: 'GET /attachments/*',
    answer: only(200, header('Content-Security-Policy', "default-src 'none'")),
    fails: ['attachments/download-only'],
  },
  {
    what: 'gives other bytes back',
    on: 'GET /attachments/*',
    answer: only(200, (answer) => new Response('x', { headers: answer.headers })),
    fails: ['attachments/photograph', 'attachments/read'],
  },
  {
    what: 'removes what a request has',
    on: 'DELETE /attachments/*',
    answer: only(409, () => new Response(null, { status: 204 })),
    fails: ['attachments/bound'],
  },
  {
    what: 'answers a removal with a body',
    on: 'DELETE /attachments/*',
    answer: only(204, () => answered(200, '{}')),
    fails: ['attachments/removed'],
  },
  {
    what: "shows somebody else's file",
    on: 'GET /attachments/*',
    ...asPerson((token, { other }) => token === other),
    fails: ['attachments/foreign'],
  },
];
