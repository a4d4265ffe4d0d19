import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { browserNames, findBrowsers, findHeadlessShell, findWholeChromium } from './browsers.mjs';

const titles = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKit',
  postgresql: 'PostgreSQL',
};

const hasPostgres = () => {
  const debian = '/usr/lib/postgresql';
  const folders = [
    ...(existsSync(debian)
      ? readdirSync(debian).map((version) => join(debian, version, 'bin'))
      : []),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.some((folder) => existsSync(join(folder, 'initdb')));
};

const missing = () => {
  const browsers = { ...findBrowsers(), chromium: findWholeChromium() };
  return [
    ...browserNames.filter((name) => !browsers[name]),
    ...(hasPostgres() ? [] : ['postgresql']),
  ];
};

const run = (command, args, { timeout = 600_000, output = 'inherit' } = {}) => {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', output, output],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout,
  });
  return status === 0;
};

const isUbuntu = () =>
  existsSync('/etc/os-release') && /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'));

const fonts = ['fonts-open-sans', 'fonts-dejavu-core'];

/** Ubuntu's packages of the two browsers only point to snaps, which don't run in a container. */
const debianPackages = () => ({
  chromium: isUbuntu() ? [] : ['chromium', ...fonts],
  firefox: isUbuntu() ? [] : ['firefox-esr', ...fonts],
  webkit: ['webkit2gtk-driver', 'xvfb', ...fonts],
  postgresql: ['postgresql'],
});

const canUseApt = () =>
  process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;

const installByApt = (wanted) => {
  const byName = debianPackages();
  const packages = [...new Set(wanted.flatMap((name) => byName[name]))];
  if (packages.length === 0) return;
  console.log(`Installing with apt-get: ${packages.join(' ')}`);
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
};

const playwright = () =>
  join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');

const installByPlaywright = (wanted) => {
  const browsers = wanted.filter((name) => name === 'chromium' || name === 'firefox');
  if (browsers.length === 0) return;
  console.log(`Downloading with Playwright: ${browsers.map((name) => titles[name]).join(', ')}`);
  run(process.execPath, [playwright(), 'install', ...browsers]);
};

const shell = 'chromium-headless-shell';

/** A minute is less than what one run of all tests saves by it. */
const longestForShell = 60_000;

/** Gets Chromium's headless shell, without which the tests run as well, in the whole Chromium. */
const installShell = () => {
  const end = Date.now() + longestForShell;
  const isInTime = (command, args) =>
    run(command, args, { output: 'ignore', timeout: Math.max(end - Date.now(), 1) });
  const byPlaywright = () => isInTime(process.execPath, [playwright(), 'install', shell]);
  // The version of the Chromium that is here, which stays as it is. Only the download may be given up halfway.
  const byApt = () => {
    const { stdout } = spawnSync('dpkg', ['-s', 'chromium-common'], { encoding: 'utf8' });
    const [, version] = /^Version: (.+)$/m.exec(stdout ?? '') ?? [];
    const install = ['install', '-y', '-qq', '--no-install-recommends'];
    install.push(version ? `${shell}=${version}` : shell);
    const download = () => isInTime('apt-get', [...install, '--download-only']);
    const update = () =>
      isInTime('apt-get', ['update', '-qq', '-o', 'APT::Update::Error-Mode=any']);
    if (download()) return run('apt-get', install, { output: 'ignore' });
    // Without a network Playwright would ask for a long time.
    if (!update()) return false;
    return download() ? run('apt-get', install, { output: 'ignore' }) : byPlaywright();
  };
  console.log(`Installing ${shell}, in which the tests take less time`);
  if (!(canUseApt() && !isUbuntu() ? byApt() : byPlaywright()))
    console.log(`${shell} can't be had: the tests run in the whole Chromium.`);
};

const advice = {
  chromium: 'the tests run without it. Install Chromium or Chrome, or set CHROMIUM_BIN',
  firefox: 'the tests run without it. Install Firefox, or set FIREFOX_BIN',
  webkit: 'the tests run without it. On Debian: apt-get install webkit2gtk-driver xvfb',
  postgresql:
    'the endpoint is tested on the embedded database alone. On Debian: apt-get install postgresql',
};

/**
 * Gets the browsers and the database that the tests want and this computer lacks, says in plain words what it did, and
 * what it could not get. TEST_INSTALL=no leaves the computer as it is. Throws when no browser is left to test in.
 *
 * @param {readonly string[]} wanted names of browsers, and `postgresql`
 */
export const installMissing = (wanted) => {
  const lacking = () => missing().filter((name) => wanted.includes(name));
  if (process.env.TEST_INSTALL !== 'no') {
    if (lacking().length > 0 && canUseApt()) installByApt(lacking());
    if (lacking().length > 0) installByPlaywright(lacking());
    const { CHROMIUM_BIN } = process.env;
    if (wanted.includes('chromium') && !CHROMIUM_BIN && !findHeadlessShell()) installShell();
  }
  // Where the whole Chromium can't be had, its headless shell serves for all but the capture of a screen.
  const without = lacking().filter((name) => !findBrowsers()[name]);
  for (const name of without) console.log(`${titles[name]} was not found: ${advice[name]}.`);
  const wantedBrowsers = browserNames.filter((name) => wanted.includes(name));
  if (wantedBrowsers.length === 0) return;
  const browsers = findBrowsers();
  const here = wantedBrowsers.filter((name) => browsers[name]);
  if (here.length === 0) throw new Error('There is no browser to test in.');
  console.log(`Browsers: ${here.map((name) => titles[name]).join(', ')}`);
};
