import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { ask } from '../tools/advisory.js';
import { openGate } from '../tools/gate.js';
import { waitUntil } from '../tools/wait-until.js';
import { openList } from './advisory-access-approval/approval-page.js';
import { openSupport } from './remote-support-download/support-page.js';
import { openForm } from './support-request-form/form-page.js';
import { open as openRequests, send } from './support-request-list/list-page.js';

interface Opened {
  readonly root: ShadowRoot;
  reads(text: string | RegExp): Promise<void>;
}

interface Case {
  /** What the endpoint is slow to tell. */
  readonly late: string;
  readonly open: (endpoint: string) => Promise<Opened>;
  /** What can be read before. */
  readonly before: string | RegExp;
  /** What can be read once it was told. */
  readonly after: (page: Opened) => unknown;
}

const says = (text: RegExp) => (page: Opened) =>
  text.test(page.root.querySelector<HTMLElement>('.root')?.innerText ?? '');
const shows = (selector: string) => (page: Opened) => page.root.querySelector(selector);

const form = (endpoint: string) => openForm({ endpoint });
/** It asks for nothing before somebody is about to use it. */
const support = async (endpoint: string) => {
  const page = await openSupport({ endpoint });
  page.button('Minulle soitettiin').focus();
  return page;
};
const approval = async (endpoint: string) => openList([(await ask()).id], { endpoint });
const requests = (endpoint: string) => openRequests({ endpoint });

const elements: Readonly<Record<string, readonly Case[]>> = {
  'support-request-form': [
    { late: '/me', open: form, before: 'Kuvaus', after: says(/Maija Mäkelä/) },
    { late: '/service*', open: form, before: 'Kuvaus', after: says(/hinnasto/) },
    { late: '/incidents*', open: form, before: 'Maija Mäkelä', after: shows('.ahead-row') },
    { late: '/companies*', open: form, before: 'Kuvaus', after: says(/Kahvila Kulma/) },
  ],
  'support-request-list': [
    { late: '/me', open: requests, before: 'tilikausi', after: says(/Yrityksen/) },
    { late: '/service*', open: requests, before: 'Tukipyynnöt', after: shows('.subject') },
  ],
  'advisory-access-approval': [
    { late: '/me', open: approval, before: 'Laura Niemi', after: says(/Hyväksy/) },
    { late: '/service*', open: approval, before: 'Neuvontaoikeudet', after: says(/Asetukset/) },
    { late: '/me/notices', open: approval, before: 'Hyväksy', after: shows('.news') },
  ],
  'remote-support-download': [
    {
      late: '/service*',
      open: support,
      before: 'Minulle soitettiin',
      after: says(/Puhelinpalvelu/),
    },
  ],
};

/** What a person has in sight to read or to press, and where it stands. */
const placesOf = ({ root }: Opened): Map<Element, string> =>
  new Map(
    [
      ...root.querySelectorAll(
        'h2, h3, label, legend, button, input, select, textarea, a, dt, .control',
      ),
    ]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) &&
          element.getBoundingClientRect().top < innerHeight,
      )
      .map((element) => {
        const { left, top } = element.getBoundingClientRect();
        return [element, `${Math.round(left)}, ${Math.round(top)}`];
      }),
  );

const settled = async () => {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
};

describe('what the endpoint tells late moves nothing', () => {
  before(() => send());
  afterEach(() => setViewport({ width: 800, height: 600 }));

  for (const [tag, cases] of Object.entries(elements)) {
    for (const { late, open, before, after } of cases) {
      for (const width of [320, 1024]) {
        it(`in ${tag} of ${width} pixels: ${late}`, async () => {
          await setViewport({ width, height: 800 });
          const { endpoint, release } = await openGate([{ fault: 'hold', path: late, times: 9 }]);
          const page = await open(endpoint);
          await page.reads(before);
          await settled();
          const places = placesOf(page);
          await release();
          await waitUntil(
            () => after(page),
            () =>
              `Nothing came. There is: ${page.root.querySelector<HTMLElement>('.root')?.innerText}`,
          );
          await settled();
          const now = placesOf(page);
          const moved = [...places].flatMap(([element, place]) => {
            const there = now.get(element);
            return there === undefined || there === place
              ? []
              : `${place} → ${there}: ${element.outerHTML.slice(0, 100)}`;
          });
          expect(moved).to.deep.equal([]);
        });
      }
    }
  }
});
