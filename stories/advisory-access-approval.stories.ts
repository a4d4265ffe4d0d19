import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { ayrasCompanies } from '../server/src/demo-data/companies.js';
import {
  advisory,
  alteredLog,
  approvedOnce,
  asked,
  granted,
  twoApprovers,
  used,
  withNews,
} from './endpoint/advisory.js';
import { rememberLongerLog } from './endpoint/log.js';
import { people } from './endpoint/people.js';
import { acts, type Person } from './host/acts.js';

const meta: Meta = {
  title: 'Elements/advisory-access-approval',
  component: 'advisory-access-approval',
  args: { endpoint: '/api/support' },
  parameters: { answers: advisory(asked(), granted()) },
};

export default meta;
type Story = StoryObj;

const seesRequest = (person: Person) => person.sees('[part=sentence]');

export const Playground: Story = { tags: ['playground'] };

/** A request as it comes, and a right that holds; the sentence says what a press on the button grants. */
export const Request: Story = {
  tags: ['state', 'every-engine'],
  play: acts(async (person) => void (await seesRequest(person))),
};

/** Nobody has asked for anything. */
export const Nothing: Story = { tags: ['state'], parameters: { answers: advisory() } };

/** A right to change says so, and a person as its recipient is named. */
export const ToChange: Story = {
  tags: ['state'],
  parameters: {
    answers: advisory(
      asked({ access: 'change', grantedTo: { kind: 'person', name: 'Laura Niemi' } }),
    ),
  },
  play: acts(async (person) => void (await seesRequest(person))),
};

/** Above ten companies nothing is chosen beforehand. */
export const ManyCompanies: Story = {
  tags: ['state', 'every-engine'],
  parameters: { answers: advisory(asked({ companies: [...ayrasCompanies] })) },
  play: acts(async (person) => void (await seesRequest(person))),
};

/** Why it is rejected is written before it is. */
export const Rejecting: Story = {
  tags: ['state'],
  play: acts(async (person) => {
    await seesRequest(person);
    await person.press('[id$=-rejected]');
    await person.sees('textarea');
  }),
};

/** The end is for the person to choose. */
export const WithoutAnEnd: Story = {
  tags: ['state'],
  parameters: { answers: advisory(asked()) },
  play: acts(async (person) => {
    await person.press('.button.primary');
    await person.sees('.message');
  }),
};

/** It was approved, and until when. */
export const Approved: Story = {
  tags: ['state'],
  parameters: { answers: advisory(asked()) },
  play: acts(async (person) => {
    await person.press('[value=asked]');
    await person.press('.button.primary');
    await person.sees('#granted');
  }),
};

/** Two people have to approve: the sentence says whose word is missing. */
export const TwoHaveToApprove: Story = {
  tags: ['state'],
  parameters: { answers: twoApprovers(asked()) },
  play: acts(async (person) => void (await seesRequest(person))),
};

/** The person has approved, and waits for another's word. */
export const ApprovedByMe: Story = {
  tags: ['state'],
  parameters: { answers: twoApprovers(asked()) },
  play: acts(async (person) => {
    await person.press('[value=asked]');
    await person.press('.button.primary');
    await person.sees('.notice.good');
  }),
};

/** Another person has approved less: that is what the second one sees, and may limit further. */
export const ApprovedByAnother: Story = {
  tags: ['state', 'every-engine'],
  parameters: { answers: twoApprovers(approvedOnce()) },
  play: acts(async (person) => void (await seesRequest(person))),
};

/** The customer's own rules, for who may manage settings. */
export const Settings: Story = {
  tags: ['state', 'every-engine'],
  parameters: { answers: advisory(granted()) },
  play: acts(async (person) => {
    await person.press('.settings .button');
    await person.sees('#approvers');
  }),
};

/** A right that holds can be ended at any time. */
export const RightThatHolds: Story = {
  tags: ['state'],
  parameters: { answers: advisory(granted()) },
  play: acts(async (person) => void (await person.sees('#granted'))),
};

/** What support did by a right: by day, person and company, the same within an hour in one line. */
export const UsedRight: Story = {
  tags: ['state', 'every-engine'],
  parameters: { answers: advisory(used()) },
  play: acts(async (person) => {
    await person.press('[aria-expanded=false]');
    await person.press('h4 .button');
    await person.sees('.uses');
  }),
};

/** Words find uses among all, the earlier ones too. */
export const FoundUses: Story = {
  tags: ['behaviour'],
  parameters: { answers: advisory(used()) },
  play: acts(async (person) => {
    await person.press('[aria-expanded=false]');
    await person.press('h4 .button');
    await person.write('.uses [type=search]', 'tilikau');
    await person.sees('.uses:not(:has(ul li:nth-child(3))) ol');
  }),
};

/** A right that nobody used says so. */
export const UnusedRight: Story = {
  tags: ['state'],
  parameters: { answers: advisory(granted()) },
  play: acts(async (person) => {
    await person.press('[aria-expanded=false]');
    await person.sees('.history');
  }),
};

/** The log of who was granted what was changed by hand: the person is told what to do. */
export const AlteredLog: Story = {
  tags: ['failure'],
  parameters: { answers: { ...advisory(granted()), ...alteredLog } },
  play: acts(async (person) => void (await person.sees('.notice.alarm'))),
};

/** The log doesn't begin with what this browser saw of it. */
export const RewrittenLog: Story = {
  tags: ['failure', 'every-engine'],
  args: { endpoint: '/api/rewritten' },
  parameters: { answers: advisory(granted()) },
  beforeEach: () => rememberLongerLog('/api/rewritten', people['main-user'].tenant),
  play: acts(async (person) => void (await person.sees('.notice.alarm'))),
};

/** What others did since the person was last here, until they have seen it; and of what they get mails. */
export const Notices: Story = {
  tags: ['state', 'every-engine'],
  parameters: { answers: { ...advisory(granted()), ...withNews } },
  play: acts(async (person) => {
    await person.sees('.news');
    await person.sees('#notices');
  }),
};

/** Ten minutes before its end it says so. */
export const RightThatEndsSoon: Story = {
  tags: ['state'],
  parameters: {
    answers: advisory(granted({ endsAt: new Date(Date.now() + 9 * 60_000).toISOString() })),
  },
  play: acts(async (person) => void (await person.sees('.tag.waits'))),
};

/** Longer is a new request, with the former scope chosen beforehand. */
export const Prolonging: Story = {
  tags: ['state', 'every-engine'],
  parameters: { answers: advisory(asked({ extends: granted().id }), granted()) },
  play: acts(async (person) => void (await seesRequest(person))),
};

/** Who lacks the right reads everything, who can grant, and where the right is given. */
export const ReadOnly: Story = {
  tags: ['state'],
  globals: { user: 'accountant' },
  play: acts(async (person) => void (await person.sees('[part=request]'))),
};

/** Somebody else decided meanwhile, or the endpoint fails: each has its own words and a way on. */
export const OutOfUse: Story = {
  tags: ['failure'],
  globals: { answer: 'unavailable' },
  play: acts(async (person) => void (await person.sees('.notice.alarm, .message'))),
};

/** In a panel of 320 pixels. */
export const Narrow: Story = {
  tags: ['narrow', 'every-engine'],
  globals: { width: 'narrow' },
  play: acts(async (person) => void (await seesRequest(person))),
};

/** The English of the source. */
export const English: Story = {
  tags: ['language'],
  globals: { language: 'en' },
  play: acts(async (person) => void (await seesRequest(person))),
};

/** Swedish as it is written in Finland. */
export const Swedish: Story = {
  tags: ['language'],
  globals: { language: 'sv', width: 'narrow' },
  play: acts(async (person) => void (await seesRequest(person))),
};

/** The colours follow the page's `color-scheme`. */
export const Dark: Story = {
  tags: ['theming'],
  globals: { theme: 'dark' },
  play: acts(async (person) => void (await seesRequest(person))),
};
