import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Me } from '../../../contract/me.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { requestExport, type RequestExport } from './request-export.js';

/** What the main user reads first: who asks for what, and how the request goes on to customer service without a word typed again. */
function letter({ msg }: Localization, people: Me['mainUsers'], email: string): string {
  const [name] = people.length === 1 ? people.map((person) => person.name) : [];
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

/** Beside the heading, for who may not send. */
export const handOverTag = ({ msg }: Localization): TemplateResult =>
  html`<span class="tag">${msg('The main user sends this support request')}</span>`;

/**
 * For who is neither main user nor primary contact: why they can't send, who can, and the request to hand over [guide 1.1].
 *
 * @param people who may send it
 * @param email the address of customer service
 */
export function handOver(
  l10n: Localization,
  people: Me['mainUsers'],
  email: string,
  source: RequestExport,
): TemplateResult {
  const { msg } = l10n;
  return html`
    <div class="notice calm" part="notice" id="hand-over" tabindex="-1">
      <h3>${msg('The main user or the primary contact sends the support request')}</h3>
      <p class="small">${msg('Send the finished request to the main user. Customer service will reply to them.')}</p>
      ${
        people.length
          ? html`<ul class="small">
            ${people.map(({ name, email }) => html`<li><b>${name}</b>${email ? html`&nbsp;· ${email}` : nothing}</li>`)}
          </ul>`
          : nothing
      }
      ${requestExport(l10n, source, {
        to: people.flatMap(({ name, email }) => (email ? { name, email } : [])),
        letter: letter(l10n, people, email),
        isChecked: true,
      })}
    </div>
  `;
}
