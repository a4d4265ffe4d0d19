import type { PropertyDeclaration, ReactiveElement } from 'lit';

type Decorator = (prototype: ReactiveElement, name: string) => void;

/** Lit's decorators, for the one kind of decorators that this package is compiled with; theirs know two. */
export const property =
  (options?: PropertyDeclaration): Decorator =>
  ({ constructor }, name) =>
    (constructor as typeof ReactiveElement).createProperty(name, options);

/** A property that no host sets. */
export const state = (): Decorator => property({ state: true });
