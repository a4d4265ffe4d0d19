import { nothing } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';
import { html, unsafeStatic } from 'lit/static-html.js';

/** Sets an element's attributes from the controls of a story, and takes away those that were emptied. */
class Attributes extends AsyncDirective {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('Attributes belong to an element.');
  }

  override render(_values: Readonly<Record<string, unknown>>): unknown {
    return nothing;
  }

  override update(
    { element }: ElementPart,
    [values]: [Readonly<Record<string, unknown>>],
  ): unknown {
    for (const [name, value] of Object.entries(values)) {
      if (value === true) element.setAttribute(name, '');
      else if (typeof value === 'string' && value) element.setAttribute(name, value);
      else element.removeAttribute(name);
    }
    return nothing;
  }
}

const attributes = directive(Attributes);

/** An element with the attributes that a story gives it. */
export const element = (
  tag: string,
  values: Readonly<Record<string, unknown>>,
  content: unknown = nothing,
) => {
  const name = unsafeStatic(tag);
  return html`<${name} ${attributes(values)}>${content}</${name}>`;
};
