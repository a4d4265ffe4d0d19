import type { HTMLAttributes } from 'svelte/elements';
import type { SupportElements } from './elements.js';

type Handlers<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

type Own<One extends SupportElements[keyof SupportElements]> = One['properties'] &
  One['attributes'] &
  Handlers<One['events']>;

/** The elements as Svelte 5 takes them: properties by their names, events as `on` and their whole name. */
export type SvelteElements = {
  [Tag in keyof SupportElements]: Own<SupportElements[Tag]> &
    Omit<HTMLAttributes<SupportElements[Tag]['element']>, keyof Own<SupportElements[Tag]>>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends SvelteElements {}
}
