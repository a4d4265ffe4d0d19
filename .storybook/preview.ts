import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import '../src/define.js';
import { clearDrafts } from '../src/context/drafts.js';
import { element } from '../stories/host/element.js';
import { forgetEndpoint, host, toolbar } from '../stories/host/host.js';
import { argTypesOf, manifest, elementOf } from './manifest.js';
import DocsPage from './docs-page.mdx';
import '../stories/host/host.css';
import '../stories/host/brand.css';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  ...toolbar,
  decorators: [host],
  beforeEach: ({ id }) => {
    clearDrafts();
    forgetEndpoint(id);
  },
  render: (args, { component }) => element(String(component), args),
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true, sort: 'none' },
    a11y: {
      test: 'error',
      options: {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      },
    },
    docs: {
      page: DocsPage,
      extractArgTypes: argTypesOf,
      extractComponentDescription: (tag: string) => elementOf(tag)?.description,
      source: { excludeDecorators: true },
      story: { autoplay: true },
      toc: { headingSelector: 'h2, h3' },
    },
    options: {
      storySort: {
        order: ['Introduction', 'Endpoint', 'Theming', 'Accessibility', 'Hosts', 'Elements'],
      },
    },
    // The toolbar has its own: the width of the page is not that of the element, and its ground follows the theme.
    viewport: { disable: true },
    backgrounds: { disable: true },
  },
};

export default preview;
