import { copyText } from '../../../ui/copy-text.js';
import { controlId } from '../fields.js';
import type { FormInside } from '../form-inside.js';
import type { RelatedIncident } from '../request-values.js';

/** Copies a text, and says that it did or that the browser didn't let it. */
export async function copy(form: FormInside, text: string, copied: string): Promise<void> {
  const { msg } = form.localization;
  const done = await copyText(text);
  form.announce(
    done ? copied : msg('Select the text and copy it yourself: the browser did not allow copying.'),
  );
}

/** Empties the form; what was in it can be brought back until something else is written. */
export function clear(form: FormInside): void {
  const { draft, pictures } = form;
  const { edits } = draft;
  const cleared = pictures.setAside();
  form.reset();
  draft.offerBack(edits);
  pictures.offerBack(cleared);
  form.announce(form.localization.msg('Form cleared.'));
}

export function undoClear(form: FormInside): void {
  form.draft.undoClear();
  form.pictures.undoClear();
  form.announce(form.localization.msg('Your text has been restored.'));
}

/** The next request, after one has been sent. */
export async function startAnew(form: FormInside): Promise<void> {
  form.reset();
  await form.enter({ name: 'ready' }, controlId('/kind'));
}

/** Reports an incident as one's own problem too, or goes back to the whole form. */
export async function report(
  form: FormInside,
  incident: RelatedIncident | undefined,
): Promise<void> {
  const { draft } = form;
  const { id, title, product, application } = incident ?? {};
  draft.change({
    relatedIncident: id === undefined || title === undefined ? undefined : { id, title },
    // Where the person hasn't said where it is, the notice does.
    ...(application && !draft.values.application && { ...(product && { product }), application }),
  });
  await form.enter({ name: 'ready' }, controlId(incident ? '/companyNumbers' : '/summary'));
}
