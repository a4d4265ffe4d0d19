import { html, nothing, type TemplateResult } from 'lit';
import { unbroken } from '../../../ui/unbroken.js';
import type { OpenedRequest } from '../opened-request.js';
import type { ListView } from './view.js';

/** What stands beside a picture in the window: room around the dialog and in it. */
const BESIDE = 50;

const sightOf = (event: Event): HTMLElement | null | undefined =>
  (event.currentTarget as Element).closest('dialog')?.querySelector<HTMLElement>('.sight');

/** Shows it in its own size, or as wide as the window; what is at `x` and `y`, parts of its width and height, comes to the middle. */
function zoom(open: OpenedRequest, event: Event, isFull: boolean, [x, y] = [0, 0]): void {
  const sight = sightOf(event);
  open.zoomLarge(isFull);
  requestAnimationFrame(() =>
    sight?.scrollTo(
      x * sight.scrollWidth - sight.clientWidth / 2,
      y * sight.scrollHeight - sight.clientHeight / 2,
    ),
  );
}

function onPress(open: OpenedRequest, isFull: boolean, event: MouseEvent): void {
  const { left, top, width, height } = (event.currentTarget as Element).getBoundingClientRect();
  zoom(open, event, !isFull, [(event.clientX - left) / width, (event.clientY - top) / height]);
}

function onKeydown(open: OpenedRequest, event: KeyboardEvent): void {
  const isFull = { '+': true, '-': false }[event.key];
  if (isFull === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  zoom(open, event, isFull);
}

/** The picture that a person has pressed, over the page: as wide as the window, or in its own size, which is scrolled. */
export function largePicture({ msg }: ListView, open: OpenedRequest): TemplateResult {
  const { title = '', canvas, isFull = false } = open.large ?? {};
  const isReduced = canvas !== undefined && canvas.width > innerWidth - BESIDE;
  const close = (event: Event) => (event.currentTarget as Element).closest('dialog')?.close();
  return html`
    <dialog id="large" class=${isFull ? 'full' : ''} aria-labelledby="large-title" @close=${() => open.closeLarge()}>
      <div class="row between">
        <h4 id="large-title">${unbroken(title)}</h4>
        <div class="row">
          ${isReduced ? html`<button class="button" part="button" type="button" aria-pressed=${isFull} @click=${(event: Event) => zoom(open, event, !isFull)}>100 %</button>` : nothing}
          <button class="button close" part="button" type="button" @click=${close}>${msg('Close')}</button>
        </div>
      </div>
      <div class="sight" role="group" aria-labelledby="large-title" tabindex="0" autofocus @keydown=${(event: KeyboardEvent) => isReduced && onKeydown(open, event)}>
        ${canvas ? html`<div class="whole ${isReduced ? 'reduced' : ''}" @click=${(event: MouseEvent) => isReduced && onPress(open, isFull, event)}>${canvas}</div>` : nothing}
      </div>
    </dialog>
  `;
}
