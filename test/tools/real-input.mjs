import { tsImport } from 'tsx/esm/api';

const { keyActions, keysOf } = await tsImport('../hosts/webkit-keys.ts', import.meta.url);

const byPuppeteer = {
  async click(page, { x, y }) {
    await page.mouse.click(x, y);
  },
  async drag(page, { from, to }) {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
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
const move = ({ x, y }, duration = 0) => ({
  type: 'pointerMove',
  origin: 'viewport',
  x,
  y,
  duration,
});
const down = { type: 'pointerDown', button: 0 };
const up = { type: 'pointerUp', button: 0 };

const byWebDriver = {
  async click(driver, at) {
    await driver.performActions(pointer([move(at), down, up]));
  },
  async drag(driver, { from, to }) {
    await driver.performActions(pointer([move(from), down, move(to, 50), up]));
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
