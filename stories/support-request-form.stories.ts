import type { Meta, StoryObj } from '@storybook/web-components-vite';

const meta: Meta = {
  title: 'Elements/support-request-form',
  component: 'support-request-form',
  args: { endpoint: '/api/support', product: 'fivaldi', application: 'kirjanpito', 'company-number': '1234' },
};

export default meta;

export const Playground: StoryObj = { tags: ['playground'] };
