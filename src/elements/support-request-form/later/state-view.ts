import type { TemplateResult } from 'lit';
import type { FormInside } from '../form-inside.js';
import { copy, startAnew } from './acts.js';
import { receiptView } from './receipt-view.js';
import { sendEdits, type State } from './send.js';
import { sendingView } from './sending-view.js';

/** What stands in the form's place while a request is on its way, and after. */
export function stateView(
  form: FormInside,
  state: Extract<State, { readonly name: 'sending' | 'sent' }>,
): TemplateResult {
  const { localization } = form;
  const { isLate } = form.pictures;
  if (state.name === 'sending')
    return sendingView(localization, { ...state, isLate }, () => state.abort.abort());
  return receiptView(
    localization,
    { ...state, isLate },
    {
      follow: state.follow,
      copy: (number) => void copy(form, number, localization.msg('Number copied.')),
      sendEdits: () => void sendEdits(form),
      startAnew: () => void startAnew(form),
    },
  );
}
