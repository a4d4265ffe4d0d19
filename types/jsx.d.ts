import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { SupportElements } from './elements.js';

type Handlers<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

type Own<One extends SupportElements[keyof SupportElements]> = One['properties'] &
  One['attributes'] &
  Handlers<One['events']>;

/** The elements as React 19 takes them: properties by their names, events as `on` and their whole name. */
export type JsxElements = {
  [Tag in keyof SupportElements]: Own<SupportElements[Tag]> &
    Omit<
      DetailedHTMLProps<
        HTMLAttributes<SupportElements[Tag]['element']>,
        SupportElements[Tag]['element']
      >,
      keyof Own<SupportElements[Tag]>
    >;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends JsxElements {}
  }
}
