import { expect, fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import '../../src/context/support-provider.define.js';
import '../../src/elements/support-request-form/support-request-form.define.js';
import type { SupportRequestForm } from '../../src/elements/support-request-form/support-request-form.js';
import { click, press, typeText } from '../tools/input.js';
import { waitUntil } from '../tools/wait-until.js';

const within = <E extends Element = HTMLElement>(form: Element, selector: string): E => {
  const found = form.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};

/** A page of a host with a form, which can be written into. */
async function openPage(content: TemplateResult): Promise<SupportRequestForm> {
  const page = await fixture<HTMLElement>(html`<div lang="fi">${content}</div>`);
  const form = page.querySelector('support-request-form');
  if (!form) throw new Error('There is no form.');
  await waitUntil(
    () => form.shadowRoot?.querySelector('textarea'),
    'There is no form to write into',
  );
  return form;
}

const summary = '[id="summary"], input[type="text"], textarea';

describe('a form on the page of a host', () => {
  it('keeps what is typed into its fields from the shortcuts of the page, and leaves it the commands', async () => {
    const heard: string[] = [];
    const record = ({ key, type }: KeyboardEvent) => heard.push(`${type} ${key}`);
    const types = ['keydown', 'keypress', 'keyup'] as const;
    for (const type of types) document.addEventListener(type, record);
    try {
      const form = await openPage(
        html`<support-provider endpoint="/api/support">
          <input id="of-host" aria-label="Haku" />
          <support-request-form></support-request-form>
        </support-provider>`,
      );
      const field = within<HTMLTextAreaElement>(form, 'textarea');
      await click(field);
      await typeText('miksi laskut?');
      await press('ArrowLeft');
      await press('Backspace');
      await press('Delete');
      expect(field.value).to.equal('miksi lasku');
      expect(heard).to.deep.equal([]);

      await press('Escape');
      expect(heard).to.include('keydown Escape');

      const search = form.parentElement?.querySelector<HTMLElement>('#of-host');
      if (search) await click(search);
      await press('s');
      expect(heard).to.include('keydown s');
    } finally {
      for (const type of types) document.removeEventListener(type, record);
    }
  });

  it('is as light or dark as it is told, alone, by its provider or by the first one of the page', async () => {
    const form = await openPage(
      html`<div style="color-scheme: light">
        <support-provider theme="dark"><support-request-form></support-request-form></support-provider>
        <support-request-form id="outside"></support-request-form>
        <p>…</p>
      </div>`,
    );
    const outside = form.closest('div')?.querySelector('#outside');
    const provider = form.parentElement as HTMLElementTagNameMap['support-provider'];
    const lookOf = (element: Element | null | undefined) =>
      element && getComputedStyle(element).colorScheme;
    const inkOf = (element: Element) => getComputedStyle(within(element, '.root')).color;
    await waitUntil(
      () => lookOf(form) === 'dark' && lookOf(outside) === 'dark',
      'The forms are not dark',
    );
    expect(inkOf(form)).to.equal('rgb(232, 238, 240)');
    expect(lookOf(provider)).to.equal('light');

    form.theme = 'light';
    await waitUntil(() => lookOf(form) === 'light', 'The form is not light');
    expect(inkOf(form)).to.equal('rgb(23, 36, 43)');
    form.theme = undefined;
    provider.theme = undefined;
    await waitUntil(
      () => lookOf(form) === 'light' && lookOf(outside) === 'light',
      'A form is dark',
    );
  });

  it('can be read where it shrinks to fit, and runs from left to right', async () => {
    const form = await openPage(
      html`<div dir="rtl" style="display: inline-block"><support-request-form></support-request-form></div>`,
    );
    expect(form.getBoundingClientRect().width).to.be.at.least(280);
    expect(getComputedStyle(within(form, summary)).direction).to.equal('ltr');
  });
});
