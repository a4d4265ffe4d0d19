import { waitUntil } from '../tools/wait-until.js';
import { webKitCapabilities, type WebKitServer } from '../tools/webkit.mjs';
import {
  asCall,
  emptyPage,
  isNamed,
  lastViolation,
  lastViolationOf,
  patience,
  readText,
  usualSize,
  type Name,
  type Page,
  type Violation,
} from './page.js';
import { findElements, labelOf, selectorOfFields, selectorOfRole } from './webkit-elements.js';
import { keyActions, keysOf } from './webkit-keys.js';
import { startProxy, type Proxy } from './webkit-proxy.js';

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
type ElementReference = Record<typeof elementKey, string>;

/** Moves the pointer to the middle of an element, and presses. */
const clickAt = (origin: ElementReference): object => ({
  actions: [
    {
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [
        { type: 'pointerMove', origin, x: 0, y: 0 },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    },
  ],
});

/** The commands of a W3C WebDriver session, as plain HTTP. */
class Session {
  private constructor(private readonly address: string) {}

  static async start(
    { hostname, port }: WebKitServer,
    miniBrowser: string,
    httpProxy: string,
  ): Promise<Session> {
    const server = new Session(`http://${hostname}:${port}/session`);
    const alwaysMatch = {
      ...webKitCapabilities(miniBrowser),
      proxy: { proxyType: 'manual', httpProxy },
    };
    const { sessionId } = (await server.send('POST', '', { capabilities: { alwaysMatch } })) as {
      sessionId: string;
    };
    return new Session(`${server.address}/${sessionId}`);
  }

  async send(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
    const answer = await fetch(this.address + path, {
      method,
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(3 * patience),
    }).catch((error: unknown) => {
      throw new Error(`WebKit: ${method} ${path} had no answer`, { cause: error });
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok)
      throw new Error(
        `WebKit: ${method} ${path}: ${(value as { message?: string }).message || JSON.stringify(value)}`,
      );
    return value;
  }
}

/**
 * Nothing can be run before a page's own scripts here. But the browser keeps reports of violations for observers that come
 * later, so that one which is added after loading is told of the first byte's violations too.
 */
const observe = (last: string): void => {
  const log = {
    violations: [] as Violation[],
    errors: [] as string[],
    waiting: new Map<string, () => void>(),
  };
  Object.assign(globalThis, { hostsTestLog: log });
  new ReportingObserver(
    (reports) => {
      for (const { body } of reports) {
        const { effectiveDirective, blockedURL, documentURL } = body as unknown as Record<
          string,
          string
        >;
        if (blockedURL?.startsWith(last)) log.waiting.get(new URL(blockedURL).origin)?.();
        else
          log.violations.push({
            directive: effectiveDirective ?? '',
            blocked: blockedURL ?? '',
            document: documentURL ?? '',
          });
      }
    },
    { types: ['csp-violation'], buffered: true },
  ).observe();
  addEventListener('error', ({ message }) => log.errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => log.errors.push(String(reason)));
  const tell = console.error.bind(console);
  console.error = (...parts) => {
    log.errors.push(parts.map(String).join(' '));
    tell(...parts);
  };
};

interface Log {
  readonly violations: readonly Violation[];
  readonly errors: readonly string[];
  readonly waiting: Map<string, () => void>;
}

/** Runs in the page: the log once the violation of that address is in it; nothing where the page has no log. */
function violationsUntil(address: string): Promise<readonly Violation[] | null> {
  const log = Reflect.get(globalThis, 'hostsTestLog') as Log | undefined;
  if (!log) return Promise.resolve(null);
  return new Promise((resolve) => {
    log.waiting.set(address, () => resolve(log.violations));
    new Image().src = address;
  });
}

/** Runs in the page: the errors of all tasks so far; nothing where the page has no log. */
function errorsUntilNow(): Promise<readonly string[] | null> {
  const log = Reflect.get(globalThis, 'hostsTestLog') as Log | undefined;
  return new Promise((resolve) => setTimeout(() => resolve(log?.errors ?? null)));
}

/** In CSS pixels; about what the toolbar of its window takes. */
const leastWidth = 450;

class WebKitDriver implements Page {
  readonly browser = 'webkit';
  #asked = 0;

  constructor(
    private readonly session: Session,
    private readonly proxy: Proxy,
  ) {}

  async goto(url: string): Promise<void> {
    await this.session.send('POST', '/url', { url });
    await this.evaluate(observe, lastViolation);
  }

  /** Names are the browser's own: it is asked what it tells to assistive technology. */
  async #find(selector: string, name: Name): Promise<string[]> {
    const found: string[] = [];
    for (const element of await this.#run<ElementReference[]>(findElements, selector)) {
      const id = element[elementKey];
      // An element that has gone meanwhile has no name.
      const computed = await this.session
        .send('GET', `/element/${id}/computedlabel`)
        .catch(() => undefined);
      const names = [computed, await this.#run<string>(labelOf, element).catch(() => undefined)];
      if (names.some((label) => typeof label === 'string' && label && isNamed(label, name)))
        found.push(id);
    }
    return found;
  }

  async #theOne(what: string, selector: string, name: Name): Promise<string> {
    let found: readonly string[] = [];
    await waitUntil(
      async () => (found = await this.#find(selector, name)).length > 0,
      `There is no ${what} ${String(name)}`,
    );
    const [id = '', ...more] = found;
    if (more.length > 0) throw new Error(`There are ${found.length} of ${what} ${String(name)}`);
    return id;
  }

  async click(role: string, name: Name): Promise<void> {
    const id = await this.#theOne(role, selectorOfRole(role), name);
    // Its driver takes the inside of a text field for something that lies over it.
    if (role === 'textbox')
      await this.session.send('POST', '/actions', clickAt({ [elementKey]: id }));
    else await this.session.send('POST', `/element/${id}/click`, {});
  }
  async fill(name: Name, text: string): Promise<void> {
    const id = await this.#theOne('field', selectorOfFields, name);
    await this.session.send('POST', `/element/${id}/clear`, {});
    await this.session.send('POST', `/element/${id}/value`, { text });
  }
  async select(name: Name, option: string): Promise<void> {
    const id = await this.#theOne('list', 'select', name);
    const pick = (list: HTMLSelectElement, label: string) =>
      [...list.options].find(({ text }) => text === label);
    let found = '';
    // What a list offers may come after the list.
    await waitUntil(
      async () => {
        const there = await this.#run<ElementReference | null>(pick, { [elementKey]: id }, option);
        return (found = there?.[elementKey] ?? '');
      },
      `${String(name)} has no ${option}`,
    );
    await this.session.send('POST', `/element/${found}/click`, {});
  }
  async attach(paths: readonly string[], selector = 'input[type=file]'): Promise<void> {
    const [first] = await this.#run<ElementReference[]>(findElements, selector, true);
    if (!first) throw new Error(`There is no ${selector}`);
    await this.session.send('POST', `/element/${first[elementKey]}/value`, {
      text: paths.join('\n'),
    });
  }
  async press(keys: string, times = 1): Promise<void> {
    await this.session.send('POST', '/actions', keyActions(keysOf(keys), times));
  }
  async type(text: string): Promise<void> {
    for (const character of text)
      await this.session.send('POST', '/actions', keyActions([character]));
  }
  text(): Promise<string> {
    return this.evaluate(readText);
  }
  async waitForText(text: Name): Promise<void> {
    const isThere = (all: string) =>
      typeof text === 'string' ? all.toLowerCase().includes(text.toLowerCase()) : text.test(all);
    let shown = '';
    await waitUntil(
      async () => isThere((shown = await this.text())),
      () => `${String(text)} did not appear, but: ${shown}`,
    );
  }
  async count(role: string, name: Name): Promise<number> {
    return (await this.#find(selectorOfRole(role), name)).length;
  }

  async #run<T>(work: (...args: never[]) => unknown, ...args: unknown[]): Promise<T> {
    const script = `const [args, done] = [[...arguments].slice(0, -1), arguments[arguments.length - 1]];
      Promise.resolve().then(() => ${asCall(work, '...args')}).then(value => done({ value }), error => done({ error: String(error) }));`;
    const { value, error } = (await this.session.send('POST', '/execute/async', {
      script,
      args,
    })) as { value: T; error?: string };
    if (error) throw new Error(error);
    return value;
  }
  evaluate<A extends readonly unknown[], T>(
    work: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T> {
    return this.#run<T>(work, ...args);
  }
  screenshot(): Promise<Buffer> {
    return Promise.reject(
      new Error("WebKit's driver takes no pictures on a screen without a graphics card"),
    );
  }

  async #read<T>(read: () => Promise<T | null>): Promise<T> {
    const known = await read();
    if (known) return known;
    // The page went on to another one by itself.
    await this.evaluate(observe, lastViolation);
    const all = await read();
    if (!all) throw new Error('The page keeps no log');
    return all;
  }
  violations(): Promise<readonly Violation[]> {
    const address = lastViolationOf((this.#asked += 1));
    return this.#read(() => this.evaluate(violationsUntil, address));
  }
  errors(): Promise<readonly string[]> {
    return this.#read(() => this.evaluate(errorsUntilNow));
  }

  /** The window takes its time, and has edges of its own: it is asked until the page in it has the size. */
  setForcedColours(): Promise<void> {
    throw new Error('WebKit has no forced colours');
  }

  async setViewport(width: number, height: number): Promise<void> {
    if (width < leastWidth)
      throw new Error(
        `WebKit's window has a least width of ${leastWidth}, and ${width} is asked for`,
      );
    let rect = { x: 0, y: 0, width, height };
    let inner: readonly number[] = [];
    await waitUntil(
      async () => {
        await this.session.send('POST', '/window/rect', rect);
        const outer = (await this.session.send('GET', '/window/rect')) as typeof rect;
        const [innerWidth, innerHeight] = await this.evaluate(
          () => [window.innerWidth, window.innerHeight] as const,
        );
        inner = [innerWidth, innerHeight];
        if (innerWidth === width && innerHeight === height) return true;
        rect = {
          ...rect,
          width: width + outer.width - innerWidth,
          height: height + outer.height - innerHeight,
        };
        return false;
      },
      () => `WebKit's page is ${inner.join(' × ')}, and ${width} × ${height} is asked for`,
    );
  }
  async setOffline(offline: boolean): Promise<void> {
    this.proxy.setOffline(offline);
  }
  async kill(): Promise<void> {
    const { handle } = (await this.session.send('POST', '/window/new', { type: 'tab' })) as {
      handle: string;
    };
    await this.session.send('DELETE', '/window');
    await this.session.send('POST', '/window', { handle });
  }
  empty(): Promise<void> {
    return emptyPage(this);
  }
  async close(): Promise<void> {
    await this.session.send('DELETE', '');
    this.proxy.close();
  }
}

export async function openWebKitPage(server: WebKitServer, miniBrowser: string): Promise<Page> {
  const proxy = await startProxy();
  const page = new WebKitDriver(await Session.start(server, miniBrowser, proxy.address), proxy);
  await page.setViewport(usualSize.width, usualSize.height);
  return page;
}
