import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { element } from './host/element.js';

const meta: Meta = {
  title: 'Elements/support-provider',
  component: 'support-provider',
  args: {
    endpoint: '/api/support',
    product: 'fivaldi',
    application: 'kirjanpito',
    'company-number': '1234',
    'user-id': 'ayras-maija',
  },
  render: (args) =>
    element('support-provider', args, html`<support-request-form></support-request-form>`),
};

export default meta;
type Story = StoryObj;

export const Playground: Story = { tags: ['playground'] };

/** A value on a widget wins over the provider's: this one is about payroll. */
export const WidgetWins: Story = {
  tags: ['behaviour'],
  render: (args) =>
    element(
      'support-provider',
      args,
      html`<support-request-form application="palkanlaskenta" company-number="5678"></support-request-form>`,
    ),
};

/** The nearest provider wins; what it doesn't say comes from the one around it. */
export const Nested: Story = {
  tags: ['behaviour'],
  render: (args) =>
    element(
      'support-provider',
      args,
      html`<support-provider application="ostoreskontra" locale="en"><support-request-form></support-request-form></support-provider>`,
    ),
};
