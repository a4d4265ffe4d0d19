import { html, nothing, type TemplateResult } from 'lit';
import type { ProblemAbout, RequestKind } from '../../../contract/support-requests.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { segments, type Segment } from '../../../ui/segments.js';
import { controlId } from './field-pointers.js';
import type { FieldContext } from './field-context.js';
import { labels } from './labels.js';

/** A choice that is named in plain words. */
type Option<T extends string> = Segment<T> & { readonly label: string };

export const kindOptions = ({ msg }: Localization): readonly Option<RequestKind>[] => [
  { value: 'question', label: msg('Question') },
  { value: 'problem', label: msg('Problem') },
  { value: 'feedback', label: msg('Feedback') },
  { value: 'idea', label: msg('Development idea') },
];

export const aboutOptions = ({ msg }: Localization): readonly Option<ProblemAbout>[] => [
  { value: 'error', label: msg('Error message') },
  { value: 'report', label: msg('Report') },
  { value: 'other', label: msg('Other') },
];

/** What it is, and for a problem what it is about [guide 1.1, 1.2.3]. */
export function kindFields(fields: FieldContext): TemplateResult {
  const { values } = fields;
  return html`
    <div class="kinds">${segments(controlId('/kind'), labels.kind(fields), kindOptions(fields), values.kind, (kind) => fields.change({ kind }))}
    ${
      values.kind === 'problem'
        ? segments(
            controlId('/about'),
            labels.about(fields),
            aboutOptions(fields),
            values.about,
            (about) => fields.change({ about }),
          )
        : nothing
    }</div>
  `;
}
