import { html, type TemplateResult } from 'lit';
import type { ServiceProfile } from '../../../contract/service.js';
import type { Localization } from '../../../localization/localization-controller.js';
import type { RequestDraft } from '../request-draft.js';
import { applicationFields, applicationText } from './application.js';
import type { CompanyDirectory } from './company-directory.js';
import { contactText } from './contact.js';
import { factLine, severalText } from './fact-line.js';
import { fieldContext, type FieldChecks, type FieldContext } from './field-context.js';
import { controlId, fieldPointers } from './field-pointers.js';
import { factOf, FoldedFacts, type Fact } from './folded.js';
import { labels } from './labels.js';
import { companyNumbersField, companyText, userIdsField } from './list-fields.js';

/** What is loaded before anybody writes in the fields of a fact. */
type FactsPart = FieldChecks &
  Pick<typeof import('./entry-problems.js'), 'companyHelp' | 'entriesText' | 'unknownCompanies'> &
  Pick<typeof import('./contact-fields.js'), 'contactFields'>;

/** How the facts reach the endpoint's answers, and the person. */
interface FactsHost {
  service(): ServiceProfile | undefined;
  /** Whether the endpoint is still being asked. */
  isLoading(): boolean;
  directory(): CompanyDirectory | undefined;
  part(): FactsPart | undefined;
  announce(text: string): void;
  update(): void;
  /** Opens a fact with the focus in its first field. */
  open(fact: Fact): void;
  /** Gives the focus to what has this id. */
  goTo(id: string): void;
}

/** What the form mostly knows before anybody writes: the application, companies, user ids and the contact. Each is a line, or its fields. */
export class Facts {
  readonly folded = new FoldedFacts();
  readonly #l10n: Localization;
  readonly #draft: RequestDraft;
  readonly #host: FactsHost;

  constructor(l10n: Localization, draft: RequestDraft, host: FactsHost) {
    this.#l10n = l10n;
    this.#draft = draft;
    this.#host = host;
  }

  renderAll(fields: FieldContext): TemplateResult {
    return html`
      <div class="facts">
        ${this.#renderApplication(fields)} ${this.renderCompanyNumbers(fields)} ${this.#renderUserIds(fields)}
        ${this.renderContact(fields)}
      </div>
    `;
  }

  renderCompanyNumbers(fields: FieldContext): TemplateResult {
    const { companies = [], isComplete = false } = this.#host.directory() ?? {};
    const known = { companies, isComplete };
    const part = this.#host.part();
    const { companyNumbers } = fields.values;
    const typed = this.#draft.typed.companyNumbers;
    const unknown = part?.unknownCompanies(companyNumbers, known) ?? [];
    const chosen = () => this.#host.goTo(controlId('/companyNumbers'));
    const text =
      !typed &&
      !unknown.length &&
      severalText(companyNumbers.map((number) => companyText(number, companies)));
    return this.#renderFact(fields, 'companyNumbers', labels.companyNumbers(fields), text, () =>
      companyNumbersField(fields, {
        companies,
        typed,
        unknown,
        help: part?.companyHelp(fields, known, chosen),
        announce: this.#announceEntries('/companyNumbers'),
        type: (text) => {
          this.#draft.type({ companyNumbers: text });
          if (text) this.#host.directory()?.type(text, this.#l10n.language);
        },
      }),
    );
  }

  renderContact(fields: FieldContext): TemplateResult {
    const { msg, values } = fields;
    const text = Object.values(values.contact).every(Boolean)
      ? contactText(values.contact)
      : this.#host.isLoading() && msg('Loading…');
    return this.#renderFact(fields, 'contact', msg('Contact details'), text, () =>
      this.#host.part()?.contactFields(fields),
    );
  }

  #renderApplication(fields: FieldContext): TemplateResult {
    const { msg, values } = fields;
    const service = this.#host.service();
    const isLoading = this.#host.isLoading();
    const text = service
      ? applicationText(fields, service)
      : values.application && isLoading && msg('Loading…');
    return this.#renderFact(fields, 'application', labels.application(fields), text, () =>
      applicationFields(fields, { service, isLoading }),
    );
  }

  #renderUserIds(fields: FieldContext): TemplateResult {
    const { msg, values } = fields;
    const typed = this.#draft.typed.userIds;
    const text = severalText(values.userIds) || (this.#host.isLoading() && msg('Loading…'));
    return this.#renderFact(fields, 'userIds', msg('User IDs'), !typed && text, () =>
      userIdsField(fields, {
        typed,
        type: (userIds) => this.#draft.type({ userIds }),
        announce: this.#announceEntries('/userIds'),
      }),
    );
  }

  /**
   * A line of what is known, or its fields.
   *
   * @param value missing where it isn't known
   */
  #renderFact(
    context: FieldContext,
    fact: Fact,
    label: string,
    value: unknown,
    fields: () => unknown,
  ): TemplateResult {
    const { folded } = this;
    const isWrong = fieldPointers.some(
      (field) => factOf(controlId(field)) === fact && context.problemOf(field),
    );
    const canFold = Boolean(value) && !isWrong;
    const isOpen = folded.isOpen(fact, canFold);
    const toggle = () => {
      if (!isOpen) return this.#host.open(fact);
      folded.fold(fact, canFold);
      this.#host.update();
    };
    return factLine(context, {
      fact,
      label,
      value,
      isOpen,
      isKept: !canFold && folded.isKept(fact),
      toggle: isOpen && !folded.isOpened(fact) ? undefined : toggle,
      fields,
      touched: () => folded.touch(fact),
    });
  }

  /** Announces what has come to a list or gone from it, once that is checked. */
  #announceEntries(field: '/companyNumbers' | '/userIds') {
    return (before: readonly string[], labelOf: (entry: string) => string): void => {
      const part = this.#host.part();
      if (!part) return;
      const { announce } = this.#host;
      const { companies = [], isComplete = false } = this.#host.directory() ?? {};
      const fields = fieldContext(this.#l10n, this.#draft, part, announce);
      announce(part.entriesText(fields, field, before, { companies, isComplete }, labelOf));
    };
  }
}
