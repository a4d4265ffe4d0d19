import type { AxeResults, RunOptions } from 'axe-core';
import { rulesOfAxe } from '../../.storybook/accessibility.js';
import type { Page } from '../hosts/browsers.js';
import { waitUntil } from '../tools/wait-until.js';
import { pathOfAxe, type Storybook } from './storybook.js';

/** What the toolbar chooses. */
export type Globals = Readonly<
  Partial<Record<'language' | 'theme' | 'width' | 'answer' | 'user', string>>
>;

/** Storybook's own messages, as far as they are read here. */
interface Channel {
  last(event: string): readonly unknown[] | undefined;
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
  once(event: string, listener: (payload: unknown) => void): void;
  emit(event: string, ...payload: readonly unknown[]): void;
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  // In WebKit it may be there a moment after loading.
  await waitUntil(
    () => page.evaluate(() => Reflect.has(globalThis, '__STORYBOOK_ADDONS_CHANNEL__')),
    'Storybook never started.',
  );
}

/** What is told to Storybook, as its toolbar and its menu do. */
type Told =
  | readonly [event: 'updateGlobals', { readonly globals: Globals }]
  | readonly [event: 'setCurrentStory', { readonly storyId: string; readonly viewMode: 'story' }];

/**
 * Runs in the page. Waits until the story is painted and its acts are done, after `told` where something is; says what was thrown.
 */
async function failureInPage(told: Told | null): Promise<string | null> {
  const channel = Reflect.get(globalThis, '__STORYBOOK_ADDONS_CHANNEL__') as Channel;
  const failures = [
    'storyThrewException',
    'storyErrored',
    'storyMissing',
    'playFunctionThrewException',
    'unhandledErrorsWhilePlaying',
  ];
  const failure = () => {
    const name = failures.find((event) => channel.last(event));
    if (!name) return undefined;
    const [thrown] = channel.last(name) ?? [];
    return `${name}: ${thrown instanceof Error || (thrown && typeof thrown === 'object' && 'message' in thrown) ? String(thrown.message) : JSON.stringify(thrown)}`;
  };
  const before = channel.last('storyFinished')?.[0];
  const outcome = (): string | null | undefined => {
    const failed = failure();
    if (failed) return failed;
    const finished = channel.last('storyFinished')?.[0];
    return finished && (!told || finished !== before) ? null : undefined;
  };
  return new Promise((resolve) => {
    const events = ['storyFinished', ...failures];
    const check = () => {
      const found = outcome();
      if (found === undefined) return;
      for (const event of events) channel.off(event, look);
      resolve(found);
    };
    // The channel keeps what it told last once it has told everybody.
    const look = () => queueMicrotask(check);
    for (const event of events) channel.on(event, look);
    if (told) channel.emit(told[0], told[1]);
    look();
  });
}

/** Loads a page with a story in it; says what broke. Axe waits until it is asked: see `violationsOf`. */
export async function openStory(
  page: Page,
  { origin }: Storybook,
  id: string,
  globals: Globals,
): Promise<string | null> {
  const chosen = Object.entries({ ...globals, 'a11y.manual': '!true' })
    .map((pair) => pair.join(':'))
    .join(';');
  await open(page, `${origin}/iframe.html?viewMode=story&id=${id}&globals=${chosen}`);
  return page.evaluate(failureInPage, null);
}

/** Chooses in the toolbar while the story is open; says what broke. */
export const turn = (page: Page, globals: Globals): Promise<string | null> =>
  page.evaluate(failureInPage, ['updateGlobals', { globals }] as const);

/**
 * Goes to another story from the one that is open, as who clicks through the menu does; what the toolbar chose stays. Says what
 * broke.
 */
export const goToStory = (page: Page, storyId: string): Promise<string | null> =>
  page.evaluate(failureInPage, ['setCurrentStory', { storyId, viewMode: 'story' }] as const);

/** Runs in the page. */
async function violationsInPage(source: string, options: RunOptions): Promise<string[]> {
  if (!Reflect.has(globalThis, 'axe')) await import(source);
  const { run } = Reflect.get(globalThis, 'axe') as {
    run(context: Element | null, options: RunOptions): Promise<AxeResults>;
  };
  const { violations } = await run(document.querySelector('.host'), options);
  return violations.map(
    ({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`,
  );
}

const everyRule: RunOptions = { runOnly: [...rulesOfAxe] };
const colours: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] } };

/** What axe has against a story: by every rule, or by those whose results depend on the theme. */
export const violationsOf = (page: Page, rules: 'every' | 'colours'): Promise<string[]> =>
  page.evaluate(violationsInPage, pathOfAxe, {
    ...(rules === 'every' ? everyRule : colours),
    resultTypes: ['violations'],
  });

/** Runs in the page. A story hears the toolbar when it is painted the next time. Says whether it is one of a page of documentation. */
async function chooseInPage(globals: Globals): Promise<boolean> {
  const channel = Reflect.get(globalThis, '__STORYBOOK_ADDONS_CHANNEL__') as Channel;
  const before = document.querySelector<HTMLElement>('.host');
  if (before?.dataset['view'] === 'docs') before.dataset['beforeChoice'] = '';
  const rendered = new Promise<unknown>((resolve) => channel.once('storyRendered', resolve));
  channel.emit('updateGlobals', { globals });
  await rendered;
  return before?.dataset['view'] === 'docs';
}

/** Runs in the page. Whether a page of documentation has made its stories anew since the mark was put on one. */
const isMadeAnew = (): boolean =>
  !document.querySelector('[data-before-choice]') && Boolean(document.querySelector('.host'));

/** Chooses in the toolbar, on a story or on a page of documentation. */
export async function choose(page: Page, globals: Globals): Promise<void> {
  if (await page.evaluate(chooseInPage, globals))
    await waitUntil(() => page.evaluate(isMadeAnew), 'The page never made its stories anew.');
}

/** Runs in the page. Waits until a page of documentation is painted, and the acts of its stories are done. */
function docsInPage(): Promise<void> {
  const channel = Reflect.get(globalThis, '__STORYBOOK_ADDONS_CHANNEL__') as Channel;
  const areDone = () =>
    channel.last('docsRendered') &&
    !document.querySelector('[hidden] .host, .sb-story:not(:has(.host))');
  return new Promise((resolve) => {
    const look = () => {
      if (!areDone()) return;
      observer.disconnect();
      channel.off('docsRendered', lookLater);
      resolve();
    };
    const lookLater = () => queueMicrotask(look);
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true, attributeFilter: ['hidden'] });
    channel.on('docsRendered', lookLater);
    look();
  });
}

export async function openDocs(page: Page, { origin }: Storybook, id: string): Promise<void> {
  await open(page, `${origin}/iframe.html?viewMode=docs&id=${id}`);
  await page.evaluate(docsInPage);
}

/** Runs in the page. Makes the panel 320 pixels wide for a moment; what sticks out of it on the right, by its markup. */
function overflowInPage(): string[] {
  const deep = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? deep(element.shadowRoot) : []),
    ]);
  const host = document.querySelector<HTMLElement>('.host');
  const stage = document.querySelector('.stage');
  if (!host || !stage) return ['There is no story.'];
  const { width = '' } = host.dataset;
  host.dataset['width'] = 'narrow';
  const { left, right } = stage.getBoundingClientRect();
  // A modal dialog stands in the window, not in the panel; how it fits there is seen in whole pages.
  const tooWide = deep(stage).filter(
    (element) =>
      element.getBoundingClientRect().right > right + 1 &&
      !element.closest('.visually-hidden, option, input[type=radio], dialog:modal'),
  );
  const content = stage.scrollWidth;
  host.dataset['width'] = width;
  const faults = tooWide.map((element) => element.outerHTML.slice(0, 120));
  if (right - left !== 320) faults.push(`The panel is ${right - left} pixels wide.`);
  if (content > 320) faults.push(`What is in it is ${content} pixels wide.`);
  return faults;
}

/** The largest space between two things, `--support-gap`, and what may be kept free beside it for what may come, in pixels. */
const widestBand = 20 + 16;

/**
 * Runs in the page. Bands of an element of more than so many pixels in which nothing is seen, by the texts before and after. What is seen is
 * texts, controls, pictures, and the edges of what has a border or a ground.
 */
function bandsInPage(most: number): string[] {
  const deep = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? deep(element.shadowRoot) : []),
    ]);
  const bandsOf = (owner: Element): string[] => {
    const all = [...(owner.shadowRoot ? deep(owner.shadowRoot) : []), ...deep(owner)];
    const modal = all.find((element) => element.matches('dialog:modal'));
    // What sticks to the window leaves its place, below the window.
    const sticky = all.filter((element) => getComputedStyle(element).position === 'sticky');
    for (const element of sticky) element.style.position = 'static';
    const isClear = (colour: string) => colour === 'transparent' || colour === 'rgba(0, 0, 0, 0)';
    const solid = 'input, textarea, select, button, canvas, img, svg, progress, [tabindex]';
    const seen = all
      .filter(
        (element) =>
          (!modal || modal.contains(element)) &&
          !element.closest('.visually-hidden') &&
          element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
      )
      .flatMap((element) => {
        const { top, bottom, width, height } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const text = element.textContent?.trim().slice(0, 40) ?? '';
        if (width < 2 || height < 1) return [];
        const hasGround = !isClear(style.backgroundColor);
        const isFilled = hasGround && !element.childElementCount && !text;
        if (isFilled || element.matches(solid)) return [{ top, bottom, text }];
        const hasEdge = (side: 'Top' | 'Bottom') =>
          hasGround ||
          (parseFloat(style[`border${side}Width`]) > 0 && !isClear(style[`border${side}Color`]));
        const texts = [...element.childNodes].filter(
          (node): node is Text => node instanceof Text && node.data.trim() !== '',
        );
        return [
          ...(hasEdge('Top') ? [{ top, bottom: top, text }] : []),
          ...(hasEdge('Bottom') ? [{ top: bottom, bottom, text }] : []),
          ...texts.flatMap((node) => {
            const range = document.createRange();
            range.selectNodeContents(node);
            return [...range.getClientRects()].map((line) => ({
              top: line.top,
              bottom: line.bottom,
              text,
            }));
          }),
        ];
      })
      .sort((one, other) => one.top - other.top);
    for (const element of sticky) element.style.position = '';
    const bands: string[] = [];
    let [last] = seen;
    for (const next of seen) {
      if (last && next.top - last.bottom > most)
        bands.push(
          `${Math.round(next.top - last.bottom)} pixels between “${last.text}” and “${next.text}”`,
        );
      if (!last || next.bottom >= last.bottom) last = next;
    }
    return bands;
  };
  return deep(document)
    .filter((element) => element.shadowRoot && element.getRootNode() === document)
    .flatMap(bandsOf);
}

/** Resolves when no element keeps room for nothing, in the width that it has: what loads has the room that it takes until it is there. */
export async function seesNoBand(page: Page): Promise<void> {
  let bands: string[] = [];
  await waitUntil(
    async () => (bands = await page.evaluate(bandsInPage, widestBand)).length === 0,
    () => bands.join('\n'),
  );
}

/** Runs in the page. What is chosen of several, and looks like the others of them. */
function unseenChoicesInPage(): string[] {
  const deep = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? deep(element.shadowRoot) : []),
    ]);
  const look = (element: HTMLElement) => {
    const style = getComputedStyle(element);
    const before = getComputedStyle(element, '::before').content;
    const { color, backgroundColor, borderColor, borderWidth, borderStyle } = style;
    const { outlineStyle, fontWeight, textDecorationLine } = style;
    return [color, backgroundColor, borderColor, borderWidth, borderStyle, before]
      .concat(outlineStyle, fontWeight, textDecorationLine)
      .join();
  };
  const groups = new Map<Element | null, HTMLElement[]>();
  for (const element of deep(document)) {
    const radio = element.querySelector<HTMLInputElement>(':scope > input[type=radio]');
    const isOption = radio && getComputedStyle(radio).opacity === '0';
    if (
      (isOption || element.matches('[aria-pressed], [aria-current]')) &&
      element.checkVisibility()
    )
      groups.set(element.parentElement, [...(groups.get(element.parentElement) ?? []), element]);
  }
  const isChosen = (element: HTMLElement) =>
    element.matches(
      '[aria-pressed=true], [aria-current]:not([aria-current=false]), :has(> :checked)',
    );
  return [...groups.values()].flatMap((group) => {
    const others = new Set(group.filter((element) => !isChosen(element)).map(look));
    return group
      .filter((element) => isChosen(element) && others.has(look(element)))
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

export const unseenChoices = (page: Page): Promise<string[]> => page.evaluate(unseenChoicesInPage);

export const overflow = (page: Page): Promise<string[]> => page.evaluate(overflowInPage);

interface FocusWatch {
  /**
   * The controls that Tab has not reached, and those that don't show that they have the focus; nothing where a control has given
   * way to another one since, as when a text arrives in another language.
   */
  faults(): FocusFaults | null;
}

interface FocusFaults {
  readonly notReached: readonly string[];
  readonly notSeen: readonly string[];
}

/**
 * Runs in the page. Finds the controls that Tab must reach, notes from now on where each press of Tab ends, and puts the focus
 * before the first of them.
 */
function watchFocusInPage(): number {
  const deep = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? deep(element.shadowRoot) : []),
    ]);
  const host = document.querySelector<HTMLElement>('.host');
  if (!host) throw new Error('There is no story.');
  const isControl = (element: HTMLElement) =>
    element.matches('a[href], button, input, select, textarea, summary, [tabindex]') &&
    !element.matches(':disabled, [tabindex="-1"], [type=hidden]') &&
    element.checkVisibility({ visibilityProperty: true });
  // Of a group of radio buttons Tab reaches the chosen one.
  const isReached = (element: HTMLElement) =>
    !(element instanceof HTMLInputElement && element.type === 'radio') || element.checked;
  // Of a page with a modal dialog it reaches what is in that.
  const all = deep(host);
  const modal = all.find((element) => element.matches('dialog:modal'));
  const waiting = new Set(
    all.filter(
      (element) => isControl(element) && isReached(element) && (!modal || modal.contains(element)),
    ),
  );
  const count = waiting.size;
  const unseen = new Set<HTMLElement>();
  const focused = (root: DocumentOrShadowRoot = document): Element | null => {
    const active = root.activeElement;
    return (active?.shadowRoot && focused(active.shadowRoot)) ?? active;
  };
  // A control may leave its ring to what stands around it or, as a covered radio button does, beside it.
  const showsFocus = (element: HTMLElement) =>
    [
      element,
      element.parentElement,
      element.parentElement?.parentElement,
      element.nextElementSibling,
    ].some((one) => {
      const { outlineStyle = 'none', outlineWidth = '0' } = one ? getComputedStyle(one) : {};
      return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    });
  const markup = (elements: Iterable<HTMLElement>) =>
    [...elements].map((element) => element.outerHTML.slice(0, 120));
  const look = () => {
    const element = focused();
    if (element instanceof HTMLElement && waiting.delete(element) && !showsFocus(element))
      unseen.add(element);
  };
  const watch: FocusWatch = {
    faults: () =>
      [...waiting].every(({ isConnected }) => isConnected)
        ? { notReached: markup(waiting), notSeen: markup(unseen) }
        : null,
  };
  const endFormer = Reflect.get(globalThis, 'storiesFocusEnd') as (() => void) | undefined;
  endFormer?.();
  addEventListener('keyup', look, true);
  const storiesFocusEnd = () => removeEventListener('keyup', look, true);
  Object.assign(globalThis, { storiesFocus: watch, storiesFocusEnd });
  // Outside of a modal dialog nothing takes the focus.
  const start = modal ?? host;
  start.tabIndex = -1;
  start.focus();
  look();
  return count;
}

const faultsInPage = (): FocusFaults | null =>
  (Reflect.get(globalThis, 'storiesFocus') as FocusWatch).faults();

/** Goes through a story by Tab alone; nothing where it has changed meanwhile. */
async function tabOnce(page: Page): Promise<FocusFaults | null> {
  const controls = await page.evaluate(watchFocusInPage);
  let faults = await page.evaluate(faultsInPage);
  // A date field has several stops of its own.
  for (let left = 3 * controls + 10; faults?.notReached.length && left > 0;) {
    const presses = Math.min(left, faults.notReached.length);
    await page.press('Tab', presses);
    left -= presses;
    faults = await page.evaluate(faultsInPage);
  }
  return faults;
}

/** How often a story may change: each text that arrives in another language, and what is looked for anew in it. */
const mostChanges = 5;

/** Goes through a story by Tab alone, and again from its beginning where it has changed meanwhile. */
export async function tabThrough(page: Page): Promise<FocusFaults> {
  for (let changes = 0; changes <= mostChanges; changes += 1) {
    const faults = await tabOnce(page);
    if (faults) return faults;
  }
  return { notReached: ['The story never stood still.'], notSeen: [] };
}
