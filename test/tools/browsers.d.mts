export type BrowserName = 'chromium' | 'firefox' | 'webkit';

export interface WebKitPrograms {
  readonly driver: string;
  readonly miniBrowser: string;
  readonly xvfb: string;
}

export interface Browsers {
  readonly chromium?: string;
  readonly firefox?: string;
  readonly webkit?: WebKitPrograms;
}

export const browserNames: readonly BrowserName[];
export const chromiumArguments: string[];
export function findHeadlessShell(): string | undefined;
export function findWholeChromium(): string | undefined;
export function findBrowsers(): Browsers;
export function chosenBrowsers(): Browsers;
