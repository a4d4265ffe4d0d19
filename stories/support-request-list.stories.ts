import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { Refusal, type Answers } from './endpoint/answers.js';
import { confirmed, proposed, requestId, withRequests } from './endpoint/requests.js';
import { acts, type Person } from './host/acts.js';

const meta: Meta = {
  title: 'Elements/support-request-list',
  component: 'support-request-list',
  args: { endpoint: '/api/support' },
  parameters: { answers: withRequests() },
};

export default meta;
type Story = StoryObj;

const seesRequests = (person: Person) => person.sees('.rows .subject');
const seesRequest = (person: Person) => person.sees('.request .timeline');

export const Playground: Story = { tags: ['playground'] };

/** The newest first, each with how it stands. */
export const Requests: Story = {
  tags: ['state'],
  play: acts(async (person) => void (await seesRequests(person))),
};

/** Nobody has sent anything. */
export const Nothing: Story = {
  tags: ['state'],
  parameters: { answers: { listRequests: () => ({ items: [] }) } satisfies Answers },
  play: acts(async (person) => void (await person.sees('slot[name=empty]'))),
};

/** One request whole: what was sent, what has happened, and a place for an answer. */
export const OneRequest: Story = {
  tags: ['state'],
  args: { 'request-id': requestId },
  play: acts(async (person) => {
    await seesRequest(person);
    await person.sees('.picture canvas');
  }),
};

/** A picture that was sent opens large by a press. */
export const LargePicture: Story = {
  tags: ['state', 'every-engine'],
  args: { 'request-id': requestId },
  play: acts(async (person) => {
    await person.press('.picture');
    await person.sees('#large[open] canvas');
  }),
};

/** Where it is larger than the window it is seen in its own size, and scrolled. */
export const PictureInItsOwnSize: Story = {
  tags: ['state', 'every-engine'],
  args: { 'request-id': requestId },
  play: acts(async (person) => {
    await person.press('.picture');
    await person.press('#large[open] [aria-pressed]');
    await person.sees('.full');
  }),
};

/** Chargeable work begins when it is confirmed; nothing is ticked beforehand. */
export const ChargeableProposal: Story = {
  tags: ['state', 'every-engine'],
  args: { 'request-id': requestId },
  parameters: { answers: withRequests(proposed) },
  play: acts(async (person) => void (await person.sees('.check'))),
};

/** Or it is declined, by a reply that may say why. */
export const DecliningProposal: Story = {
  tags: ['state'],
  args: { 'request-id': requestId },
  parameters: { answers: withRequests(proposed) },
  play: acts(async (person) => {
    await person.press('section.notice .button.primary + .button');
    await person.sees('.reply .button.primary + .button');
  }),
};

/** What was confirmed stays in the timeline. */
export const Confirmed: Story = {
  tags: ['state'],
  args: { 'request-id': requestId },
  parameters: { answers: withRequests(confirmed) },
  play: acts(async (person) => void (await seesRequest(person))),
};

/** Who may not send support requests reads them, and is told who can answer. */
export const ReadOnly: Story = {
  tags: ['state'],
  args: { 'request-id': requestId },
  globals: { user: 'accountant' },
  play: acts(async (person) => void (await seesRequest(person))),
};

/** A press on a request opens it in the place of the list. */
export const Opened: Story = {
  tags: ['behaviour'],
  play: acts(async (person) => {
    await person.press('.rows .subject');
    await seesRequest(person);
  }),
};

/** An answer is sent, and says so. */
export const Replied: Story = {
  tags: ['behaviour'],
  args: { 'request-id': requestId },
  play: acts(async (person) => {
    await person.write('#reply', 'Edellinen tilikausi on päätetty.');
    await person.press('.reply .button.primary');
    await person.sees('#reply-notice');
  }),
};

/** A reply is on its way, and can be stopped. */
export const Replying: Story = {
  tags: ['behaviour', 'every-engine'],
  args: { 'request-id': requestId },
  parameters: {
    answers: {
      ...withRequests(),
      putMessage: () => new Promise(() => undefined),
    } satisfies Answers,
  },
  play: acts(async (person) => {
    await person.write('#reply', 'Edellinen tilikausi on päätetty.');
    await person.press('.reply .button.primary');
    await person.sees('.reply .button[aria-disabled=true]');
  }),
};

/** A reply that the endpoint doesn't take stays where it is written, and is sent again by a press. */
export const ReplyFailed: Story = {
  tags: ['failure'],
  args: { 'request-id': requestId },
  parameters: {
    answers: {
      ...withRequests(),
      putMessage() {
        throw new Refusal('rateLimited');
      },
    } satisfies Answers,
  },
  play: acts(async (person) => {
    await person.write('#reply', 'Edellinen tilikausi on päätetty.');
    await person.press('.reply .button.primary');
    await person.sees('#reply-notice.alarm');
  }),
};

/** The endpoint can't be reached. */
export const Unreachable: Story = {
  tags: ['failure'],
  globals: { answer: 'unreachable' },
  play: acts(async (person) => void (await person.sees('.notice'))),
};

/** There is no endpoint at all. */
export const NoEndpoint: Story = {
  tags: ['failure'],
  args: { endpoint: '' },
  parameters: { endpoint: 'none' },
  play: acts(async (person) => void (await person.sees('.notice'))),
};

/** As in a panel of 320 pixels. */
export const Narrow: Story = {
  tags: ['narrow'],
  globals: { width: 'narrow' },
  play: acts(async (person) => void (await seesRequests(person))),
};

export const NarrowRequest: Story = {
  tags: ['narrow', 'every-engine'],
  args: { 'request-id': requestId },
  globals: { width: 'narrow' },
  play: acts(async (person) => void (await seesRequest(person))),
};

export const English: Story = {
  tags: ['language'],
  globals: { language: 'en' },
  play: acts(async (person) => void (await seesRequests(person))),
};

/** Swedish as it is written in Finland. */
export const Swedish: Story = {
  tags: ['language'],
  args: { 'request-id': requestId },
  globals: { language: 'sv', width: 'narrow' },
  parameters: { answers: withRequests(proposed) },
  play: acts(async (person) => void (await person.sees('.check'))),
};

export const Dark: Story = {
  tags: ['theming'],
  globals: { theme: 'dark' },
  play: acts(async (person) => void (await seesRequests(person))),
};
