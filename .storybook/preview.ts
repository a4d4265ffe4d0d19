import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import '../src/define.js';
import { clearDrafts } from '../src/context/drafts.js';
import { element } from '../stories/host/element.js';
import { forgetEndpoint, host, toolbar } from '../stories/host/host.js';
import { rulesOfAxe } from './accessibility.js';
import { argTypesOf, manifest, elementOf } from './manifest.js';
import '../stories/host/host.css';
import '../docs/themes/dense.css';
import '../docs/themes/green.css';
import '../stories/host/brand.css';

setCustomElementsManifest(manifest);

/** The page of an element is loaded with what shows such pages: a story by itself needs neither. */
async function rendererOfDocs() {
  const [{ DocsRenderer }, { default: elementPage }] = await Promise.all([
    import('@storybook/addon-docs'),
    import('./docs-page.mdx'),
  ]);
  const { render, unmount } = new DocsRenderer();
  const show: typeof render = (context, { page, ...parameters }, element) =>
    render(context, { ...parameters, page: (page as unknown) ?? elementPage }, element);
  return { render: show, unmount };
}

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
      options: { runOnly: [...rulesOfAxe] },
    },
    docs: {
      renderer: rendererOfDocs,
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
