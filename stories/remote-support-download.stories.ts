import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { defaultRemoteSupport, type RemoteSupport } from '../src/contract/index.js';
import type { Answers } from './endpoint/answers.js';
import { phoneClosed, phoneOpen, without } from './endpoint/variants.js';
import { acts, type Person } from './host/acts.js';
import { element } from './host/element.js';

/** What an operator may tell; the checksum is of no file. */
const told: RemoteSupport = {
  ...defaultRemoteSupport,
  downloads: defaultRemoteSupport.downloads.map((download) => ({
    ...download,
    version: '15.60.3',
    bytes: 24_370_000,
    sha256: '0f1e2d3c4b5a6978'.repeat(4),
  })),
};

const saying = (support: RemoteSupport): Answers => ({ getRemoteSupport: () => support });

const meta: Meta = {
  title: 'Elements/remote-support-download',
  component: 'remote-support-download',
  args: { endpoint: '/api/support', platform: 'windows' },
  argTypes: {
    platform: {
      control: { type: 'select' },
      options: ['', 'windows', 'macos', 'linux', 'android', 'ios', 'chromeos'],
    },
  },
  parameters: { answers: saying(told) },
};

export default meta;
type Story = StoryObj;

const called = async (person: Person): Promise<void> => {
  await person.press('.answers button:first-of-type');
  await person.sees('#program');
};

/** Unfolds everything. */
const reads = async (person: Person): Promise<void> => {
  await called(person);
  for (const details of person.element.shadowRoot?.querySelectorAll('details') ?? [])
    details.open = true;
};

export const Playground: Story = { tags: ['playground'] };

/** The steps are the host's own. */
export const InAPage: Story = {
  tags: ['overview'],
  render: (args) =>
    element(
      'remote-support-download',
      args,
      html`<p slot="steps" lang="en">Our own people come to your desk and start the program with you.</p>`,
    ),
  play: acts(called),
};

/** Neither answer looks like the right one: a caller who means harm will dictate it. */
export const WhoCalled: Story = { name: 'Who called?', tags: ['state'] };

/** Don't download, end the call, call us. */
export const SomeoneCalled: Story = {
  tags: ['state', 'every-engine'],
  play: acts(async (person) => {
    await person.press('.answers button:last-of-type');
    await person.sees('[role=alert] .notice');
  }),
};

/** The same while the telephone is answered. */
export const SomeoneCalledPhoneOpen: Story = {
  ...SomeoneCalled,
  name: 'Someone called, phone open',
  parameters: { answers: phoneOpen },
};

/** The same on a holiday. */
export const SomeoneCalledPhoneClosed: Story = {
  ...SomeoneCalled,
  name: 'Someone called, phone closed',
  parameters: { answers: phoneClosed },
};

/** The program for Windows, with all that the endpoint can tell of it. */
export const Windows: Story = { tags: ['state', 'every-engine'], play: acts(reads) };

/** A Mac asks for permissions. */
export const Mac: Story = { tags: ['state'], args: { platform: 'macos' }, play: acts(reads) };

/** On a telephone there is no program; the others are one press away. */
export const Telephone: Story = { tags: ['state'], args: { platform: 'ios' }, play: acts(called) };

/** A computer that nothing is offered for. */
export const Linux: Story = { tags: ['state'], args: { platform: 'linux' }, play: acts(called) };

/** A link opens the session: nothing has to be read out on the telephone. */
export const SessionLink: Story = {
  tags: ['state'],
  parameters: {
    answers: saying({ ...told, sessionLink: 'https://get.teamviewer.com/v15/s12345678' }),
  },
  play: acts(called),
};

/** The details are still to come. */
export const Fetching: Story = {
  tags: ['state'],
  parameters: { answers: { getRemoteSupport: () => new Promise(() => undefined) } },
  play: acts((person) => person.press('.answers button:first-of-type')),
};

/** Addresses that are not to be trusted become no links; the person gets the pages of the guide. */
export const HostileAddresses: Story = {
  tags: ['behaviour'],
  parameters: {
    answers: saying({
      ...told,
      downloads: [
        { platform: 'windows', url: 'https://download.teamviewer.com@evil.example/x.exe' },
      ],
      fallbackPages: ['javascript:alert(1)', 'https://teamviewer.com.evil.example/'],
      sessionLink: 'data:text/html,no',
    }),
  },
  play: acts(called),
};

/** The endpoint offers no remote support: the guide's own details do. */
export const NotOffered: Story = {
  tags: ['behaviour'],
  parameters: { answers: without('remoteSupport') },
  play: acts(called),
};

const failing = (answer: string): Story => ({
  tags: ['failure'],
  globals: { answer },
  play: acts(called),
});

/** The endpoint tells who it is but not of the program. */
export const OutOfUse = failing('unavailable');

/** Nothing was ever heard of the endpoint. */
export const Unreachable = failing('unreachable');

/** A static page: the number, the hours and the addresses are the guide's. */
export const NoEndpoint: Story = {
  tags: ['failure'],
  args: { endpoint: '' },
  parameters: { endpoint: 'none' },
  play: acts(reads),
};

/** Everything in one column. */
export const Narrow: Story = {
  tags: ['narrow', 'every-engine'],
  globals: { width: 'narrow' },
  play: acts(reads),
};

/** The English of the source, whatever the toolbar says. */
export const English: Story = {
  tags: ['language'],
  globals: { language: 'en' },
  play: acts(called),
};

/** Swedish as it is written in Finland. */
export const Swedish: Story = {
  tags: ['language'],
  globals: { language: 'sv', width: 'narrow' },
  play: acts(reads),
};

/** The colours follow the page's `color-scheme`. */
export const Dark: Story = { tags: ['theming'], globals: { theme: 'dark' }, play: acts(reads) };

/** A host with its own colours, corners and letters. */
export const AnotherBrand: Story = {
  tags: ['theming'],
  parameters: { dress: 'brand' },
  play: acts(called),
};
