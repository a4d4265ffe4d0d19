import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { isComposing, modifierKey } from '../../../ui/keys.js';
import type { Mark, Rect } from '../../../attachments/edits.js';
import { markName, toolText } from './mark-text.js';
import type { MarkSelection } from './markup.js';
import type { PictureEditor } from './picture-editor.js';
import type { Tool } from './picture-canvas.js';

const tools: readonly Tool[] = ['cover', 'box', 'arrow', 'text', 'crop', 'select'];

/** An arrow that turns back; redo has it the other way round. */
const turn = html`<svg class="turn" viewBox="0 0 24 24" aria-hidden="true"><path d="M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3" /></svg>`;

const button = (
  text: unknown,
  act: () => void,
  {
    label,
    disabled = false,
    pressed,
  }: { readonly label?: string; readonly disabled?: boolean; readonly pressed?: boolean } = {},
) => html`
  <button class="button" part="button" type="button" aria-label=${label ?? nothing} aria-disabled=${disabled} aria-pressed=${pressed ?? nothing} @click=${() => disabled || act()}>${text}</button>
`;

function toolbar(editor: PictureEditor): TemplateResult {
  const { l10n, tool } = editor;
  const { msg } = l10n;
  return html`
    <div class="tools row" role="group" aria-label=${msg('Tools')}>
      <div class="row group">
        ${tools.map(
          (one) => html`
            <button class="button" part="button" type="button" aria-pressed=${one === tool} @click=${() => editor.choose(one)}>${toolText(l10n, one)}</button>
          `,
        )}
      </div>
      <div class="row group">
        ${button(turn, () => editor.undo(), { label: msg('Undo'), disabled: !editor.markup.canUndo })}
        <span class="redo">${button(turn, () => editor.redo(), { label: msg('Redo'), disabled: !editor.markup.canRedo })}</span>
      </div>
      <div class="row group zooms">
        ${button('−', () => editor.zoomBy(-1), { label: msg('Zoom out') })} ${button('+', () => editor.zoomBy(1), { label: msg('Zoom in') })}
        ${button(msg('Fit'), () => editor.fit(), { label: msg('Fit the picture to the window'), pressed: editor.isFitting })}
        ${button('100 %', () => editor.zoomTo(1), { pressed: !editor.isFitting && editor.canvas.zoom === 1 })}
      </div>
    </div>
  `;
}

/** Of what is chosen, its words and where it is. Numbers count as they are typed; what can't be is put right when the field is left. */
function positionFields(editor: PictureEditor, box: Rect, mark: Mark | undefined): TemplateResult {
  const { l10n, markup } = editor;
  const { msg } = l10n;
  const { typed } = markup;
  const number = (name: keyof Rect, label: string) => html`
    <label class="small">
      ${label}
      <input
        class="control"
        inputmode="numeric"
        autocomplete="off"
        .value=${typed?.name === name ? typed.text : String(box[name])}
        @input=${({ currentTarget }: Event) => currentTarget instanceof HTMLInputElement && editor.type(name, currentTarget.value)}
        @change=${() => editor.leave()}
      />
    </label>
  `;
  const onKeydown = (event: KeyboardEvent) => {
    const isEnd = event.key === 'Enter' || event.key === 'Escape';
    if (isComposing(event) || !isEnd || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    editor.written();
  };
  return html`
    <div class="places">
      ${
        mark?.kind === 'text'
          ? html`
              <label class="small">
                ${toolText(l10n, 'text')}
                <input
                  class="control words"
                  autocomplete="off"
                  maxlength="300"
                  .value=${mark.text}
                  @input=${({ currentTarget }: Event) => currentTarget instanceof HTMLInputElement && editor.write(currentTarget.value)}
                  @keydown=${onKeydown}
                />
              </label>
            `
          : nothing
      }
      ${number('x', msg('From the left'))} ${number('y', msg('From the top'))} ${number('width', msg('Width'))}
      ${mark?.kind === 'text' ? nothing : number('height', msg('Height'))}
    </div>
  `;
}

const removes = ({ key }: KeyboardEvent): boolean => key === 'Delete' || key === 'Backspace';

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function row(
  editor: PictureEditor,
  selection: Exclude<MarkSelection, undefined>,
  text: string,
): TemplateResult {
  const { msg } = editor.l10n;
  const { box, mark } = editor.markup;
  const isChosen = editor.markup.selection === selection;
  return html`
    <li>
      <div class="mark">
        <button
          class="button text"
          part="button"
          type="button"
          data-mark=${selection}
          aria-pressed=${isChosen}
          @click=${() => editor.select(isChosen ? undefined : selection)}
          @keydown=${(event: KeyboardEvent) => (event.key in steps || removes(event)) && !isChosen && editor.select(selection)}
        >
          ${text}
        </button>
        <button class="button text" part="button" type="button" aria-label=${msg(str`Remove ${text}`)} @click=${() => editor.remove(selection)}>
          ${msg('Remove')}
        </button>
      </div>
      ${isChosen && box ? positionFields(editor, box, mark) : nothing}
    </li>
  `;
}

function marks(editor: PictureEditor): TemplateResult {
  const { l10n, edits, tool } = editor;
  const { msg } = l10n;
  const { crop } = edits;
  const add = {
    cover: msg('Add a cover'),
    box: msg('Add a highlight'),
    arrow: msg('Add an arrow'),
    text: msg('Add text'),
    crop: msg('Crop by numbers'),
    select: undefined,
  }[tool];
  const isEmpty = !crop && !edits.marks.length;
  return html`
    <section class="marks" aria-labelledby="marks-heading">
      ${note(editor.whatCameBefore)} ${beforehand(editor)} ${wordNotes(editor)}
      <div class="row between">
        <h3 id="marks-heading" tabindex="-1">${msg('Marks')}</h3>
        ${add ? button(add, () => editor.add()) : nothing}
      </div>
      ${isEmpty ? html`<p class="small quiet">${msg('No marks yet. Drag over anything confidential: it is covered permanently.')}</p>` : nothing}
      <ul>
        ${crop ? row(editor, 'crop', msg(str`Crop: ${crop.width} × ${crop.height}`)) : nothing}
        ${edits.marks.map((one, index) => row(editor, index, markName(l10n, edits.marks, one)))}
      </ul>
      ${
        isEmpty
          ? nothing
          : html`<p class="small quiet">
              ${editor.markup.mark?.kind === 'text' ? msg('Press Enter when the text is ready.') : nothing}
              ${msg('Move with the arrow keys, resize with Alt + arrow; Shift = 10 pixels')}
            </p>`
      }
    </section>
  `;
}

const note = (text: string | undefined) =>
  text ? html`<p class="beforehand small">${text}</p>` : nothing;

/** What was covered by itself, or could not be. */
function beforehand({ l10n: { msg }, coveredBeforehand: count }: PictureEditor): unknown {
  if (count === undefined) return nothing;
  const text =
    count === 'unknown'
      ? msg(
          'Cover confidential parts yourself: they could not be covered automatically, because another window was captured.',
        )
      : count === 0
        ? msg('Cover what others must not see: nothing on this page is marked as confidential.')
        : count === 1
          ? msg(
              '1 confidential part is already covered. Check whether anything else must be covered.',
            )
          : msg(
              str`${count} confidential parts are already covered. Check whether anything else must be covered.`,
            );
  return note(text);
}

/** What Word hid of the picture, and this editor doesn't. */
function wordNotes({ l10n: { msg }, fromWord, edits }: PictureEditor): unknown {
  const texts = {
    cropped: edits.crop
      ? msg('Cropped as in the document. Select Undo to show the whole picture.')
      : msg('The document shows only part of this picture. The whole picture will now be sent.'),
    shaped: msg(
      'Crop or cover what others must not see: the parts that the document hides are visible here.',
    ),
    recoloured: msg(
      'Cover what others must not see: the document shows this picture in other colours or fainter.',
    ),
    uncovered: msg(
      'Cover what shapes and text boxes covered in the document: they were not included.',
    ),
  };
  return note(fromWord.map((one) => texts[one]).join(' '));
}

function end(editor: PictureEditor): TemplateResult {
  const { l10n, outcome, turn } = editor;
  const { msg, language } = l10n;
  const count = (pixels: number) => new Intl.NumberFormat(language).format(pixels);
  return editor.isAsking
    ? html`
        <div class="asking row between" role="alert">
          <b>${msg('Close without saving your changes to the picture?')}</b>
          <div class="row">
            ${button(msg('Continue editing'), () => editor.goOn())}
            <button class="button danger" part="button" type="button" @click=${() => editor.discard()}>${msg('Close without saving')}</button>
          </div>
        </div>
      `
    : html`
        <div class="row between">
          <p class="small quiet">${msg(str`${count(outcome.width)} × ${count(outcome.height)} pixels`)}&nbsp;· ${msg('The picture is sent exactly as shown.')}</p>
          <div class="row">
            <button class="button text" part="button" type="button" @click=${() => editor.cancel()}>${msg('Cancel')}</button>
            ${turn ? html`<button class="button" part="button" type="button" @click=${() => editor.leaveOut()}>${msg('Leave out')}</button>` : nothing}
            <button class="button primary done" part="button" type="button" @click=${() => editor.done()}>${msg('Done')}</button>
          </div>
        </div>
      `;
}

/**
 * What keys do to what is chosen, wherever the focus is in the editor: a field alone keeps the keys that edit its text.
 *
 * @returns whether the key was one of them
 */
function workOnSelection(editor: PictureEditor, event: KeyboardEvent): boolean {
  const { target } = event;
  const { selection } = editor.markup;
  const isInField = target instanceof HTMLInputElement;
  const step = steps[event.key];
  if (selection === undefined || event.ctrlKey || event.metaKey) return false;
  if (isInField && !target.inputMode) return false;
  if (removes(event) && !isInField) editor.remove(selection);
  else if (step && (!isInField || step[1] !== 0 || event.altKey))
    editor.nudge(...step, event.shiftKey, event.altKey);
  else return false;
  return true;
}

/** The dialog as large as the window: tools above, the picture, what is on it beside or below, and the end at the bottom. */
export function editorView(editor: PictureEditor): TemplateResult {
  const { l10n, canvas, tool, name, turn } = editor;
  const { msg } = l10n;
  const onKeydown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (isComposing(event)) return;
    // Chromium lets no page keep a dialog open at a second Escape in a row, unless it takes the key.
    if (event.key === 'Escape') {
      event.preventDefault();
      return editor.cancel();
    }
    if (workOnSelection(editor, event)) return event.preventDefault();
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'enter') editor.done();
    else if (key === 'y' || (key === 'z' && event.shiftKey)) editor.redo();
    else if (key === 'z') editor.undo();
    else return;
    event.preventDefault();
  };
  return html`
    <dialog
      class="editor"
      aria-labelledby="editor-heading"
      @keydown=${onKeydown}
      @cancel=${(event: Event) => {
        event.preventDefault();
        editor.cancel();
      }}
      @close=${({ target }: Event) => editor.closed(target)}
    >
      <div class="window" tabindex="-1">
      <header>
        <h2 id="editor-heading">${turn ? html`${msg('Check the picture')} ${turn.number}/${turn.of}` : msg('Edit the picture')}</h2>
        <p class="small quiet">
          ${name}&nbsp;· ${msg('Done:')} <kbd>${modifierKey()}</kbd> + <kbd>Enter</kbd>${turn ? nothing : html`&nbsp;· ${msg('Next picture:')} <kbd>${modifierKey()}</kbd> + <kbd>V</kbd>`}
        </p>
      </header>
      ${toolbar(editor)}
      <div class="viewport ${tool}" tabindex="0" role="group" aria-label=${msg('Picture, scroll with the arrow keys')}>
        ${canvas.element}
      </div>
      ${marks(editor)}
      <footer>${end(editor)}</footer>
      <p class="visually-hidden" role="status">${editor.announcement}</p>
      </div>
    </dialog>
  `;
}
