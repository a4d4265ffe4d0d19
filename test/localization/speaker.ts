import { html, nothing } from 'lit';
import { SupportElement } from '../../src/context/support-element.js';
import {
  LocalizationController,
  type Catalogue,
  type Catalogues,
} from '../../src/localization/localization-controller.js';
import { messageId } from '../../src/localization/message-id.js';

const GREETING = 'Good morning';

const catalogue = (greeting: string): Catalogue => ({
  templates: { [messageId(GREETING)]: greeting },
});

export const greetings: Catalogues = {
  fi: () => Promise.resolve(catalogue('Hyvää huomenta')),
  sv: () => Promise.resolve(catalogue('God morgon')),
};

/** An element that says one thing in the language that is asked for. */
export class TestSpeaker extends SupportElement {
  /** What the next speakers speak by. */
  static catalogues = greetings;

  readonly l10n = new LocalizationController(this, TestSpeaker.catalogues);
  /** Everything that was ever painted, in order. */
  readonly painted: string[] = [];

  protected override updated(): void {
    const { textContent } = this.renderRoot;
    if (textContent && textContent !== this.painted.at(-1)) this.painted.push(textContent);
  }

  protected override render(): unknown {
    const { ready, msg, language } = this.l10n;
    return ready ? html`${msg(GREETING)} (${language})` : nothing;
  }
}

customElements.define('test-speaker', TestSpeaker);

declare global {
  interface HTMLElementTagNameMap {
    'test-speaker': TestSpeaker;
  }
}
