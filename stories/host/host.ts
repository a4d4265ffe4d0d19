import type { Decorator, Preview, StoryContext } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { action } from 'storybook/actions';
import { eventNames } from '../../.storybook/manifest.js';
import { parseSupportConfig } from '../../server/src/support-config.js';
import fivaldi from '../../support.config.yaml?raw';
import { people, users } from '../endpoint/people.js';
import { StoryEndpoint } from '../endpoint/story-endpoint.js';
import { nextAnswers } from '../endpoint/next-answer.js';
import type { Answers } from '../endpoint/answers.js';

/** What a story may say of its host, as its `parameters`. */
export interface HostParameters {
  /** Answers of the endpoint that are other than the usual ones. */
  readonly answers?: Answers;
  /** `none`: the elements have no endpoint at all. */
  readonly endpoint?: 'none';
  /** A class around the element, of host.css or of the example themes. */
  readonly dress?: 'brand' | 'support-green' | 'support-dense';
}

interface Choice {
  readonly value: string;
  readonly title: string;
}

const languages = [
  { value: 'fi', title: 'Suomi' },
  { value: 'sv', title: 'Svenska' },
  { value: 'en', title: 'English' },
] as const;

const themes = [
  { value: 'light', title: 'Light' },
  { value: 'dark', title: 'Dark' },
] as const;

const widths = [
  { value: 'full', title: 'As wide as there is room' },
  { value: 'medium', title: '480 pixels' },
  { value: 'narrow', title: '320 pixels' },
] as const;

const tool = (title: string, icon: string, items: readonly Choice[]) => ({
  description: title,
  toolbar: { title, icon, items: [...items], dynamicTitle: true },
});

/** What the viewer chooses in the toolbar, on a story and on a page of documentation alike. */
export const toolbar = {
  globalTypes: {
    answer: tool('What the endpoint answers next', 'transfer', nextAnswers),
    user: tool('Signed in', 'user', users),
    language: tool('Language', 'globe', languages),
    theme: tool('Theme', 'circlehollow', themes),
    width: tool('Width', 'grow', widths),
  },
  initialGlobals: {
    answer: 'usual',
    user: 'main-user',
    language: 'fi',
    theme: 'light',
    width: 'full',
  },
} as unknown as Pick<Preview, 'globalTypes' | 'initialGlobals'>;

function chosen<C extends Choice>(
  { globals }: StoryContext,
  name: string,
  choices: readonly C[],
): C['value'] {
  const choice = choices.find(({ value }) => value === globals[name]);
  if (!choice) throw new Error(`The toolbar has no ${name} "${String(globals[name])}".`);
  return choice.value;
}

const support = parseSupportConfig(fivaldi);

/** One endpoint a story; what was sent to it is there until the story is opened anew. */
const endpoints = new Map<string, StoryEndpoint>();

export const forgetEndpoint = (story: string): void => void endpoints.delete(story);

export function endpointOf(story: string, answers?: Answers): StoryEndpoint {
  const endpoint = endpoints.get(story) ?? new StoryEndpoint(support, answers);
  endpoints.set(story, endpoint);
  return endpoint;
}

const logAction = (event: Event): void => {
  action(event.type)(event instanceof CustomEvent ? event.detail : undefined);
};

/** Tells the panel Actions what the elements tell their host. */
const logActions = (page: Element | undefined): void => {
  for (const name of eventNames) page?.addEventListener(name, logAction);
};

/** The page around a story: a provider whose endpoint is a fake one, a language, a colour scheme, and a width. */
export const host: Decorator = (story, context) => {
  const parameters: HostParameters = context.parameters;
  const user = chosen(context, 'user', users);
  const endpoint = endpointOf(context.id, parameters.answers);
  endpoint.next = chosen(context, 'answer', nextAnswers);
  const client = parameters.endpoint === 'none' ? undefined : endpoint.clientOf(people[user]);
  return html`
    <div
      class="host ${parameters.dress ?? ''}"
      lang=${chosen(context, 'language', languages)}
      data-theme=${chosen(context, 'theme', themes)}
      data-width=${chosen(context, 'width', widths)}
      data-view=${context.viewMode}
      ${ref(logActions)}
    >
      <support-provider class="stage" .client=${client}>${story()}</support-provider>
    </div>
  `;
};
