import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { SupportElements } from './elements.js';

type Emitted<Events> = EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;

type Component<One extends SupportElements[keyof SupportElements]> = new () => One['element'] & {
  /** What a template may set; Vue reads hyphenated names as these. */
  $props: One['properties'] & Omit<HTMLAttributes, keyof One['properties']> & PublicProps;
  $emit: Emitted<One['events']>;
};

/** The elements as templates of Vue take them: properties by their names, events by `@` and their whole name. */
export type VueElements = { [Tag in keyof SupportElements]: Component<SupportElements[Tag]> };

declare module 'vue' {
  interface GlobalComponents extends VueElements {}
}
