import type { Break, Json } from '../proxy.js';
import {
  answered,
  asPerson,
  breaksDownAbove,
  changed,
  header,
  json,
  only,
  problem,
  said,
} from './changes.js';

const REQUEST = 'PUT /support-requests/*';

function isJson(text: string): boolean {
  try {
    return JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}

let tickets = 0;

/** Sending. */
export const requests: readonly Break[] = [
  {
    what: 'answers a repeat with 201',
    on: REQUEST,
    answer: only(
      200,
      (answer) => new Response(answer.body, { status: 201, headers: answer.headers }),
    ),
    fails: ['requests/again', 'requests/at-once'],
  },
  {
    what: 'makes another ticket of every repeat',
    on: REQUEST,
    answer: json((body) => ({ ...body, number: `FIV-${(tickets += 1)}` })),
    fails: [
      'requests/again',
      'requests/equal-after-parsing',
      'requests/email-copied',
      'requests/conflict',
      'requests/at-once',
      'requests/other-person',
    ],
  },
  {
    what: 'answers a new request with 200',
    on: REQUEST,
    answer: only(
      201,
      (answer) => new Response(answer.body, { status: 200, headers: answer.headers }),
    ),
    fails: ['requests/created'],
  },
  {
    what: 'has no number and says 201',
    on: REQUEST,
    answer: json((body) => ({ ...body, number: null })),
    fails: ['requests/created'],
  },
  {
    what: 'answers with an id of its own',
    on: REQUEST,
    answer: json((body) => ({ ...body, id: '4711' })),
    fails: ['requests/receipt'],
  },
  {
    what: 'composes the subject in its own way',
    on: REQUEST,
    answer: json((body) => ({ ...body, subject: 'Help!' })),
    fails: ['requests/subject'],
  },
  {
    what: 'leaves kiireellinen out of the subject',
    on: REQUEST,
    answer: json((body) => ({
      ...body,
      subject: String(body['subject']).replace('kiireellinen ', ''),
    })),
    fails: ['requests/subject-critical'],
  },
  {
    what: 'ends the subject with kiireellinen',
    on: REQUEST,
    answer: json((body) => ({
      ...body,
      subject: String(body['subject']).replace(/^(kiireellinen) (.*)$/, '$2 $1'),
    })),
    fails: ['requests/subject-critical'],
  },
  {
    what: 'says kiireellinen in the language of the request',
    on: REQUEST,
    answer: json((body) => ({
      ...body,
      subject: String(body['subject']).replace('kiireellinen', 'brådskande'),
    })),
    fails: ['requests/subject-critical'],
  },
  {
    what: 'names the application in the language of the request',
    on: REQUEST,
    answer: async (answer, request) =>
      (await request.clone().text()).includes('"language":"sv"')
        ? json((body) => ({
            ...body,
            subject: String(body['subject']).replace('Kirjanpito', 'Bokföring'),
          }))(answer, request)
        : answer,
    fails: ['requests/subject-critical'],
  },
  {
    what: 'breaks down at a request of more than a megabyte',
    on: REQUEST,
    instead: breaksDownAbove(1_000_000),
    fails: ['requests/too-large'],
  },
  {
    what: 'hangs up on a request of more than a megabyte by a page of HTML with 413',
    on: REQUEST,
    instead: async (request, pass) =>
      (await request.clone().arrayBuffer()).byteLength > 1_000_000
        ? answered(413, '<h1>Request Entity Too Large</h1>', 'text/html')
        : pass(request),
    fails: ['requests/too-large'],
  },
  {
    what: 'breaks down at a hundred thousand brackets',
    on: REQUEST,
    instead: async (request, pass) =>
      (await request.clone().text()).includes('[[[[[')
        ? answered(500, 'Maximum call stack size exceeded', 'text/plain')
        : pass(request),
    fails: ['requests/too-large'],
  },
  {
    what: 'tells a conflict without its code',
    on: REQUEST,
    answer: only(
      409,
      said(({ code: _, ...body }) => body),
    ),
    fails: ['requests/conflict'],
  },
  {
    what: 'tells a problem as plain JSON',
    on: REQUEST,
    answer: only(409, header('Content-Type', 'application/json')),
    fails: ['requests/conflict'],
  },
  {
    what: 'has a code of its own',
    on: REQUEST,
    answer: only(
      409,
      said((body) => ({ ...body, code: 'duplicate' })),
    ),
    fails: ['requests/conflict'],
  },
  {
    what: 'says one status in the body and another on the wire',
    on: REQUEST,
    answer: only(
      409,
      said((body) => ({ ...body, status: 400 })),
    ),
    fails: ['requests/conflict'],
  },
  {
    what: 'refuses unknown fields',
    on: REQUEST,
    instead: async (request, pass) =>
      (await request.clone().text()).includes('unheardOf')
        ? problem(422, 'validation')
        : pass(request),
    fails: ['requests/equal-after-parsing'],
  },
  {
    what: 'names the first wrong field only',
    on: REQUEST,
    answer: only(
      422,
      said((body) => ({ ...body, errors: (body['errors'] as Json[] | undefined)?.slice(0, 1) })),
    ),
    fails: ['requests/wrong-fields'],
  },
  {
    what: 'takes for an e-mail address whatever has an @ in it',
    on: REQUEST,
    instead: async (request, pass) => {
      const body = await request.clone().text();
      return pass(
        new Request(request.url, {
          method: request.method,
          headers: request.headers,
          body: body.replace(/"email":"[^"]*@[^"]*"/, '"email":"test@example.com"'),
        }),
      );
    },
    fails: ['requests/email-form'],
  },
  {
    what: 'takes an e-mail address with spaces or signs around it for none',
    on: REQUEST,
    instead: async (request, pass) =>
      /"email":"(?:[^"]*<|mailto|\u202a)/.test(await request.clone().text())
        ? problem(422, 'validation')
        : pass(request),
    fails: ['requests/email-copied'],
  },
  {
    what: 'takes any text as a confirmation of chargeable work',
    on: REQUEST,
    answer: only(422, async (answer) =>
      (await answer.clone().text()).includes('/chargeableWork') ? answered(201, '{}') : answer,
    ),
    fails: ['requests/chargeable-work'],
  },
  {
    what: 'says 400 to what is no JSON',
    on: REQUEST,
    instead: async (request, pass) =>
      isJson(await request.clone().text()) ? pass(request) : problem(400, 'validation'),
    fails: ['requests/no-json'],
  },
  {
    what: "lets another person's request meet the first one's",
    on: REQUEST,
    ...asPerson((token, { other }) => token === other),
    fails: ['requests/other-person'],
  },
  {
    what: 'takes an id that is no UUID',
    on: REQUEST,
    answer: (answer, { url }) => (url.endsWith('/conformance-1') ? answered(201, '{}') : answer),
    fails: ['requests/no-uuid'],
  },
  {
    what: "lets a page of another site send in a person's name",
    on: REQUEST,
    instead: (request, pass, { person }) =>
      pass(changed(request, { Authorization: `Bearer ${person}` })),
    isByCookie: true,
    fails: ['requests/cross-site', 'requests/sign-in'],
  },
];
