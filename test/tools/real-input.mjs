import { tsImport } from 'tsx/esm/api';

const { keyActions, keysOf } = await tsImport('../hosts/webkit-keys.ts', import.meta.url);

/** The sessions that keep a page's colours forced: a session's end ends what it emulates. */
const forcing = new WeakMap();

const byPuppeteer = {
  async click(page, { x, y }) {
    await page.mouse.click(x, y);
  },
  async drag(page, { points: [first, ...others] }) {
    await page.mouse.move(first.x, first.y);
    await page.mouse.down();
    for (const { x, y } of others) await page.mouse.move(x, y);
    await page.mouse.up();
  },
  async pinch(page, { fingers }) {
    const touches = [];
    for (const [{ x, y }] of fingers) touches.push(await page.touchscreen.touchStart(x, y));
    for (const step of [...fingers[0].keys()].slice(1))
      for (const [index, touch] of touches.entries()) {
        const { x, y } = fingers[index][step];
        await touch.move(x, y);
      }
    for (const touch of touches) await touch.end();
  },
  async type(page, { text }) {
    await page.keyboard.type(text);
  },
  async press(page, { keys }) {
    const names = keys.split(/(?<=.)\+/);
    const last = names.pop();
    for (const name of names) await page.keyboard.down(name);
    await page.keyboard.press(last);
    for (const name of names.reverse()) await page.keyboard.up(name);
  },
  async compose(page, { text, key }) {
    const session = await page.createCDPSession();
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    // An input method has the code 229 for every key of its own.
    await session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      windowsVirtualKeyCode: 229,
      ...key,
    });
    await session.send('Input.insertText', { text });
    await session.detach();
  },
  async 'forced-colours'(page, { active }) {
    await forcing.get(page)?.detach();
    forcing.delete(page);
    if (!active) return;
    const session = await page.createCDPSession();
    forcing.set(page, session);
    await session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
  },
  async 'time-zone'(page, { name }) {
    await page.emulateTimezone(name);
  },
  async 'allow-clipboard'(page) {
    const { origin } = new URL(page.url());
    await page
      .browserContext()
      .overridePermissions(origin, [
        'clipboard-read',
        'clipboard-write',
        'clipboard-sanitized-write',
      ]);
  },
};

const pointer = (actions) => [
  { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions },
];
const move = ({ x, y }) => ({ type: 'pointerMove', origin: 'viewport', x, y, duration: 0 });
const down = { type: 'pointerDown', button: 0 };
const up = { type: 'pointerUp', button: 0 };

const byWebDriver = {
  async move(driver, at) {
    await driver.performActions(pointer([move(at)]));
  },
  async click(driver, at) {
    await driver.performActions(pointer([move(at), down, up]));
  },
  async drag(driver, { points: [first, ...others] }) {
    await driver.performActions(pointer([move(first), down, ...others.map(move), up]));
  },
  async type(driver, { text }) {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await driver.performActions([{ type: 'key', id: 'keyboard', actions }]);
  },
  async press(driver, { keys }) {
    await driver.performActions(keyActions(keysOf(keys)).actions);
  },
};

/** Real keys and a real pointer for test pages: `input-click`, `input-type` and so on, as input.ts sends them. */
export const realInput = () => ({
  name: 'real-input',
  async executeCommand({ command, payload, session: { id, browser } }) {
    const name = /^input-(.+)$/.exec(command)?.[1];
    if (!name) return undefined;
    const isPuppeteer = browser.type === 'puppeteer';
    const act = (isPuppeteer ? byPuppeteer : byWebDriver)[name];
    if (!act) throw new Error(`${browser.name} has no command ${command}`);
    await act(isPuppeteer ? browser.getPage(id) : browser.driver, payload ?? {});
    return true;
  },
});
