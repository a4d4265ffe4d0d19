import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../localization/localization-controller.js';
import { hasIdentityCode, withoutIdentityCodes } from './personal-identity-code.js';

interface Announcing extends Localization {
  announce(text: string): void;
}

/** A quiet word under a text that holds a personal identity code, and a button that takes it out. Nothing of it leaves the browser. */
export function identityCodeWarning(
  { msg, announce }: Announcing,
  id: string,
  text: string,
  change: (text: string) => void,
): TemplateResult | typeof nothing {
  if (!hasIdentityCode(text)) return nothing;
  const onRemove = ({ currentTarget }: Event) => {
    const root = currentTarget instanceof Node ? currentTarget.getRootNode() : undefined;
    change(withoutIdentityCodes(text, msg('[personal identity code removed]')));
    announce(msg('Personal identity code removed.'));
    if (root instanceof ShadowRoot) root.getElementById(id)?.focus();
  };
  return html`
    <p class="small caution">
      ${msg('The text seems to contain a personal identity code. Customer service does not need it.')}
      <button class="link" type="button" @click=${onRemove}>${msg('Remove')}</button>
    </p>
  `;
}
