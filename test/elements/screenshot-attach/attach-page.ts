import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../../src/elements/screenshot-attach/screenshot-attach.define.js';
import type { ScreenshotAttach } from '../../../src/elements/screenshot-attach/screenshot-attach.js';
import { click, engine, pasteByKeys } from '../../tools/input.js';
import { waitUntil } from '../../tools/wait-until.js';

/** A picture as a screenshot is: text on white, with something private in it. */
export async function screenshot(
  name = 'image.png',
  { width = 320, height = 200, type = 'image/png' } = {},
): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'black';
  context.fillText(`${name} 010199-123A`, 10, 20);
  const { promise, resolve } = Promise.withResolvers<Blob | null>();
  canvas.toBlob(resolve, type);
  const blob = await promise;
  if (!blob) throw new Error('No picture');
  return new File([blob], name, { type: blob.type });
}

/** What the clipboard or a drag holds, as the browser hands it to a page. */
export function transfer(
  files: readonly File[],
  texts: Readonly<Record<string, string>> = {},
): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  for (const [type, text] of Object.entries(texts)) data.setData(type, text);
  return data;
}

/** Pastes as a press of the keys would, wherever the focus is. */
export function paste(target: EventTarget, data: DataTransfer): ClipboardEvent {
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
  Object.defineProperty(event, 'clipboardData', { value: data });
  target.dispatchEvent(event);
  return event;
}

/**
 * Pastes a picture, with a text where one is given, where the focus is put first. In Chromium it comes from the real clipboard;
 * nobody else lets a test fill it.
 */
export async function pasteAt(
  target: HTMLElement,
  picture: File,
  text?: string,
): Promise<ClipboardEvent> {
  if (engine !== 'chromium')
    return paste(target, transfer([picture], text === undefined ? {} : { 'text/plain': text }));
  if (target === document.body) (document.activeElement as HTMLElement | null)?.blur();
  else target.focus();
  const { promise, resolve } = Promise.withResolvers<ClipboardEvent>();
  window.addEventListener('paste', resolve, { once: true });
  await pasteByKeys({ picture, ...(text !== undefined && { text }) });
  return promise;
}

/** The element as the person at it sees and uses it. */
export class AttachPage {
  constructor(readonly element: ScreenshotAttach) {}

  get root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error('The element has no shadow root.');
    return shadowRoot;
  }

  get text(): string {
    return (this.root.querySelector<HTMLElement>('.root')?.innerText ?? '').replaceAll(
      '\u00a0',
      ' ',
    );
  }

  /** The pictures of the list by their names, from top to bottom. */
  get names(): string[] {
    return [...this.root.querySelectorAll('.picture')].map(
      (row) => row.getAttribute('aria-label') ?? '',
    );
  }

  get announced(): string {
    return this.root.querySelector('.visually-hidden[role=status]')?.textContent ?? '';
  }

  button(name: string): HTMLButtonElement {
    const found = [...this.root.querySelectorAll('button')].find(
      (button) => (button.getAttribute('aria-label') ?? button.textContent?.trim()) === name,
    );
    if (!found) throw new Error(`No button is called "${name}". There is: ${this.text}`);
    return found;
  }

  async press(name: string): Promise<void> {
    await click(this.button(name));
    await this.element.updateComplete;
  }

  async reads(text: string | RegExp): Promise<void> {
    const there = () =>
      typeof text === 'string' ? this.text.includes(text) : text.test(this.text);
    await waitUntil(there, () => `"${text}" never appeared. There is: ${this.text}`);
  }

  /** Resolves when the list holds so many. */
  async holds(count: number): Promise<void> {
    await waitUntil(
      () => this.names.length === count && !this.text.includes('Kuvaa käsitellään'),
      () => `There never were ${count}: ${this.text}`,
    );
  }

  /** Looks at the picture that has just come and finds it good. */
  async done(): Promise<void> {
    await waitUntil(() => this.root.querySelector('dialog[open]'), 'The editor never opened');
    await this.press('Valmis');
  }

  async paste(file: File): Promise<void> {
    paste(document.body, transfer([file]));
    await this.done();
  }
}

export async function openAttach(
  template: TemplateResult = html`<screenshot-attach name="pictures" locale="fi"></screenshot-attach>`,
): Promise<AttachPage> {
  const outer = await fixture<HTMLElement>(template);
  const element = outer.matches('screenshot-attach')
    ? outer
    : outer.querySelector('screenshot-attach');
  if (!element) throw new Error('There is no screenshot-attach');
  const page = new AttachPage(element);
  await waitUntil(() => page.root.querySelector('.drop-area'), 'The element was never painted.');
  return page;
}
