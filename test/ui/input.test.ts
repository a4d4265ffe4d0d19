import { expect, fixture, html } from '@open-wc/testing';
import { click, drag, engine, fill, pasteByKeys, press, typeText } from '../tools/input.js';
import { waitUntil } from '../tools/wait-until.js';

/** What an element is told, as `click@10,20`; nothing that a script made is among it. */
function heard(element: Element, ...types: readonly string[]): string[] {
  const events: string[] = [];
  for (const type of types) {
    element.addEventListener(type, (event) => {
      if (!event.isTrusted) events.push(`${type} by a script`);
      else if (event instanceof MouseEvent)
        events.push(`${type}@${Math.round(event.offsetX)},${Math.round(event.offsetY)}`);
      else if (event instanceof KeyboardEvent)
        events.push(
          [
            event.ctrlKey && event.key !== 'Control' && 'Control',
            event.altKey && event.key !== 'Alt' && 'Alt',
            event.shiftKey && event.key !== 'Shift' && 'Shift',
            event.key,
          ]
            .filter(Boolean)
            .join('+'),
        );
      else events.push(type);
    });
  }
  return events;
}

const field = (): Promise<HTMLInputElement> =>
  fixture<HTMLInputElement>(html`<input aria-label="Text" />`);

describe('the real pointer and keys of the tests', () => {
  it('press the middle of an element, once', async () => {
    const button = await fixture(
      html`<button style="box-sizing: border-box; width: 101px; height: 41px">Press</button>`,
    );
    const events = heard(button, 'pointerdown', 'pointerup', 'click');
    await click(button);
    await waitUntil(
      () => events.length >= 3,
      () => `There was only ${events.join()}`,
    );
    expect(events.map((event) => event.replace(/@.*/, ''))).to.deep.equal([
      'pointerdown',
      'pointerup',
      'click',
    ]);
    const [, x, y] = /@(\d+),(\d+)/.exec(events[2] ?? '') ?? [];
    expect(Math.abs(Number(x) - 50), events[2]).to.be.most(3);
    expect(Math.abs(Number(y) - 20), events[2]).to.be.most(3);
  });

  it('press an element that has to be scrolled to, inside of a shadow root', async () => {
    const host = await fixture(html`<div style="margin-top: 3000px"></div>`);
    host.attachShadow({ mode: 'open' }).innerHTML = '<button><b>Far</b> below</button>';
    const button = host.shadowRoot?.querySelector('button');
    if (!button) throw new Error('No button');
    const events = heard(button, 'click');
    await click(button);
    await waitUntil(() => events.length, 'It was never pressed');
    expect(host.shadowRoot?.activeElement).to.equal(button);
  });

  it('press nothing where something else is above it, and say what', async () => {
    const outer = await fixture(html`
      <div style="position: relative; width: 200px; height: 50px">
        <button>Below</button>
        <p id="above" style="position: absolute; inset: 0; margin: 0">Above</p>
      </div>
    `);
    const button = outer.querySelector('button');
    if (!button) throw new Error('No button');
    const error = await click(button).catch((thrown: unknown) => thrown);
    expect(String(error)).to.include('Below').and.include('id="above"');
  });

  it('draw from one point to another, with moves on the way', async () => {
    const area = await fixture<HTMLElement>(
      html`<div style="width: 200px; height: 100px; touch-action: none"></div>`,
    );
    const { left, top } = area.getBoundingClientRect();
    const events = heard(area, 'pointerdown', 'pointermove', 'pointerup');
    const at = (x: number, y: number) => ({ x: Math.round(left) + x, y: Math.round(top) + y });
    await drag(at(10, 10), at(50, 30), at(110, 70));
    await waitUntil(
      () => events.some((event) => event.startsWith('pointerup')),
      () => `There was only ${events.join()}`,
    );
    const begin = events.findIndex((event) => event.startsWith('pointerdown'));
    const [down, ...rest] = events.slice(begin);
    const up = rest.pop();
    expect([down, up]).to.deep.equal(['pointerdown@10,10', 'pointerup@110,70']);
    expect(rest).to.include('pointermove@50,30').and.to.include('pointermove@110,70');
  });

  it('type letters of every kind where the focus is', async () => {
    const input = await field();
    const events = heard(input, 'input');
    input.focus();
    await typeText('Hyvää yötä, A–Ö!');
    expect(input.value).to.equal('Hyvää yötä, A–Ö!');
    expect(events.filter((type) => type === 'input').length).to.be.above(0);
    expect(events).not.to.include('input by a script');
  });

  it('write in place of what a field holds, or empty it', async () => {
    const input = await field();
    const told = heard(input, 'change');
    input.value = 'before';
    await fill(input, 'after');
    expect(input.value).to.equal('after');
    await fill(input, '');
    expect(input.value).to.equal('');
    await fill(input, '12');
    await press('Enter');
    expect(told).to.deep.equal(['change']);
  });

  it('write a number in place of another', async () => {
    const input = await fixture<HTMLInputElement>(
      html`<input type="number" aria-label="Number" value="120" />`,
    );
    await fill(input, '7');
    expect(input.value).to.equal('7');
  });

  it('press keys with their modifiers, and let go of them', async () => {
    const input = await field();
    input.focus();
    const keys = heard(input, 'keydown');
    const released = heard(input, 'keyup');
    await press('Control+Enter');
    await press('Alt+Shift+ArrowLeft');
    await press('Shift+Control+z');
    await press('x');
    expect(
      keys.filter((key) => !/(Control|Alt|Shift)$/.test(key)).map((key) => key.toLowerCase()),
    ).to.deep.equal(['control+enter', 'alt+shift+arrowleft', 'control+shift+z', 'x']);
    expect(released.length).to.equal(keys.length);
  });

  it('go from field to field by Tab, and back', async () => {
    const outer = await fixture(html`<p><input aria-label="One" /><input aria-label="Two" /></p>`);
    const [one, two] = outer.querySelectorAll('input');
    one?.focus();
    await press('Tab');
    expect(document.activeElement).to.equal(two);
    await press('Shift+Tab');
    expect(document.activeElement).to.equal(one);
  });

  it(
    engine === 'chromium'
      ? 'paste what was put on the real clipboard'
      : 'refuse to paste where a test cannot fill the clipboard',
    async () => {
      const input = await field();
      input.focus();
      const pasted = await pasteByKeys({ text: 'Hei' }).catch((thrown: unknown) => String(thrown));
      if (engine === 'chromium')
        await waitUntil(
          () => input.value,
          () => `Nothing was pasted: ${String(pasted)}`,
        );
      else expect(pasted).to.include('clipboard');
      expect(input.value).to.equal(engine === 'chromium' ? 'Hei' : '');
    },
  );
});
