/** Elements that have a role without saying so. */
const native: Readonly<Record<string, string>> = {
  button: 'button, summary, input[type=button], input[type=submit], input[type=reset]',
  checkbox: 'input[type=checkbox]',
  combobox: 'select:not([multiple], [size]), input[list]',
  dialog: 'dialog',
  group: 'fieldset, details',
  heading: 'h1, h2, h3, h4, h5, h6',
  img: 'img',
  link: 'a[href]',
  list: 'ul, ol',
  listitem: 'li',
  option: 'option',
  progressbar: 'progress',
  radio: 'input[type=radio]',
  region: 'section',
  status: 'output',
  textbox:
    'textarea, input:not([type], [list]), input:is([type=text], [type=email], [type=tel], [type=url]):not([list])',
  searchbox: 'input[type=search]:not([list])',
  spinbutton: 'input[type=number]',
};

export const selectorOfRole = (role: string): string => {
  const named = `[role="${role}"]`;
  return native[role] ? `:is(${native[role]}):not([role]), ${named}` : named;
};

export const selectorOfFields = ['textbox', 'searchbox', 'combobox', 'spinbutton']
  .map(selectorOfRole)
  .join(', ');

/** Visible elements that fit, in the order of the page, through every open shadow root. Runs in the page. */
export function findElements(selector: string, evenHidden = false): Element[] {
  const within = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(selector) ? [element] : []),
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ]);
  return within(document).filter(
    (element) => evenHidden || element.checkVisibility({ visibilityProperty: true }),
  );
}

/** What a field's labels say, without the field inside, whose value WebKit counts as a part of its name. Runs in the page. */
export function labelOf(element: Element): string {
  const labels = 'labels' in element ? [...(element.labels as NodeListOf<HTMLLabelElement>)] : [];
  const copies = labels.map((label) => label.cloneNode(true) as HTMLLabelElement);
  for (const copy of copies)
    for (const field of copy.querySelectorAll('input, select, textarea')) field.remove();
  return copies.map(({ textContent }) => textContent).join(' ');
}
