import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { requestKinds, type ProblemAbout } from '../src/contract/index.js';
import { ScreenshotAttach } from '../src/elements/screenshot-attach/screenshot-attach.js';
import type { SupportRequestForm } from '../src/elements/support-request-form/support-request-form.js';
import { Refusal, usualAnswers } from './endpoint/answers.js';
import { phoneClosed, phoneOpen, without } from './endpoint/variants.js';
import { acts, Person } from './host/acts.js';
import { element } from './host/element.js';

const meta: Meta = {
  title: 'Elements/support-request-form',
  component: 'support-request-form',
  args: {
    endpoint: '/api/support',
    product: 'fivaldi',
    application: 'kirjanpito',
    'company-number': '1234',
  },
  argTypes: { kind: { control: { type: 'select' }, options: requestKinds } },
};

export default meta;
type Story = StoryObj;

const knownPerson = (person: Person) => person.sees('.folded b');

const refuses = () => {
  throw new Refusal('forbidden');
};

/** As `Help | Show error` of Fivaldi would. */
function givesDiagnostics(form: SupportRequestForm): void {
  form.diagnostics = () =>
    'FIV-500 Tilikaudet: kausi ei ole voimassa\nat Tilikausi.avaa (tilikausi.js:112)';
}

const about = (what: ProblemAbout) => `#about input[value=${what}]`;

async function writes(person: Person, summary = 'tilikauden avaaminen ei onnistu'): Promise<void> {
  await knownPerson(person);
  await person.write('#summary', summary);
  await person.write(
    '#description',
    'Yritin avata tilikauden 2026 kohdassa Perustiedot | Tilikaudet. Ohjelma ilmoitti, ettei kausi ole voimassa.',
  );
}

const sends = (person: Person) => person.press('[part=primary-button]');

/** Pictures of noise, which are as large as pictures get. */
async function addsPictures(
  person: Person,
  count: number,
  width: number,
  height: number,
): Promise<void> {
  const place = await person.sees('screenshot-attach:defined');
  if (!(place instanceof ScreenshotAttach)) throw new Error('There is no place for pictures.');
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = new ImageData(width, height);
  for (let start = 0; start < image.data.length; start += 65_536)
    crypto.getRandomValues(image.data.subarray(start, start + 65_536));
  context?.putImageData(image, 0, 0);
  const blob = await canvas.convertToBlob();
  await place.addFiles(
    Array.from(
      { length: count },
      (_, index) => new File([blob], `Näyttökuva ${index + 1}.png`, { type: blob.type }),
    ),
  );
}

/** Documents of so many bytes, of which most are space. */
async function addsDocuments(person: Person, count: number, bytes: number): Promise<void> {
  const place = await person.sees('screenshot-attach:defined');
  if (!(place instanceof ScreenshotAttach)) throw new Error('There is no place for documents.');
  const content = `%PDF-1.7\n1 0 obj\n<<>>\nendobj\n${' '.repeat(bytes)}\n%%EOF\n`;
  await place.addFiles(
    Array.from(
      { length: count },
      (_, index) => new File([content], `Raportti ${index + 1}.pdf`, { type: 'application/pdf' }),
    ),
  );
}

/** Writes, sends, and sees what comes of it. */
const sending = (until: string) =>
  acts(async (person) => {
    await writes(person);
    await sends(person);
    await person.sees(until);
  });

export const Playground: Story = { tags: ['playground'] };

/** What stands above and below the form is the host's own. */
export const InAPage: Story = {
  tags: ['overview'],
  render: (args) =>
    element(
      'support-request-form',
      args,
      html`
        <p slot="before" lang="en">Most questions are answered on the same day.</p>
        <p slot="after" lang="en">Your request is read by customer service only.</p>
      `,
    ),
};

/** The host knows nothing, and the endpoint can't tell who is signed in: everything is asked for. */
export const NothingKnown: Story = {
  tags: ['state'],
  args: { application: '', 'company-number': '' },
  parameters: { answers: without('me') },
  play: acts(async (person) => void (await person.sees('#contact-name'))),
};

/** The host says where the person is, and the endpoint who they are: only the problem is left to write. */
export const Prefilled: Story = {
  tags: ['state'],
  play: acts(async (person) => void (await knownPerson(person))),
};

/** While it is written, the subject is composed as the guide wants it. */
export const Written: Story = { tags: ['state'], play: acts((person) => writes(person)) };

/** A question needs neither user ids nor companies. */
export const Question: Story = { tags: ['state'], args: { kind: 'question' } };

/** A development idea has a description alone. */
export const DevelopmentIdea: Story = { tags: ['state'], args: { kind: 'idea' } };

/** An error wants its message word for word. */
export const AboutAnError: Story = {
  tags: ['state'],
  play: acts(async (person) => {
    await person.press(about('error'));
    await person.sees('#errorMessage');
  }),
};

/** A report wants its name and its selection criteria. */
export const AboutAReport: Story = {
  tags: ['state', 'every-engine'],
  play: acts(async (person) => {
    await person.press(about('report'));
    await person.sees('#report-criteria');
  }),
};

/** Critical while customer service answers: the telephone comes first. */
export const CriticalPhoneOpen: Story = {
  name: 'Critical, phone open',
  tags: ['state', 'every-engine'],
  parameters: { answers: phoneOpen },
  play: acts(async (person) => {
    await person.press('#critical');
    await person.sees('.notice');
  }),
};

/** Critical on a holiday: sending comes first, and when the telephone opens stands below. */
export const CriticalPhoneClosed: Story = {
  name: 'Critical, phone closed',
  tags: ['state'],
  parameters: { answers: phoneClosed },
  play: acts(async (person) => {
    await person.press('#critical');
    await person.sees('.notice');
  }),
};

/** Known contact details are one line until somebody wants to change them. */
export const ContactDetailsOpen: Story = {
  tags: ['state', 'every-engine'],
  play: acts(async (person) => {
    await knownPerson(person);
    await person.press('#contact-change');
    await person.sees('#contact-name');
  }),
};

/** What is missing is said beside each field and summed up above, each a press away. */
export const SomethingMissing: Story = {
  tags: ['state', 'every-engine'],
  play: acts(async (person) => {
    await knownPerson(person);
    await sends(person);
    await person.sees('#problems');
  }),
};

/** What was handed over just before is still being read: it is waited for, and goes along. */
export const WaitingForPictures: Story = {
  tags: ['state'],
  play: acts(async (person) => {
    await writes(person);
    const place = await person.sees('screenshot-attach:defined');
    if (!(place instanceof ScreenshotAttach)) throw new Error('There is no place for pictures.');
    const slow = new File(['slow'], 'Tilikaudet.png');
    slow.slice = () =>
      Object.assign(new Blob(), { arrayBuffer: () => new Promise(() => undefined) });
    void place.addFiles([slow]);
    await sends(person);
    await person.sees('#preparing');
  }),
};

/** On its way; it can be cancelled, and the text stays. */
export const Sending: Story = {
  tags: ['state'],
  parameters: { answers: { submitRequest: () => new Promise(() => undefined) } },
  play: sending('#sending'),
};

/** The request has its number, and the receipt says what happens next. */
export const Sent: Story = { tags: ['state'], play: sending('#receipt') };

/** Where the help desk gives the number later. */
export const NumberFollows: Story = {
  tags: ['state'],
  parameters: {
    answers: {
      submitRequest: (call: Parameters<typeof usualAnswers.submitRequest>[0]) => ({
        ...usualAnswers.submitRequest(call),
        number: null,
      }),
    },
  },
  play: sending('#receipt'),
};

/** An open incident is told unasked, above everything else; read in full at a press. */
export const IncidentInFull: Story = {
  tags: ['state'],
  play: acts(async (person) => {
    await person.press('.ahead [aria-expanded]');
    await person.sees('#incidents li');
  }),
};

/** "Same problem": only the company numbers are left to write. */
export const SameProblem: Story = {
  tags: ['state'],
  args: { 'company-number': '' },
  play: acts(async (person) => {
    await knownPerson(person);
    await person.press('.ahead [part=button]');
    await person.sees('.ahead.mine');
  }),
};

const anIncident = (id: string, title: string) => ({
  id,
  title,
  text: 'Korjaus on työn alla.',
  severity: 'outage' as const,
  since: new Date().toISOString(),
});

/** Several at once: the first one is reported by a press, the others are a press away. */
export const SeveralIncidents: Story = {
  tags: ['state'],
  parameters: {
    answers: {
      listIncidents: () => ({
        items: [
          anIncident('1', 'Kirjautuminen on hidasta'),
          anIncident('2', 'Raportit eivät valmistu'),
        ],
      }),
    },
  },
  play: acts(async (person) => void (await person.sees('.ahead [aria-expanded]'))),
};

/** All of them, each to be reported. */
export const SeveralIncidentsInFull: Story = {
  ...SeveralIncidents,
  play: acts(async (person) => {
    await person.press('.ahead [aria-expanded]');
    await person.sees('#incidents li + li');
  }),
};

/** No incident is open, and the guide's other places to look at are a press away. */
export const NoIncidents: Story = {
  tags: ['state'],
  args: { application: 'arkisto' },
  play: acts((person) => writes(person)),
};

/** The incidents could not be fetched; the form works all the same. */
export const IncidentsUnknown: Story = {
  tags: ['failure'],
  parameters: { answers: { listIncidents: refuses } },
  play: acts(async (person) => void (await person.sees('.ahead button'))),
};

/** What the forum and the manuals say of it: the best hit in a line that was there before, all of them at a press. */
export const Suggestions: Story = {
  tags: ['state', 'every-engine'],
  play: acts(async (person) => {
    await writes(person);
    await person.press('.hits button');
    await person.sees('#hits li');
  }),
};

/** Who is neither main user nor primary contact is told who sends, and hands the prepared request over. */
export const HandOver: Story = {
  tags: ['state', 'every-engine'],
  globals: { user: 'accountant' },
  play: acts(async (person) => {
    await writes(person);
    await person.press('#hand-over summary');
  }),
};

/** Saves the request as an e-mail file, without the viewer's browser really saving one. */
async function savesEmailFile(person: Person, until: string): Promise<void> {
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = () => undefined;
  try {
    await person.press('.row:has(a[href^="mailto:"]) > button');
    await person.sees(until);
  } finally {
    HTMLAnchorElement.prototype.click = click;
  }
}

/** The whole request with its pictures as an e-mail file to the main user, and what to do with it in every kind of program. */
export const HandOverByEmailFile: Story = {
  tags: ['state'],
  globals: { user: 'accountant' },
  play: acts(async (person) => {
    await writes(person);
    await addsPictures(person, 1, 600, 300);
    await savesEmailFile(person, '.email-file');
    await person.press('.email-file summary');
  }),
};

/** What the host's program says of the error: to be read whole before it is sent, or left out. */
export const Diagnostics: Story = {
  tags: ['state', 'every-engine'],
  play: acts(async (person) => {
    givesDiagnostics(person.element as SupportRequestForm);
    await person.sees('#diagnostics');
    await person.press('.closing summary');
  }),
};

/** A confirmation of chargeable work given beforehand; it is never ticked by itself. */
export const ChargeableWork: Story = {
  tags: ['state'],
  play: acts(async (person) => {
    await writes(person);
    await person.press('.terms summary');
    await person.press('#chargeableWork');
  }),
};

/** A Finnish personal identity code is warned of quietly, and taken out at a press. */
export const PersonalIdentityCode: Story = {
  tags: ['state'],
  play: acts(async (person) => {
    await writes(person);
    await person.write('#description', 'Palkansaaja 131052-308T ei näy palkka-ajossa.');
    await person.sees('.caution');
  }),
};

/**
 * What was written is back after the page was left, for a day, and only for who wrote it. It has a page of its own: among
 * other stories of the same person the browser's storage is swept by each that begins.
 */
export const DraftIsBack: Story = {
  tags: ['behaviour', '!autodocs'],
  play: acts(async (person) => {
    await writes(person);
    await person.sees('h2 + .quiet');
    const { element: form } = person;
    const place = form.parentElement;
    const again = form.cloneNode() as HTMLElement;
    form.remove();
    place?.append(again);
    await new Person(again, person.patience).sees('h2 + .quiet');
  }),
};

/** Pictures are kept where the host wants that; where they are not, the form says which have to be added again. */
export const AttachmentsAreMissing: Story = {
  tags: ['behaviour', '!autodocs'],
  play: acts(async (person) => {
    await writes(person);
    await addsPictures(person, 1, 40, 30);
    await person.sees('h2 + .quiet');
    const { element: form } = person;
    const place = form.parentElement;
    const again = form.cloneNode() as HTMLElement;
    form.remove();
    place?.append(again);
    await new Person(again, person.patience).sees('#missing-files');
  }),
};

/** The host writes some of it beforehand by `prefill()`; whatever the person writes stays. */
export const PrefilledByTheHost: Story = {
  tags: ['behaviour'],
  play: acts(async ({ element: form }) => {
    (form as SupportRequestForm).prefill({
      about: 'report',
      report: { name: 'Tase', criteria: 'Tilikausi 2025' },
    });
  }),
};

/** A column of company numbers pasted from a table becomes a list. */
export const ManyCompanies: Story = {
  tags: ['behaviour'],
  args: { 'company-number': '' },
  play: acts(async (person) => {
    await person.write('#companyNumbers', '1234, 5678, 9012, 9104, 9121, 9138, 9155,');
    await person.sees('[part=chip]');
  }),
};

/** Clearing can be undone until the next word. */
export const Cleared: Story = {
  tags: ['behaviour'],
  play: acts(async (person) => {
    await writes(person);
    await person.press('form > .row:last-child .button.text');
  }),
};

/**
 * The answer to the first try was lost, and the person changed something before trying again: the endpoint has the earlier
 * version, and the changes can be added to it. There is never a second request.
 */
export const ArrivedAfterAll: Story = {
  tags: ['behaviour'],
  globals: { answer: 'lost' },
  play: acts(async (person) => {
    await writes(person);
    await sends(person);
    await person.sees('#failure');
    await person.write('#summary', 'tilikauden avaaminen ei onnistu, kiire');
    await sends(person);
    await person.sees('#receipt');
  }),
};

const failing = (answer: string, until = '#failure'): Story => ({
  tags: ['failure'],
  globals: { answer },
  play: sending(until),
});

/** The computer is offline. */
export const Offline = failing('offline');

/** No answer came, after three tries. */
export const NoAnswerInTime = failing('timeout');

/** The endpoint did as asked, but nobody knows: trying again asks first. */
export const AnswerLost = failing('lost');

/** A sign-in page or a network filter answered instead. */
export const SomethingElseAnswered = failing('html');

/** The host's sign-in has expired. */
export const SignInExpired = failing('unauthenticated');

/** The endpoint knows that this person may not send. */
export const NotAllowed = failing('forbidden');

/** Another version of this request has arrived. */
export const Conflict = failing('conflict');

/** The endpoint refuses fields: each lands on its control. */
export const FieldsRefused = failing('validation', '#problems');

/** Too many requests in a short time. */
export const TooManyRequests = failing('rateLimited');

/** The endpoint failed, three times. */
export const InternalError = failing('internal');

/** The endpoint is out of use for a while. */
export const OutOfUse = failing('unavailable');

/** Nothing was ever heard of the endpoint; what was written stays, and the host's own number is offered. */
export const Unreachable: Story = {
  tags: ['failure'],
  args: { phone: '0107 562 170', email: 'asiakaspalvelu@visma.com' },
  globals: { answer: 'unreachable' },
  play: acts(async (person) => void (await person.sees('#failure'))),
};

/** The way by e-mail: the file with everything in it, and what to do with it. */
export const ByEmailFile: Story = {
  tags: ['failure'],
  globals: { answer: 'unavailable' },
  play: acts(async (person) => {
    await writes(person);
    await sends(person);
    await person.sees('#failure');
    await savesEmailFile(person, '.email-file');
  }),
};

/** Over 20 MB: an e-mail without the attachments, which are saved beside it. It has a page of its own, since its pictures are large. */
export const TooLargeForAnEmail: Story = {
  tags: ['failure', '!autodocs'],
  globals: { answer: 'unavailable' },
  play: acts(async (person) => {
    await writes(person);
    await addsDocuments(person, 2, 9_000_000);
    await sends(person);
    await person.sees('#failure');
    await savesEmailFile(person, '.email-file [part=button]');
  }),
};

/** A page that gives no endpoint: the person is told, and so is whoever builds the page. */
export const NoEndpoint: Story = {
  tags: ['failure'],
  args: { endpoint: '' },
  parameters: { endpoint: 'none' },
  play: acts(async (person) => void (await person.sees('#failure'))),
};

/** Everything in one column. */
export const Narrow: Story = {
  tags: ['narrow'],
  globals: { width: 'narrow' },
  play: acts((person) => writes(person)),
};

/** Two lines are kept for an incident's name. */
export const NarrowWithAnIncident: Story = {
  tags: ['narrow'],
  globals: { width: 'narrow' },
  play: acts(async (person) => {
    await writes(person);
    await person.press('.ahead [aria-expanded]');
    await person.sees('#incidents li');
    await person.press('.hits button');
  }),
};

/** The request is handed over from a narrow panel. */
export const NarrowHandOver: Story = {
  tags: ['narrow'],
  globals: { width: 'narrow', user: 'accountant' },
  play: acts((person) => writes(person)),
};

/** The same by e-mail, with what to do in every kind of program. */
export const NarrowByEmailFile: Story = {
  tags: ['narrow'],
  globals: { width: 'narrow', answer: 'unavailable' },
  play: acts(async (person) => {
    await writes(person);
    await sends(person);
    await person.sees('#failure');
    await savesEmailFile(person, '.email-file');
    await person.press('.email-file summary');
  }),
};

/** With everything that a person can be told at once. */
export const NarrowAndWrong: Story = {
  tags: ['narrow', 'every-engine'],
  globals: { width: 'narrow' },
  parameters: { answers: phoneOpen },
  play: acts(async (person) => {
    await knownPerson(person);
    await person.press('#critical');
    await person.press(about('report'));
    await sends(person);
    await person.sees('#problems');
  }),
};

/** The English of the source, whatever the toolbar says. */
export const English: Story = { tags: ['language'], globals: { language: 'en' } };

/** Swedish as it is written in Finland, with its longest words before what is wrong. */
export const Swedish: Story = {
  tags: ['language'],
  globals: { language: 'sv', width: 'narrow' },
  parameters: { answers: phoneOpen },
  play: acts(async (person) => {
    await knownPerson(person);
    await person.press('#critical');
    await person.press(about('report'));
    await sends(person);
    await person.sees('#problems');
  }),
};

export const SwedishHandOver: Story = {
  tags: ['language'],
  globals: { language: 'sv', user: 'accountant' },
  play: acts((person) => writes(person)),
};

/** Two languages on one page: the nearest `lang` decides. */
export const TwoLanguages: Story = {
  tags: ['language'],
  render: (args) => html`
    <div class="several">
      <div lang="fi">${element('support-request-form', args)}</div>
      <hr />
      <div lang="en">${element('support-request-form', args)}</div>
    </div>
  `,
};

/** The colours follow the page's `color-scheme`. */
export const Dark: Story = {
  tags: ['theming'],
  globals: { theme: 'dark' },
  play: acts((person) => writes(person)),
};

/** A calm green brand, of one file. */
export const CalmGreen: Story = {
  tags: ['theming'],
  parameters: { dress: 'support-green' },
  play: acts(async (person) => {
    await writes(person);
    await person.press('#critical');
    await person.sees('.notice');
    await person.press('#companyNumbers-change');
    await person.sees('#companyNumbers');
  }),
};

/** Dense, as in an accounting program. */
export const Dense: Story = {
  tags: ['theming'],
  parameters: { dress: 'support-dense' },
  play: acts(async (person) => {
    await knownPerson(person);
    await person.press(about('report'));
    await person.press('#critical');
    await person.press('#companyNumbers-change');
    await sends(person);
    await person.sees('#problems');
  }),
};

/** A host with its own colours, corners and letters. */
export const AnotherBrand: Story = {
  tags: ['theming'],
  parameters: { dress: 'brand' },
  play: acts((person) => writes(person)),
};
