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
  return (
    foldersIn(env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), cache))
      .filter((folder) => /-\d+$/.test(folder) && folder.replace(/-\d+$/, '').endsWith(prefix))
      // A download that was given up leaves a part of a browser.
      .filter((folder) => existsSync(join(folder, 'INSTALLATION_COMPLETE')))
      .sort((a, b) => Number(b.split('-').at(-1)) - Number(a.split('-').at(-1)))
      .flatMap((folder) => executables.map((name) => join(folder, name)))
  );
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
  headlessShell: () => [
    // Debian's program in the path is a script, which a signal would end without the browser.
    '/usr/lib/chromium/chromium-headless-shell',
    ...onPath(['chromium-headless-shell', 'chrome-headless-shell']),
    ...fromPlaywright(
      'chromium_headless_shell',
      'chrome-linux/headless_shell',
      ...['linux64', 'linux-arm64', 'mac-arm64', 'mac-x64', 'win64'].flatMap((name) =>
        ['', '.exe'].map(
          (ending) => `chrome-headless-shell-${name}/chrome-headless-shell${ending}`,
        ),
      ),
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
 * Chromium without its windows, which takes two thirds of the work: the same engine, the same keys and pointer, the same clipboard.
 * It has no screen to capture. Whoever names a Chromium in CHROMIUM_BIN wants to see that one.
 */
export const findHeadlessShell = () =>
  env.CHROMIUM_BIN && !env.HEADLESS_SHELL_BIN
    ? undefined
    : find('headlessShell', env.HEADLESS_SHELL_BIN);

/** Chromium as people have it. */
export const findWholeChromium = () => find('chromium', env.CHROMIUM_BIN);

/**
 * The browsers of this computer: `{chromium?: path, firefox?: path, webkit?: {driver, miniBrowser, xvfb}}`. CHROMIUM_BIN,
 * HEADLESS_SHELL_BIN, FIREFOX_BIN, WEBKIT_DRIVER_BIN, MINIBROWSER_BIN and XVFB_BIN say otherwise. WebKit is WebKitGTK's own
 * MiniBrowser.
 */
export const findBrowsers = () => ({
  chromium: findHeadlessShell() ?? findWholeChromium(),
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
