/**
 * What the OpenAPI document says of the contract's names. No page pays for it, so it stands beside the schemas and not in them.
 */

/** What a field is, wherever it stands; a schema of its own words has them in `schemaWords`. */
export const fieldWords: Readonly<Record<string, string>> = {
  about: 'What a problem is about. Required of a problem',
  access: 'Whether support may look, or also change',
  act: 'What was done',
  activeContent: 'What a document can do beside being read, such as run scripts',
  allowed: 'Whether the person may look now',
  grant:
    'A grant token: a JSON Web Token (RFC 7519) of the type `access-grant+jwt`, signed with the endpoint’s key, which says what it allows for a minute at most',
  application: "The ID of the product's application, as in the service profile",
  applications: "The product's applications",
  approval: 'Seconds between two questions while an approval is shown',
  arch: 'The kind of processor',
  area: 'The ID of the program area',
  areaCount: 'How many program areas are asked for',
  areas: 'The program areas',
  at: 'When it happened',
  attachments: 'The files',
  attempts: 'How often sending was tried',
  author: 'Who it is from',
  badge: 'Seconds between two questions for a badge alone',
  by: 'Who did it',
  bytes: 'The size in bytes',
  bytesEach: 'The most bytes of one file',
  bytesTotal: 'The most bytes of all files of a request',
  capabilities: 'The optional parts that the endpoint has. What is not listed is not called',
  caption: 'What the picture shows, in words',
  checkpoint: "The signed head of the customer's log",
  chargeableWork: 'The written confirmation of chargeable work',
  closedDates: 'Days on which nobody answers, such as public holidays',
  code: 'What is wrong, as a word of a closed list',
  community: 'The address of the Community',
  companies: 'The companies',
  company: 'The company',
  companyCount: 'How many companies',
  companyNumbers: 'The company numbers in the product. Required of a problem',
  confirmedAt: 'When the person confirmed it',
  confirms: 'The ID of the chargeable proposal that this confirms',
  contact: 'Whom to answer, and how',
  contract: 'The version of the contract: 1',
  count: 'How many',
  createdAt: 'When the endpoint received it',
  criteria: 'The selection criteria of the report',
  critical: 'Whether the matter is critical. The subject then begins with "kiireellinen"',
  days: 'Weekdays: Monday is 1, Sunday is 7',
  decision: 'What was decided',
  declines: 'The ID of the chargeable proposal that this declines',
  description: 'What was done, what happened and what was expected, as plain text',
  detail: 'More in words, for logs',
  diagnostics: 'What the program itself says of the error',
  digest: 'The SHA-256 of the bytes, in base64',
  downloads: 'The files of the program',
  earlierUses: 'Where older uses exist: the cursor for listAdvisoryUses',
  email: 'The e-mail address',
  en: 'In English',
  endsAt: 'When the grant really ends',
  environment: "The customer's environment in the product",
  errorMessage: 'The error message in words. An error needs it or an attachment',
  errors: 'What is wrong with which field',
  approversRequired: 'How many people have to approve: 1 or 2. Missing means 1',
  excerpt: 'The part of the text that fits the question',
  extends: 'The ID of the grant that this one would prolong',
  failed: 'How many could not be sent',
  fallbackPages: 'Pages where the program is found in another way',
  fi: 'In Finnish',
  format: 'The format of the file',
  firstApproval:
    'What the first of two approvers chose. Without a decision, it waits for another person',
  forum: 'The address of the customer support forum',
  from: 'The beginning',
  grantedAreaCount: 'In how many program areas the grant holds. Missing where it is as asked',
  grantedCompanyCount: 'In how many companies the grant holds. Missing where it is as asked',
  grantedTo: 'Who gets access: one person, or a unit',
  granters: 'Who can grant advisory access',
  helpDesk: 'The address of HelpDesk',
  helpDeskAccount: 'Whether the person has personal HelpDesk credentials',
  helpDeskNumber: "HelpDesk's own number, where it gives one",
  history: 'Every act, oldest first, and of the uses the latest hundred lines',
  hours: 'When the telephone is answered',
  id: 'The ID',
  incident: 'The incident that it is the same problem as',
  incidents: 'The address of the incident notices',
  items: 'The items of this page',
  jws: 'The statement in canonical JSON, signed by the endpoint (compact JWS)',
  keys: 'The public keys',
  kind: 'The kind',
  language: 'The language of the person',
  lapsesAt: 'When a request that nobody decides falls away',
  link: 'An https address to read more',
  links: 'Pages to point at. What is missing is not shown',
  mainUsers: 'Main users and primary contacts, who send support requests',
  manuals: 'The address of the manuals',
  agreements: 'The address of the agreements',
  maxHours: "For how many hours access is valid at most, by the customer's own setting",
  maxHoursSetIn: 'Where that is set, in words',
  mine: "Whether it is the reader's own, who can't be the second too",
  name: 'The name',
  neededBy: 'By when an answer is needed',
  news: 'What others have done since, and how often',
  next: 'The cursor of the next page. Missing on the last one',
  nextAt: 'When it is tried next',
  nextStep: 'What happens next, in one sentence',
  notices: 'How many of those who may grant are told of it by mail. Missing where nobody is',
  number: 'The number',
  orderHelpDeskCredentials: 'Where HelpDesk credentials are ordered',
  outcome: 'How it was decided',
  pendingCount:
    'How many requests wait for a decision of the person who asks: not those that they were the first to approve',
  permissions: 'What the person may do',
  phone: 'The telephone number',
  phoneInternational: 'The telephone number as dialled abroad',
  pixels: 'The most pixels of a picture: width × height',
  platform: 'The operating system',
  pointer:
    'A JSON pointer into the body, such as /contact/email; or #query/…, #path/…, #header/…, #content',
  polling: 'How often to ask for advisory requests',
  priceList: 'The address of the price list',
  privacy: 'The address of the privacy notice',
  problem: 'What the mail server said last',
  product: 'The ID of the product, as in the service profile',
  products: 'The products that requests are sent for',
  program: 'The remote support program',
  proof: 'The hashes that prove it (RFC 9162), in base64url',
  publisher: 'Who signed the program',
  reason: 'Why, in words',
  relatedIncident: 'The ID of an incident that this is the same problem as',
  relay: "How it came to the HelpDesk's mailbox",
  report: 'The report that a reporting problem is about',
  requestedBy: 'Who asks',
  salt: 'Goes before the signed statement in what is logged, in base64url',
  seal: 'Signs which statements the receipt has (compact JWS)',
  seen: 'The `upTo` of what the person has seen. What was seen once stays seen',
  sender: 'Who sent it',
  sent: 'How many were sent',
  serverTime: "The endpoint's clock, which decides",
  sessionLink: 'A link that opens the session',
  severity: 'How bad it is',
  sha256: 'The SHA-256 of the file, in hexadecimal',
  side: 'Of the customer, or of support',
  since: 'Since when',
  source: 'Where it was found',
  statements: 'What happened, in its order',
  startsAt: 'When the grant really begins',
  state: 'The state',
  status: 'The status',
  statusLabel: "The endpoint's own word for the status",
  subject: 'The subject, composed by the rule of the contract',
  summary: 'The problem in brief, from which the subject is composed',
  supportRequest: 'The number of the support request that this belongs to',
  sv: 'In Swedish',
  tenant: 'The customer',
  text: 'The text, plain',
  timeline: 'What has happened since, oldest first',
  timeZone: 'The time zone of the hours, such as Europe/Helsinki',
  title: 'The title',
  to: 'The end',
  type: 'The media type',
  types: 'The media types that are taken',
  unit: 'The unit',
  until: 'The end',
  upTo: 'Up to where the news goes: to be sent as `seen` once it was seen',
  updated: 'When it was changed last',
  updatedAt: 'When something happened last',
  url: 'An https address',
  usedAt: 'When access was used last',
  userIds: 'User IDs in the product, or e-mail addresses. Required of a problem',
  version: 'The version',
  what: 'What was done, in the product’s words, with nothing from the books in it',
  waiting: 'How many wait to be sent',
  wants:
    'Of which requests the person gets mails: of all, of those that they decided on (`mine`), of none. That access was granted is always told',
  weekly: 'The spans of a week, as wall-clock time',
};

export const parameterWords: Readonly<Record<string, string>> = {
  access: fieldWords['access'] ?? '',
  application: 'Only of this application',
  area: 'The ID of the program area',
  attachmentId: 'The ID of the file, a UUID that the client makes',
  company: 'The number of the company',
  critical: 'Only critical ones that are neither resolved nor closed',
  from: 'The size of the earlier log',
  cursor: 'The `next` of the page before',
  id: 'The ID, a UUID in lower case. Who creates makes it and keeps it before the first try, so that a retry is harmless',
  language: 'The language of the texts in the answer',
  messageId: 'The ID of the message, a UUID that the client makes',
  product: 'Only of this product',
  q: 'What to look for',
  report: 'The ID of the report, a UUID that the product makes',
  relay: 'Only those of which something could not be sent to the mailbox',
  scope: "The person's own requests, or the company's",
  size: 'The size of the later log',
  state: 'Only in this state',
  status: 'Only with this status',
  tenant: 'Only of this customer',
};

export interface SchemaWords {
  readonly description: string;
  /** Where a field is something else here than by `fieldWords`. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly example?: unknown;
}

const kahvila = { number: '1234', name: 'Kahvila Kulma Oy' };
const pictureId = '7f6f2a34-9d3c-4a53-8f6c-0d5b8b1a2c3d';
const requestId = '0d0c2f6e-5c0e-4b6e-9a43-0a4f1b7b6c1d';
const maija = { name: 'Maija Mäkelä', email: 'maija.makela@ayras.fi' };
const subject = 'Visma Fivaldi Kirjanpito, tilikauden avaaminen ei onnistu';

/** The schemas that have a name in the document. */
export const schemaWords = {
  AdvisoryAccess: {
    description: 'One advisory request whole, as whoever may grant it must see it',
  },
  AdvisoryAccessItem: {
    description: 'An advisory request in a list: counts in place of the companies and areas',
  },
  AdvisoryAmendment: {
    description: 'What changes of an undecided advisory request. Absent means as it is',
  },
  AdvisoryAsk: {
    description:
      'What staff asks a customer for. A grant to a person is one to whoever asks; a grant to a unit is one to the unit of that name, else to the one of whoever asks',
    fields: { tenant: 'The customer that is asked' },
  },
  AdvisoryDecision: {
    description: 'What was decided on an advisory request',
    fields: {
      companies: 'The companies that were granted. Missing where they are as asked',
      areas: 'The program areas that were granted. Missing where they are as asked',
      until: "When an approval's grant ends",
    },
  },
  AdvisoryFirstApproval: {
    description: 'What the first of two approvers chose. The second can leave out more of it',
    fields: {
      companies: 'The companies that were chosen. Missing where they are as asked',
      areas: 'The program areas that were chosen. Missing where they are as asked',
      until: 'The end that was chosen. Missing where it is as asked',
    },
  },
  AdvisoryHistoryItem: {
    description: 'One act in the history of an advisory request',
    fields: {
      text: 'The reason that was given; of a use, which company and area',
      count: "How many of the same person's uses within an hour this line stands for",
      since: 'When the first of these uses was; the last one is `at`',
      use: 'Of a use: in whose books, where, and what was done',
    },
  },
  AdvisoryNotices: {
    description: 'What a person is told of advisory access: by mail, and when they come back',
    fields: {
      email: 'The address of the mails. Missing where nothing is mailed to this person',
      language: 'The language of the mails',
      since: 'When the person last said that they have seen what happened. Missing at first',
      count: 'How often',
    },
  },
  AdvisoryReceipt: {
    description:
      'Everything that was signed of an advisory request, to be checked without the endpoint. The answer is canonical JSON (RFC 8785): save it as it comes',
    fields: {
      index: "The place in the customer's log, from 0",
      checkpoint: "The signed head of the customer's log, as C2SP tlog-checkpoint writes it",
    },
  },
  AdvisorySettings: {
    description: "The customer's own rules of advisory access, and who changed them",
    fields: { changes: 'The latest changes, the last one first, each with the rules after it' },
  },
  AdvisorySettingsChange: {
    description: "A change of the customer's own rules of advisory access. Absent means as it is",
  },
  Article: {
    description: 'A hit from the customer forum or the manuals',
    example: {
      id: 'tilikauden-avaaminen',
      title: 'Tilikauden avaaminen',
      excerpt: 'Uusi tilikausi avataan kohdassa Tilikausi | Avaa tilikausi.',
      link: 'https://community.visma.fi/tilikauden-avaaminen',
      source: 'manual',
    },
  },
  Attachment: {
    description: 'What the endpoint kept of an upload',
    example: {
      id: pictureId,
      type: 'image/png',
      bytes: 48_211,
      digest: 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=',
    },
  },
  AttachmentLimits: {
    description: 'What may be attached. Pixels of 16 bits a colour count twice',
    fields: { count: 'The most files of a request' },
  },
  Company: { description: 'A company: number and name', example: kahvila },
  Contact: {
    description:
      'Whom to answer. All four are required, except of a request with `relatedIncident`',
    fields: { company: "The company's name", name: "The person's name" },
    example: {
      company: 'Tilitoimisto Äyräs Oy',
      name: 'Maija Mäkelä',
      phone: '040 123 4567',
      email: 'maija.makela@ayras.fi',
    },
  },
  Decision: {
    description:
      'A decision on one version of an advisory request. Absent means as asked. An empty list is refused, and so is whatever is wider than what was asked',
    fields: {
      version: 'The version that the person saw. Another one is answered 409 changed',
      companies: 'The numbers of the companies that are granted',
      areas: 'The IDs of the program areas that are granted',
      until: 'An earlier end than was asked for',
      confirms:
        'Of a second approval: `at` of the first one that the person saw. Another one is answered 409 changed',
    },
    example: {
      version: 1,
      outcome: 'approved',
      until: '2026-11-27T10:42:00Z',
      companies: ['1234'],
    },
  },
  FieldError: {
    description: 'What is wrong with one field',
    example: { pointer: '/contact/email', code: 'format' },
  },
  Incident: {
    description: 'An open incident notice',
    fields: {
      application: 'The ID of the application. Without it, the whole product is concerned',
    },
    example: {
      id: 'kirjanpito-2026-11',
      title: 'Kirjanpidon raportit ovat hitaita',
      text: 'Selvitämme asiaa.',
      severity: 'disruption',
      since: '2026-11-27T06:30:00Z',
      product: 'fivaldi',
      application: 'kirjanpito',
    },
  },
  LocalizedName: {
    description: 'A name in the languages of the interface. Subjects are made of the Finnish one',
    example: { fi: 'Kirjanpito', en: 'Bookkeeping', sv: 'Bokföring' },
  },
  Me: {
    description: 'Who is signed in, and what they may do',
    fields: {
      companyCount: 'How many companies the person may act for',
      company: "The person's own company",
      userIds: "The person's user IDs in the product",
    },
    example: {
      id: 'main-user',
      tenant: 'tenant-1',
      ...maija,
      phone: '040 123 4567',
      company: { number: '1001', name: 'Tilitoimisto Äyräs Oy' },
      userIds: ['ayras-maija'],
      companyCount: 42,
      permissions: ['submitRequests', 'grantAdvisoryAccess'],
      helpDeskAccount: 'yes',
      mainUsers: [maija],
      granters: [maija],
    },
  },
  Message: {
    description:
      'More information on a request that was sent, or the answer to a chargeable proposal. It needs a text, a file, `confirms` or `declines`, and never both of the latter. Only the latest proposal can be answered, and once',
    example: {
      text: 'Tässä vielä kuva virheestä.',
      attachments: [{ id: pictureId, name: 'virhe.png' }],
    },
  },
  Named: { description: 'Something with an ID and a name: an application, a program area' },
  NamedAttachment: {
    description: 'A file as a request or a message names it',
    fields: { name: "The file's name, without folders" },
  },
  NoticeSettings: {
    description: 'What a person wants to be told, and what they have seen. What is absent stays',
    example: { wants: 'mine', language: 'fi' },
  },
  OpeningHours: { description: 'When the telephone is answered' },
  Problem: {
    description: 'What went wrong, as RFC 9457 describes',
    fields: {
      type: 'A URI that names the kind of problem',
      status: 'The HTTP status',
      decision: 'With `decided`: who decided what, and when',
    },
    example: {
      title: 'Something is missing or wrong',
      status: 422,
      code: 'validation',
      errors: [{ pointer: '/contact/email', code: 'format' }],
    },
  },
  Product: { description: 'A product and its applications' },
  Receipt: {
    description: 'What the endpoint says of a request that it has',
    fields: { number: 'The number of the request. Null where it comes later (202)' },
    example: {
      id: requestId,
      number: 'FIV-1042',
      subject,
      status: 'received',
      createdAt: '2026-11-27T08:15:00Z',
    },
  },
  Relayed: {
    description:
      "How a request and its replies came to the HelpDesk's mailbox. Missing where nothing is sent",
  },
  RemoteSupport: {
    description: 'The remote support program, and where it is downloaded from',
  },
  RemoteSupportDownload: {
    description: 'One file of the remote support program',
  },
  RequestDetails: {
    description:
      'A support request whole: what was sent, what the endpoint says of it, what has happened since',
    fields: { number: 'The number of the request. Null where it comes later' },
  },
  RequestListItem: {
    description: 'A support request in a list',
    fields: { number: 'The number of the request. Null where it comes later' },
  },
  ServiceLinks: { description: 'Pages to point at, as https addresses' },
  ServiceProfile: {
    description: 'What the endpoint offers',
    fields: {
      attachments: 'What may be attached. Missing where nothing may',
      chargeableWork: 'The sentence that a person confirms before chargeable work, and its version',
      contact: 'How customer service is reached',
    },
    example: {
      contract: 1,
      capabilities: ['me', 'attachments'],
      products: [
        {
          id: 'fivaldi',
          name: { fi: 'Visma Fivaldi' },
          applications: [{ id: 'kirjanpito', name: { fi: 'Kirjanpito', en: 'Bookkeeping' } }],
        },
      ],
      contact: {
        phone: '0107 562 170',
        phoneInternational: '+358 10 756 2170',
        email: 'asiakaspalvelu@visma.com',
        hours: {
          timeZone: 'Europe/Helsinki',
          weekly: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' }],
          closedDates: ['2026-12-24'],
        },
      },
      links: { community: 'https://community.visma.fi' },
      polling: { approval: 5, badge: 30 },
    },
  },
  SigningKey: {
    description: 'A public key, Ed25519 (RFC 8037)',
    fields: {
      kty: 'The type of the key',
      crv: 'The curve',
      x: 'The key, in base64url',
      kid: 'The thumbprint of the key (RFC 7638), by which signatures name it',
    },
  },
  SupportRequest: {
    description: [
      'A support request. Beyond the form of each field:',
      '- Without `relatedIncident`: `application`, `summary`, `description` and all four of `contact` are required, which means that they are not empty.',
      '- A `problem` needs `about`, at least one of `userIds` and at least one of `companyNumbers`.',
      '- A problem about a `report` needs `report.name` and `report.criteria`.',
      '- A problem about an `error` needs `errorMessage` or an attachment.',
      '- With `relatedIncident` only `companyNumbers` are required.',
      '- `chargeableWork` has the version and text of the endpoint’s own profile; others are refused with `notAllowed`.',
      '',
      'The subject is composed and never sent: `<product> <application>, <summary>`, with the Finnish names of the service profile, and `kiireellinen ` before it when the request is critical.',
      '',
      'Texts lose surrounding white space and invisible characters. Two requests are the same when they are equal after that.',
    ].join('\n'),
    fields: {
      kind: 'What it is',
      chargeableWork: 'The written confirmation of chargeable work, given beforehand',
    },
    example: {
      kind: 'problem',
      about: 'error',
      product: 'fivaldi',
      application: 'kirjanpito',
      summary: 'tilikauden avaaminen ei onnistu',
      critical: false,
      description: 'Valitsin Tilikausi | Avaa tilikausi, ja ohjelma ilmoitti virheestä.',
      errorMessage: 'Tilikautta ei voi avata.',
      userIds: ['ayras-maija'],
      companyNumbers: ['1234'],
      contact: {
        company: 'Tilitoimisto Äyräs Oy',
        name: 'Maija Mäkelä',
        phone: '040 123 4567',
        email: 'maija.makela@ayras.fi',
      },
      attachments: [{ id: pictureId, name: 'virhe.png', caption: 'Virhe tilikautta avattaessa' }],
      language: 'fi',
    },
  },
  TimelineItem: {
    description:
      'Something that happened to a request: a message, a change of status, a proposal of chargeable work',
  },
} as const satisfies Readonly<Record<string, SchemaWords>>;

export type SchemaName = keyof typeof schemaWords;
