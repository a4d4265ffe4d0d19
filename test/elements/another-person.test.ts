import { expect, html } from '@open-wc/testing';
import { render } from 'lit';
import '../../src/context/support-provider.define.js';
import type { SupportProvider } from '../../src/context/support-provider.js';
import '../../src/elements/advisory-access-approval/advisory-access-approval.define.js';
import '../../src/elements/advisory-access-badge/advisory-access-badge.define.js';
import '../../src/elements/remote-support-download/remote-support-download.define.js';
import '../../src/elements/screenshot-attach/screenshot-attach.define.js';
import '../../src/elements/support-request-form/support-request-form.define.js';
import '../../src/elements/support-request-list/support-request-list.define.js';
import { listAdvisoryAccess } from '../../src/contract/advisory-access.js';
import { ask, clientOf } from '../tools/advisory.js';
import { openGate, type Gate } from '../tools/gate.js';
import { freshTokenFor, tokenFor, type DemoUser } from '../tools/sign-in.js';
import { waitUntil } from '../tools/wait-until.js';
import { screenshot } from './screenshot-attach/attach-page.js';
import { FormPage } from './support-request-form/form-page.js';
import { ListPage, send } from './support-request-list/list-page.js';

/** Everything that stands in an element, shown or not: texts, names, and what fields hold. */
function everythingIn(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element || node instanceof ShadowRoot)) return '';
  const own =
    node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement
      ? [node.value]
      : node instanceof Element
        ? [node.ariaLabel ?? '', node.getAttribute('title') ?? '']
        : [];
  const inside = node instanceof Element && node.shadowRoot ? [node.shadowRoot] : [];
  return [...own, ...[...inside, ...node.childNodes].map(everythingIn)].join(' ');
}

/** Words that only Maija, or what she wrote, brings onto the page. */
const hers = /Maija|Mäkelä|maija|Äyräs|salaisuu/;

type Tag = keyof HTMLElementTagNameMap &
  (
    | 'support-request-form'
    | 'support-request-list'
    | 'advisory-access-approval'
    | 'advisory-access-badge'
    | 'remote-support-download'
  );

/** A page with every element, at which Maija has been. */
class SharedPage {
  readonly place = document.body.appendChild(document.createElement('div'));
  user: DemoUser = 'main-user';

  get provider(): SupportProvider {
    const found = this.place.querySelector('support-provider');
    if (!found) throw new Error('There is no provider.');
    return found;
  }

  find<T extends Tag>(tag: T): HTMLElementTagNameMap[T] {
    const found = this.place.querySelector(tag);
    if (!found) throw new Error(`There is no ${tag}.`);
    return found;
  }

  get form(): FormPage {
    return new FormPage(this.find('support-request-form'));
  }

  get list(): ListPage {
    return new ListPage(this.find('support-request-list'));
  }

  /** The one in the form, and the one that stands alone. */
  get pictures(): HTMLElementTagNameMap['screenshot-attach'][] {
    const inForm = this.form.root.querySelector('screenshot-attach');
    const alone = this.place.querySelector('screenshot-attach');
    return [inForm, alone].filter((found) => found !== null);
  }

  async open(settings: Partial<SupportProvider>): Promise<void> {
    render(
      html`
        <support-provider product="fivaldi" application="kirjanpito" locale="fi">
          <support-request-form drafts="all"></support-request-form>
          <advisory-access-approval></advisory-access-approval>
          <advisory-access-badge></advisory-access-badge>
          <support-request-list></support-request-list>
          <remote-support-download></remote-support-download>
          <screenshot-attach></screenshot-attach>
        </support-provider>
      `,
      this.place,
    );
    Object.assign(this.provider, settings);
    await this.form.reads('Maija Mäkelä');
  }

  /** Maija leaves something of hers in every element. */
  async use(request: string): Promise<void> {
    await this.form.write('Ongelma lyhyesti', 'salaisuuteni');
    await waitUntil(
      () => this.pictures.length === 2 && this.pictures.every((element) => 'addFiles' in element),
      'There are no places for pictures',
    );
    for (const element of this.pictures)
      await element.addFiles([await screenshot('salaisuus.png')]);
    await waitUntil(
      () => this.find('advisory-access-badge').count > 0,
      'The badge never showed anything',
    );
    await waitUntil(
      () => hers.test(everythingIn(this.find('advisory-access-approval'))),
      'No request for advisory access is shown',
    );
    this.find('support-request-list').open(request);
    await this.list.sees('#reply');
    await this.list.write('Vastauksen salaisuus');
    const remote = this.find('remote-support-download').shadowRoot;
    remote?.querySelector<HTMLElement>('[aria-pressed]')?.click();
    await waitUntil(() => remote?.querySelector('#program'), 'The program is not shown');
    await waitUntil(() => this.drafts.some((draft) => hers.test(draft)), 'No draft was kept');
  }

  get drafts(): string[] {
    return Object.keys(localStorage).map((key) => localStorage.getItem(key) ?? '');
  }

  close(): void {
    this.place.remove();
    localStorage.clear();
  }
}

const theirCount = async (): Promise<number> =>
  (await clientOf('other-tenant').send(listAdvisoryAccess, {})).pendingCount;

const waitFor = (element: () => Element, what: RegExp): Promise<void> =>
  waitUntil(
    () => what.test(everythingIn(element())),
    () => `${what} never appeared. There is: ${everythingIn(element())}`,
  );

/** As the browser does when its window is looked at again. */
const lookAgain = () => document.dispatchEvent(new Event('visibilitychange'));

const setSession = async (user: DemoUser | undefined): Promise<void> => {
  const token = user && (await tokenFor(user));
  const age = user ? '' : '; max-age=0';
  document.cookie = `demo-session=${token ?? ''}; path=/${age}`;
  document.cookie = `XSRF-TOKEN=proof; path=/${age}`;
};

interface Way {
  readonly title: string;
  readonly settings: (page: SharedPage) => Partial<SupportProvider>;
  readonly before?: () => Promise<void>;
  readonly change: (page: SharedPage, gate: Gate) => Promise<unknown>;
}

const byFunction = (page: SharedPage) => ({ accessToken: () => tokenFor(page.user) });

const ways: readonly Way[] = [
  {
    title: 'whose token the same function gives when an element is added',
    settings: byFunction,
    change: async ({ provider }) =>
      provider.append(document.createElement('advisory-access-badge')),
  },
  {
    title: 'whose token another function gives',
    settings: byFunction,
    change: async ({ provider }) => {
      provider.accessToken = () => tokenFor('other-tenant');
    },
  },
  {
    title: 'whose token comes after the endpoint refused the former one',
    settings: byFunction,
    change: async (page, gate) => {
      await gate.plan([{ status: 401, path: '/support-requests*' }]);
      await page.find('support-request-list').refresh();
    },
  },
  {
    title: 'after clearDrafts()',
    settings: byFunction,
    change: async ({ provider }) => provider.clearDrafts(),
  },
  {
    title: 'whose token is given as a text',
    settings: () => ({}),
    change: async ({ provider }) => {
      provider.accessToken = await tokenFor('other-tenant');
    },
  },
  {
    title: 'whose session cookie is there when the page is looked at again',
    settings: () => ({}),
    before: () => setSession('main-user'),
    change: async () => {
      await setSession('other-tenant');
      lookAgain();
    },
  },
  {
    title: 'after a session that had ended',
    settings: () => ({}),
    before: () => setSession('main-user'),
    change: async (page) => {
      await setSession(undefined);
      await page.find('support-request-list').refresh();
      await setSession('other-tenant');
      await page.find('support-request-list').refresh();
    },
  },
  {
    title: 'whom the host tells by another user-id',
    settings: (page) => ({ ...byFunction(page), userId: 'ayras-maija' }),
    change: async ({ provider }) => {
      provider.userId = 'virta-olli';
    },
  },
];

for (const { title, settings, before: prepare, change } of ways) {
  describe(`another person ${title}`, () => {
    let page: SharedPage;
    let provided: unknown;

    before(async () => {
      localStorage.clear();
      await ask();
      const request = await send({ summary: 'Maijan salaisuus' });
      const gate = await openGate();
      await prepare?.();
      page = new SharedPage();
      const given = settings(page);
      const byText = title.includes('as a text') && { accessToken: await tokenFor('main-user') };
      await page.open({ endpoint: gate.endpoint, ...given, ...byText });
      await page.use(request);
      provided = page.provider.provided.connection;
      page.user = 'other-tenant';
      await change(page, gate);
    });
    after(async () => {
      page.close();
      await setSession(undefined);
    });

    const sees = (tag: Tag, theirs: RegExp) => async () => {
      await waitFor(() => page.find(tag), theirs);
      await waitUntil(
        () => !hers.test(everythingIn(page.find(tag))),
        () => `There is: ${everythingIn(page.find(tag))}`,
      );
    };

    it('finds an empty support-request-form with their own details', async () => {
      await sees('support-request-form', /Olli Öhman/)();
      await waitUntil(
        () => !page.drafts.some((draft) => hers.test(draft)),
        () => `A draft is still there: ${page.drafts.filter((draft) => hers.test(draft)).join()}`,
      );
    });

    it('finds no picture in screenshot-attach, in the form or alone', async () => {
      await waitUntil(
        () => page.pictures.every(({ files }) => files.length === 0),
        'There are pictures',
      );
      for (const element of page.pictures) expect(everythingIn(element)).not.to.match(hers);
    });

    it('finds only their own in advisory-access-approval', async () => {
      await sees('advisory-access-approval', /Neuvontaoikeudet/)();
      await waitUntil(
        async () => page.find('advisory-access-approval').pendingCount === (await theirCount()),
        'The former count is still there',
      );
    });

    it('finds only their own count in advisory-access-badge', async () => {
      const badge = page.find('advisory-access-badge');
      await waitUntil(
        async () => badge.count === (await theirCount()),
        'The former count is still there',
      );
      await badge.updateComplete;
      expect(everythingIn(badge).trim() === '').to.equal(badge.count === 0);
    });

    it('finds only their own in support-request-list', async () => {
      await sees('support-request-list', /Tukipyynnöt/)();
      expect(page.list.root.querySelector('#reply')).to.equal(null);
    });

    it('is asked anew who called by remote-support-download', async () => {
      const remote = () => page.find('remote-support-download').shadowRoot;
      await waitUntil(() => !remote()?.querySelector('#program'), 'The answer is still there');
      expect(remote()?.querySelector('[aria-pressed=true]')).to.equal(null);
    });

    it('is whom support-provider asks for', async () => {
      await waitUntil(
        () => page.provider.provided.connection !== provided,
        'The former connection is still there',
      );
      expect((await page.provider.provided.connection?.me('fi'))?.name).to.equal('Olli Öhman');
    });
  });
}

describe('the same person', () => {
  const open = async (settings: (page: SharedPage) => Partial<SupportProvider>) => {
    localStorage.clear();
    const request = await send({ summary: 'Maijan salaisuus' });
    const gate = await openGate();
    const page = new SharedPage();
    await page.open({ endpoint: gate.endpoint, ...settings(page) });
    await ask();
    await page.use(request);
    return { page, gate };
  };

  const keepsAll = (page: SharedPage) => {
    expect(page.form.control('Ongelma lyhyesti').value).to.equal('salaisuuteni');
    expect(page.pictures.map(({ files }) => files.length)).to.deep.equal([1, 1]);
    expect(page.list.find<HTMLTextAreaElement>('#reply').value).to.equal('Vastauksen salaisuus');
  };

  it('keeps everything when their user-id is said late, and goes away for a moment', async () => {
    const { page } = await open(byFunction);
    const { provider } = page;
    for (const userId of ['ayras-maija', undefined, 'ayras-maija']) {
      provider.userId = userId;
      await provider.updateComplete;
      await page.list.element.updateComplete;
      await page.list.element.refresh();
      keepsAll(page);
    }
    await waitUntil(
      () => page.drafts.some((draft) => draft.includes('salaisuuteni')),
      'The draft is gone',
    );
    page.close();
  });

  it('keeps everything when their token is another one after the former was refused', async () => {
    let calls = 0;
    const { page, gate } = await open(() => ({
      accessToken: () => {
        calls += 1;
        return freshTokenFor('main-user');
      },
    }));
    await gate.plan([{ status: 401, path: '/support-requests*' }]);
    await page.list.element.refresh();
    keepsAll(page);
    lookAgain();
    await page.list.element.refresh();
    keepsAll(page);
    expect(calls).to.equal(3);
    page.close();
  });
});
