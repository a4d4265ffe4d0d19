import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { contactOf } from '../../../ui/contact.js';
import type { FormView } from '../form-view.js';
import { carryAway } from './carry-away.js';

/** What the main user reads first: who asks for what, and how the request goes on to customer service without a word typed again. */
function letter({ msg, me, service, settings }: FormView): string {
  const people = me?.mainUsers ?? [];
  const [name] = people.length === 1 ? people.map((person) => person.name) : [];
  const { email } = contactOf(service, settings);
  return [
    name ? msg(str`Hello ${name},`) : msg('Hello,'),
    [
      msg(
        'Please send this support request to customer service for me. Only the main user or the primary contact can send it.',
      ),
      msg(
        str`Forward this message to ${email}: delete everything above the line and use the first row below it as the subject.`,
      ),
    ].join(' '),
    '-'.repeat(40),
  ].join('\n\n');
}

/** For who is neither main user nor primary contact: why they can't send, who can, and the request to hand over [guide 1.1]. */
export function handOver(view: FormView): TemplateResult {
  const { msg, me } = view;
  const people = me?.mainUsers ?? [];
  return html`
    <div class="notice calm" part="notice" id="hand-over" tabindex="-1">
      <h3>${msg('The main user or the primary contact sends the support request')}</h3>
      <p class="small">${msg('Send the finished request to the main user. Customer service will reply to them.')}</p>
      ${
        people.length
          ? html`<ul class="small">
            ${people.map(({ name, email }) => html`<li><b>${name}</b>${email ? html` · ${email}` : nothing}</li>`)}
          </ul>`
          : nothing
      }
      ${carryAway(view, {
        to: people.flatMap(({ name, email }) => (email ? { name, email } : [])),
        letter,
        isChecked: true,
      })}
    </div>
  `;
}
