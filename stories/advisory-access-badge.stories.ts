import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { advisory, asked } from './endpoint/advisory.js';
import { acts } from './host/acts.js';
import { element } from './host/element.js';

const meta: Meta = {
  title: 'Elements/advisory-access-badge',
  component: 'advisory-access-badge',
  args: { endpoint: '/api/support' },
  parameters: { answers: advisory(asked()) },
  render: (args) =>
    html`<a href="#neuvontaoikeudet">Neuvontaoikeudet ${element('advisory-access-badge', args)}</a>`,
};

export default meta;
type Story = StoryObj;

export const Playground: Story = { tags: ['playground', 'every-engine'] };

/** One request is waiting. */
export const One: Story = {
  tags: ['state'],
  play: acts(async (person) => void (await person.sees('[part=badge]'))),
};

/** Nothing is shown where nothing waits. */
export const Nothing: Story = { tags: ['state'], parameters: { answers: advisory() } };
