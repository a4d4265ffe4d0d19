import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

const shared = {
  brandTitle: 'Support widgets',
  fontBase: "'Open Sans', system-ui, sans-serif",
  appBorderRadius: 6,
  inputBorderRadius: 6,
};

const dark = matchMedia('(prefers-color-scheme: dark)').matches;

addons.setConfig({
  theme: dark
    ? create({ ...shared, base: 'dark', colorPrimary: '#6cc3d6', colorSecondary: '#6cc3d6' })
    : create({ ...shared, base: 'light', colorPrimary: '#0b5a6e', colorSecondary: '#0b5a6e', appBg: '#e9eef0' }),
});
