import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: 'Support widgets',
    fontBase: "'Open Sans', system-ui, sans-serif",
    colorPrimary: '#0b5a6e',
    colorSecondary: '#0b5a6e',
    appBg: '#e9eef0',
    appBorderRadius: 6,
    inputBorderRadius: 6,
  }),
});
