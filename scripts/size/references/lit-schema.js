import { consume, createContext } from '@lit/context';
import { configureLocalization, localized, msg, str } from '@lit/localize';
import { html, LitElement } from 'lit';
import * as z from 'zod/mini';

// What a widget of this kind can hardly be without: Lit, texts, a context and one schema of fifteen fields.
const text = z.string().check(z.minLength(1), z.maxLength(200));
const request = z.object({
  kind: z.enum(['question', 'problem', 'feedback', 'idea']),
  about: z.optional(z.enum(['error', 'report', 'other'])),
  product: text,
  application: text,
  summary: text,
  critical: z.boolean(),
  neededBy: z.optional(z.iso.datetime()),
  description: text,
  errorMessage: z.optional(text),
  userIds: z.array(text),
  companyNumbers: z.array(z.string().check(z.regex(/^\d+$/))),
  contact: z.object({ company: text, name: text, phone: text, email: z.email() }),
  attachments: z.array(z.object({ id: z.uuid(), name: text })),
  relatedIncident: z.optional(text),
  language: z.enum(['fi', 'en', 'sv']),
});

configureLocalization({
  sourceLocale: 'en',
  targetLocales: ['fi'],
  loadLocale: async () => ({ templates: {} }),
});

class HelloWorld extends LitElement {
  static properties = { name: {} };
  render() {
    const { success } = request.safeParse({ summary: this.name });
    return html`<p>${msg(str`Hello, ${this.name}!`)} ${success}</p>`;
  }
}
consume({ context: createContext('settings') })(HelloWorld.prototype, 'settings');
localized()(HelloWorld);
customElements.define('hello-world', HelloWorld);
