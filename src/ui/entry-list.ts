import { html, nothing, type TemplateResult } from 'lit';
import { described, fieldMessages, type FieldTexts } from './field.js';
import { isComposing } from './keys.js';

export interface EntryList extends FieldTexts {
  readonly entries: readonly string[];
  /** Indexes of the entries that can't stay as they are. */
  readonly wrong: readonly number[];
  /** What to type, told where there is no entry and somebody is about to type. */
  readonly prompt: string;
  /** What is typed and not yet an entry. */
  readonly typed: string;
  /** What an entry shows: the number with the company's name. */
  readonly labelOf: (entry: string) => string;
  readonly removeLabel: (entry: string) => string;
  /** Entries out of typed or pasted text. */
  readonly parse: (text: string) => readonly string[];
  /** Whether a space ends an entry too. */
  readonly spaceEnds?: boolean;
  readonly suggestions?: readonly { readonly value: string; readonly label: string }[];
  readonly onTyped: (text: string) => void;
  readonly onEntries: (entries: readonly string[]) => void;
}

const inputOf = (event: Event): HTMLInputElement | undefined =>
  event.currentTarget instanceof HTMLInputElement ? event.currentTarget : undefined;

/** Whether something is pressed by a pointer now; Firefox moves the focus before it says so by `:active`. */
let isPressed = false;
let isWatched = false;

function watchPresses(): void {
  if (isWatched) return;
  isWatched = true;
  addEventListener('pointerdown', () => (isPressed = true), { capture: true });
  for (const end of ['pointerup', 'pointercancel', 'keydown'])
    addEventListener(end, () => (isPressed = false), { capture: true });
}

/**
 * Runs `work` now, or once the pointer is released: a layout that changes during a press would make the press miss its target.
 * It runs before the handlers of the click.
 */
function onceReleased(work: () => void): void {
  if (!isPressed) return work();
  const over = new AbortController();
  const { signal } = over;
  const finish = () => {
    if (signal.aborted) return;
    over.abort();
    work();
  };
  addEventListener('click', finish, { capture: true, signal });
  addEventListener('pointercancel', finish, { capture: true, signal });
  // No click follows a release outside of the pressed element.
  addEventListener('pointerup', () => setTimeout(finish), { capture: true, signal });
}

/** Several short values in one control: each becomes a chip; a pasted list becomes several. */
export function entryList(list: EntryList): TemplateResult {
  const { id, entries, wrong, typed, suggestions = [] } = list;
  const { describedBy, invalid } = described(list);

  const add = (text: string) => {
    const fresh = list.parse(text).filter((entry) => !entries.includes(entry));
    list.onTyped('');
    if (fresh.length) list.onEntries([...entries, ...fresh]);
  };
  const remove = (entry: string) => list.onEntries(entries.filter((other) => other !== entry));

  const onInput = (event: InputEvent) => {
    const input = inputOf(event);
    if (!input) return;
    const text = input.value;
    const isSuggestion =
      suggestions.some(({ value }) => value === text) &&
      !/^insert(?:Text|CompositionText)/.test(event.inputType ?? '');
    if (isSuggestion || /[,;]/.test(text) || (list.spaceEnds && /^\d+\s$/.test(text))) {
      add(text);
      input.value = '';
    } else list.onTyped(text);
  };
  const onKeydown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const last = entries.at(-1);
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (typed.trim()) add(typed);
    } else if (event.key === 'Backspace' && !typed && last) {
      event.preventDefault();
      remove(last);
      list.onTyped(last);
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = list.parse(event.clipboardData?.getData('text/plain') ?? '');
    if (pasted.length < 2) return;
    event.preventDefault();
    list.onEntries([...entries, ...pasted.filter((entry) => !entries.includes(entry))]);
  };
  const onBlur = (event: FocusEvent) => {
    const input = inputOf(event);
    const root = input?.getRootNode();
    // The whole window was left, which a list of suggestions does in WebKitGTK too; whoever comes back writes on.
    if (root instanceof ShadowRoot && root.activeElement === input) return;
    if (typed.trim()) onceReleased(() => add(typed));
  };
  const onRemove = (event: Event, entry: string) => {
    const root =
      event.currentTarget instanceof Node ? event.currentTarget.getRootNode() : undefined;
    remove(entry);
    if (root instanceof ShadowRoot) root.getElementById(id)?.focus();
  };
  const onClick = (event: MouseEvent) => {
    if (event.target === event.currentTarget && event.currentTarget instanceof Element)
      event.currentTarget.querySelector('input')?.focus();
  };

  return html`
    <div class="field ${list.error ? 'bad' : ''}">
      <label for=${id}>${list.label}${list.hint ? html` <span class="quiet">${list.hint}</span>` : nothing}</label>
      <div class="control chips" part="control" @click=${onClick}>
        ${
          entries.length
            ? html`<ul role="list" aria-labelledby=${`${id}-entries`}>
              ${entries.map(
                (entry, index) => html`
                  <li part="chip" class=${wrong.includes(index) ? 'wrong' : ''}>
                    ${list.labelOf(entry)}<button type="button" aria-label=${list.removeLabel(entry)} @click=${(event: Event) => onRemove(event, entry)}>×</button>
                  </li>
                `,
              )}
            </ul>`
            : nothing
        }
        <input
          id=${id}
          placeholder=${entries.length ? nothing : list.prompt}
          .value=${typed}
          list=${suggestions.length ? `${id}-suggestions` : nothing}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-describedby=${describedBy}
          aria-invalid=${invalid}
          aria-required=${list.hint ? nothing : 'true'}
          @focus=${watchPresses}
          @input=${onInput}
          @keydown=${onKeydown}
          @paste=${onPaste}
          @blur=${onBlur}
        />
      </div>
      <span hidden id=${`${id}-entries`}>${list.label}</span>
      ${
        suggestions.length
          ? html`<datalist id=${`${id}-suggestions`}>${suggestions.map(({ value, label }) => html`<option value=${value}>${label}</option>`)}</datalist>`
          : nothing
      }
      ${fieldMessages(list)}
    </div>
  `;
}
