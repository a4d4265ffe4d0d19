import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export const browserNames = ['chromium', 'firefox', 'webkit'];

const { env, platform } = process;

const onPath = (names) =>
  (env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));

const foldersIn = (folder) =>
  existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];

/** Where `npx playwright-core install` puts browsers, newest first. */
const fromPlaywright = (prefix, ...executables) => {
  const cache =
    { darwin: 'Library/Caches/ms-playwright', win32: 'AppData/Local/ms-playwright' }[platform] ??
    '.cache/ms-playwright';
  return foldersIn(env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), cache))
    .filter((folder) => /-\d+$/.test(folder) && folder.replace(/-\d+$/, '').endsWith(prefix))
    .sort((a, b) => Number(b.split('-').at(-1)) - Number(a.split('-').at(-1)))
    .flatMap((folder) => executables.map((name) => join(folder, name)));
};

const programFiles = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);

const places = {
  chromium: () => [
    ...onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']),
    ...['Google Chrome', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
    ...programFiles.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
    ...fromPlaywright(
      'chromium',
      'chrome-linux/chrome',
      'chrome-linux64/chrome',
      'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
      'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      'chrome-win/chrome.exe',
      'chrome-win64/chrome.exe',
    ),
  ],
  firefox: () => [
    ...onPath(['firefox-esr', 'firefox']),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...programFiles.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
    ...fromPlaywright(
      'firefox',
      'firefox/firefox',
      'firefox/Nightly.app/Contents/MacOS/firefox',
      'firefox/firefox.exe',
    ),
  ],
  driver: () => onPath(['WebKitWebDriver']),
  xvfb: () => onPath(['Xvfb']),
  miniBrowser: () =>
    ['/usr/lib', '/usr/libexec', ...foldersIn('/usr/lib')].flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((name) =>
        join(folder, name, 'MiniBrowser'),
      ),
    ),
};

const find = (name, override) => {
  if (override && !existsSync(override)) throw new Error(`There is no program at ${override}`);
  return override ?? places[name]().find((path) => existsSync(path));
};

const findWebKit = () => {
  const webkit = {
    driver: find('driver', env.WEBKIT_DRIVER_BIN),
    miniBrowser: find('miniBrowser', env.MINIBROWSER_BIN),
    xvfb: find('xvfb', env.XVFB_BIN),
  };
  return Object.values(webkit).every(Boolean) ? webkit : undefined;
};

/**
 * The browsers of this computer: `{chromium?: path, firefox?: path, webkit?: {driver, miniBrowser, xvfb}}`. CHROMIUM_BIN,
 * FIREFOX_BIN, WEBKIT_DRIVER_BIN, MINIBROWSER_BIN and XVFB_BIN say otherwise. WebKit is WebKitGTK's own MiniBrowser.
 */
export const findBrowsers = () => ({
  chromium: find('chromium', env.CHROMIUM_BIN),
  firefox: find('firefox', env.FIREFOX_BIN),
  webkit: findWebKit(),
});

/** The browsers to test in: those of BROWSERS (`chromium,webkit`), else every one that is here. */
export const chosenBrowsers = () => {
  const found = findBrowsers();
  const wanted = env.BROWSERS
    ? env.BROWSERS.split(/[\s,]+/).filter(Boolean)
    : browserNames.filter((name) => found[name]);
  for (const name of wanted) {
    if (!browserNames.includes(name))
      throw new Error(`BROWSERS knows ${browserNames.join(', ')}, not ${name}`);
    if (!found[name])
      throw new Error(`BROWSERS asks for ${name}, which was not found on this computer`);
  }
  if (wanted.length === 0)
    throw new Error(
      'No browser was found: install Chromium, Chrome or Firefox, or set CHROMIUM_BIN',
    );
  return Object.fromEntries(wanted.map((name) => [name, found[name]]));
};

/**
 * Chromium refuses its sandbox to root, and most containers lack what it is made of. They have no graphics card either, and
 * without a word Chromium computes one, which takes a fifth more than painting by itself.
 */
export const chromiumArguments =
  process.getuid?.() === 0 || env.CI
    ? ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu']
    : [];
