import { configureLocalization, msg } from '@lit/localize';
import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { stub } from 'sinon';
import '../../src/context/support-provider.define.js';
import type { Catalogue, Catalogues } from '../../src/localization/localization-controller.js';
import { messageId } from '../../src/localization/message-id.js';
import { waitUntil } from '../tools/wait-until.js';
import { registeredLanguages } from '../../src/localization/registered-languages.js';
import { greetings, TestSpeaker } from './speaker.js';

const english = 'Good morning (en)';
const finnish = 'Hyvää huomenta (fi)';
const swedish = 'God morgon (sv)';

const open = (content: unknown): Promise<HTMLElement> => fixture(html`<div>${content}</div>`);

function speaker(root: ParentNode = document): TestSpeaker {
  const found = root.querySelector('test-speaker');
  if (!found) throw new Error('Nobody speaks.');
  return found;
}

/** Until an element says something. */
const says = (element: TestSpeaker, text: string): Promise<void> =>
  waitUntil(
    () => element.painted.at(-1) === text,
    () => `It never said "${text}" but: ${element.painted.join(', ')}`,
  );

const documentLang = document.documentElement.lang;
afterEach(() => {
  document.documentElement.lang = documentLang;
  TestSpeaker.catalogues = greetings;
});

describe('the language of a widget', () => {
  it('is its own locale, whatever stands around it', async () => {
    await open(
      html`<div lang="sv"><support-provider locale="en"><test-speaker locale="fi"></test-speaker></support-provider></div>`,
    );
    await says(speaker(), finnish);
  });

  it("is its provider's locale, else the nearest lang", async () => {
    await open(
      html`<div lang="sv"><support-provider locale="fi"><test-speaker></test-speaker></support-provider></div>`,
    );
    await says(speaker(), finnish);
    document.querySelector('support-provider')?.removeAttribute('locale');
    await says(speaker(), swedish);
  });

  it('is kept by words that were added when those that were asked for before come after them', async () => {
    const other = (word: string): Catalogue => ({ templates: { other: word } });
    const asked: ((catalogue: Catalogue) => void)[] = [];
    TestSpeaker.catalogues = { fi: () => new Promise((resolve) => asked.push(resolve)) };
    await open(html`<test-speaker locale="fi"></test-speaker>`);
    const added = speaker().l10n.add(greetings);
    await waitUntil(() => asked.length === 2, 'Nobody asked');
    asked[1]?.(other('Toinen'));
    await added;
    asked[0]?.(other('Toinen'));
    await says(speaker(), finnish);
    await new Promise((resolve) => setTimeout(resolve));
    await speaker().updateComplete;
    expect(speaker().painted).to.deep.equal([finnish]);
  });

  it('is spoken as soon as its words can be loaded, where they could not be at first', async () => {
    const warn = stub(console, 'warn');
    try {
      let isDown = true;
      TestSpeaker.catalogues = {
        fi: async () => {
          if (isDown) throw new TypeError('Failed to fetch');
          return greetings.fi?.() ?? Promise.reject(new Error('No Finnish'));
        },
      };
      await open(html`<test-speaker locale="fi"></test-speaker>`);
      await says(speaker(), english);
      isDown = false;
      window.dispatchEvent(new Event('online'));
      await says(speaker(), finnish);
    } finally {
      warn.restore();
    }
  });

  it('is not decided by an empty attribute', async () => {
    await open(html`<div lang="fi"><p lang=""><test-speaker locale=""></test-speaker></p></div>`);
    await says(speaker(), finnish);
  });

  it("is the document's, else English", async () => {
    document.documentElement.lang = 'fi';
    await open(html`<test-speaker></test-speaker>`);
    await says(speaker(), finnish);
    document.documentElement.lang = '';
    await says(speaker(), english);
  });

  it('does not depend on subtags or case', async () => {
    for (const tag of ['fi-FI', 'FI', 'fi_FI', 'fi-Latn-FI-x-savo']) {
      const page = await open(html`<test-speaker locale=${tag}></test-speaker>`);
      await says(speaker(page), finnish);
    }
  });

  it('is English where it is one that nobody has translated', async () => {
    for (const tag of ['de', 'fil', 'fin', 'x', 'constructor', '-']) {
      const page = await open(
        html`<div lang="fi"><test-speaker locale=${tag}></test-speaker></div>`,
      );
      await says(speaker(page), english);
    }
  });

  it('is found across shadow roots', async () => {
    const page = await open(html`<div id="host" lang="fi"></div>`);
    const element = document.createElement('test-speaker');
    page.querySelector('#host')?.attachShadow({ mode: 'open' }).append(element);
    await says(element, finnish);
    page.querySelector('#host')?.setAttribute('lang', 'sv');
    await says(element, swedish);
  });

  it('is found at the slot that it stands in, and followed there', async () => {
    const page = await open(html`<div id="host" lang="sv"><test-speaker></test-speaker></div>`);
    const inside = document.createElement('section');
    inside.lang = 'fi';
    inside.append(document.createElement('slot'));
    const element = speaker(page);
    page.querySelector('#host')?.attachShadow({ mode: 'open' }).append(inside);
    page.append(page.querySelector('#host') ?? '');
    await says(element, finnish);
    inside.lang = 'en';
    await says(element, english);
  });

  it('changes live, and to and fro', async () => {
    const page = await open(html`<div id="around" lang="en"><test-speaker></test-speaker></div>`);
    const around = page.querySelector('#around');
    const element = speaker(page);
    for (const [lang, text] of [
      ['en', english],
      ['fi', finnish],
      ['sv', swedish],
      ['fi', finnish],
      ['en', english],
    ] as const) {
      around?.setAttribute('lang', lang);
      await says(element, text);
    }
    expect(element.painted).to.deep.equal([english, finnish, swedish, finnish, english]);
  });

  it('changes with the place to which a widget is moved', async () => {
    const page = await open(
      html`<div lang="fi"><test-speaker></test-speaker></div><div id="there" lang="sv"></div>`,
    );
    const element = speaker(page);
    await says(element, finnish);
    page.querySelector('#there')?.append(element);
    await says(element, swedish);
  });

  it('can be another one in each widget', async () => {
    const page = await open(
      html`<test-speaker locale="fi"></test-speaker><test-speaker locale="sv"></test-speaker><test-speaker locale="en"></test-speaker>`,
    );
    const all = [...page.querySelectorAll('test-speaker')];
    await Promise.all(
      [finnish, swedish, english].map((text, index) => says(all[index] ?? speaker(), text)),
    );
    expect(all.map(({ painted }) => painted)).to.deep.equal([[finnish], [swedish], [english]]);
  });
});

describe('the texts of a language', () => {
  it('that the page imports are in the first paint, and nothing is loaded for them', async () => {
    let asked = 0;
    TestSpeaker.catalogues = {
      fi: () => {
        asked += 1;
        return Promise.reject(new TypeError('Failed to fetch'));
      },
    };
    registeredLanguages.set('fi', { [messageId('Good morning')]: 'Hyvää huomenta' });
    try {
      const element = document.createElement('test-speaker');
      element.locale = 'fi';
      document.body.append(element);
      await element.updateComplete;
      expect([element.painted, asked]).to.deep.equal([[finnish], 0]);
      element.remove();
    } finally {
      registeredLanguages.delete('fi');
    }
  });

  it('that the page imports are spoken together with those of a part that is loaded later', async () => {
    TestSpeaker.catalogues = { fi: () => Promise.reject(new TypeError('Failed to fetch')) };
    registeredLanguages.set('fi', { [messageId('Good morning')]: 'Hyvää huomenta' });
    try {
      const element = speaker(await open(html`<test-speaker locale="fi"></test-speaker>`));
      await element.l10n.add({
        fi: () => Promise.resolve({ templates: { [messageId('Good night')]: 'Hyvää yötä' } }),
      });
      expect([element.l10n.msg('Good morning'), element.l10n.msg('Good night')]).to.deep.equal([
        'Hyvää huomenta',
        'Hyvää yötä',
      ]);
    } finally {
      registeredLanguages.delete('fi');
    }
  });

  /** A catalogue that comes when a test says so. */
  function later(): {
    catalogues: Catalogues;
    come: (catalogue: Catalogue) => void;
    fail: () => void;
  } {
    const { promise, resolve, reject } = Promise.withResolvers<Catalogue>();
    return {
      catalogues: { ...greetings, fi: () => promise },
      come: resolve,
      fail: () => reject(new TypeError('Failed to fetch')),
    };
  }
  const text = (greeting: string): Catalogue => ({
    templates: { [messageId('Good morning')]: greeting },
  });

  it('are waited for, and English is never painted before them', async () => {
    const { catalogues, come } = later();
    TestSpeaker.catalogues = catalogues;
    const element = speaker(await open(html`<test-speaker locale="fi"></test-speaker>`));
    await element.updateComplete;
    expect([element.l10n.ready, element.l10n.language, element.painted]).to.deep.equal([
      false,
      'fi',
      [],
    ]);
    come(text('Hyvää huomenta'));
    await says(element, finnish);
    expect(element.painted).to.deep.equal([finnish]);
  });

  it('that come too late are not spoken', async () => {
    const { catalogues, come } = later();
    TestSpeaker.catalogues = catalogues;
    const element = speaker(await open(html`<test-speaker locale="fi"></test-speaker>`));
    element.locale = 'sv';
    await says(element, swedish);
    come(text('Hyvää huomenta'));
    // A task later all that hung on the texts is done, but for the painting that it may have asked for.
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
    expect(element.painted).to.deep.equal([swedish]);
  });

  for (const [when, before] of [
    ['at first', []],
    ['after another language', [swedish]],
  ] as const) {
    it(`are English with a warning when they cannot be loaded, ${when}`, async () => {
      const warn = stub(console, 'warn');
      try {
        const { catalogues, fail } = later();
        TestSpeaker.catalogues = catalogues;
        const element = speaker(
          await open(html`<test-speaker locale=${before.length ? 'sv' : 'fi'}></test-speaker>`),
        );
        if (before.length) await says(element, swedish);
        element.locale = 'fi';
        fail();
        await says(element, english);
        expect(element.painted).to.deep.equal([...before, english]);
        expect(warn.args.map(([message]) => message as string)).to.deep.equal([
          'The texts in "fi" could not be loaded; English is used.',
        ]);
      } finally {
        warn.restore();
      }
    });
  }

  it('of a part that was loaded later are spoken from then on, in every language', async () => {
    const element = speaker(await open(html`<test-speaker locale="fi"></test-speaker>`));
    await says(element, finnish);
    const part = (words: string): Catalogue => ({ templates: { [messageId('Later')]: words } });
    await element.l10n.add({
      fi: () => Promise.resolve(part('Myöhemmin')),
      sv: () => Promise.resolve(part('Senare')),
    });
    expect([element.l10n.msg('Later'), element.l10n.msg('Good morning')]).to.deep.equal([
      'Myöhemmin',
      'Hyvää huomenta',
    ]);
    element.locale = 'sv';
    await says(element, swedish);
    expect(element.l10n.msg('Later')).to.equal('Senare');
  });
});

describe('a host that is translated by @lit/localize itself', () => {
  it('and its widgets do not disturb each other', async () => {
    const templates = { [messageId('Good morning')]: 'no', morning: 'Guten Morgen' };
    const { setLocale } = configureLocalization({
      sourceLocale: 'en',
      targetLocales: ['de'],
      loadLocale: async () => ({ templates }),
    });
    const element = speaker(await open(html`<test-speaker locale="fi"></test-speaker>`));
    await says(element, finnish);
    await setLocale('de');
    element.requestUpdate();
    await element.updateComplete;
    expect([msg('Good morning', { id: 'morning' }), element.painted.at(-1)]).to.deep.equal([
      'Guten Morgen',
      finnish,
    ]);
    element.locale = 'sv';
    await says(element, swedish);
    await setLocale('en');
    expect(msg('Good morning', { id: 'morning' })).to.equal('Good morning');
  });
});
