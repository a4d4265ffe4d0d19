import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Insertable } from 'kysely';
import { listArticles } from '../../src/contract/index.js';
import { excerptOf } from '../../server/src/search/excerpt.js';
import { findArticles } from '../../server/src/search/find-articles.js';
import { openDatabase, type OpenDatabase } from '../../server/src/storage/database.js';
import type { Tables } from '../../server/src/storage/tables.js';
import { onEachDatabase, onOneDatabase } from './tools/databases.js';
import { problemOf, TestEndpoint } from './tools/test-endpoint.js';

/** Forms of one word: whichever is typed, whichever stands in a title. */
const families = [
  'tilikausi tilikauden tilikaudet tilikautta tilikaudella tilikausien',
  'raportti raportin raportit raportteja raporttien',
  'palkkalaskelma palkkalaskelman palkkalaskelmat palkkalaskelmia palkkalaskelmien',
  'alv-ilmoitus alv-ilmoituksen alv-ilmoitukset alv-ilmoituksia',
  'pankkiyhteys pankkiyhteyden pankkiyhteydet pankkiyhteyttä pankkiyhteyksiä',
  'tilinpäätös tilinpäätöksen tilinpäätöstä',
  'tosite tositteen tositteita',
  'salasana salasanan salasanaa',
  'viite viitteen viitteitä',
  'käyttöoikeus käyttöoikeuden käyttöoikeuksia',
  'avaus avauksen avaaminen avaamista avata avaa avattu',
  'ilmoitus ilmoittaminen ilmoittaa',
  'tulostus tulostaminen tulostaa',
  'poisto poistaminen poistaa poistettu',
];

onOneDatabase('A person who types the problem in brief', (storage) => {
  let endpoint: TestEndpoint;

  before(async () => {
    endpoint = await TestEndpoint.open({ storage: await storage() });
  });
  after(() => endpoint.close());

  const find = (q: string, query: Record<string, string> = {}) =>
    endpoint.get(listArticles, { as: 'accountant', query: { q, product: 'fivaldi', ...query } });
  const titles = async (q: string, query?: Record<string, string>) =>
    (await find(q, query)).items.map(({ title }) => title);

  it('finds the article on it first, whatever words they use [guide 1.2.1]', async () => {
    for (const [q, first] of [
      ['tilikauden avaaminen ei onnistu', 'Tilikauden avaus'],
      ['en saa avattua uutta tilikautta', 'Tilikauden avaus'],
      ['Palkkalaskelmia ei näy', 'Palkkalaskelman tulostaminen ja lähettäminen'],
      ['pankkiyhteys ei toimi', 'Pankkiyhteyden varmenteen uusiminen'],
      ['tunnukset eivät toimi', 'Salasana on unohtunut tai tunnus on lukittu'],
      ['alv-ilmoituksen lähetys', 'Alv-ilmoituksen tarkistaminen ja lähettäminen'],
      ['tositetta ei voi tallentaa', 'Tositetta ei voi tallentaa: kausi ei ole voimassa'],
      ['raportti on tyhjä', 'Raportti on tyhjä, vaikka kirjauksia on'],
      ['VERKKOLASKUJEN LÄHETTÄMINEN', 'Verkkolasku ei mene perille'],
    ] as const) {
      assert.equal((await titles(q))[0], first, q);
    }
  });

  it('finds it while the last word is half typed', async () => {
    for (const q of ['tilikauden av', 'tilikauden avaam', 'uuden tilikauden avaam'])
      assert.equal((await titles(q))[0], 'Tilikauden avaus', q);
    for (const q of ['palkkal', 'palkkalask', 'palkkalaskelm'])
      assert.equal((await titles(q))[0], 'Palkkalaskelman tulostaminen ja lähettäminen', q);
    assert.ok((await titles('tilikauden avaus xq')).includes('Tilikauden avaus'));
  });

  it('finds the end of a compound word in a title', async () => {
    assert.ok((await titles('raportit')).includes('Yleisraportin rajaukset ja tallentaminen'));
    assert.ok((await titles('laskelma')).includes('Palkkalaskelman tulostaminen ja lähettäminen'));
  });

  it('is shown nothing that merely shares a word which everybody uses', async () => {
    assert.deepEqual(await titles('kissan ruokinta ei onnistu'), []);
    assert.ok(
      !(await titles('tilikauden avaaminen ei onnistu')).includes(
        'Salasana on unohtunut tai tunnus on lukittu',
      ),
    );
  });

  it('sees the articles of their application first, and of their product only', async () => {
    const anywhere = await titles('lasku');
    const own = await titles('lasku', { application: 'laskujen-valitys' });
    assert.notEqual(anywhere[0], 'Verkkolasku ei mene perille');
    assert.equal(own[0], 'Verkkolasku ei mene perille');
    assert.deepEqual(await titles('lasku', { product: 'another' }), []);
  });

  it('reads them in their language, and in Finnish what has not been translated', async () => {
    assert.equal(
      (await titles('opening accounting periods', { language: 'en' }))[0],
      'Opening an accounting period',
    );
    assert.equal(
      (await titles('payslips', { language: 'en' }))[0],
      'Printing and sending payslips',
    );
    assert.ok(
      (await titles('tilikauden arkistointi', { language: 'en' })).includes(
        'Tilikauden aineiston arkistointi',
      ),
    );
    assert.ok(!(await titles('tilikauden avaus', { language: 'en' })).includes('Tilikauden avaus'));
    assert.equal(
      (await titles('räkenskapsperioden öppnas inte', { language: 'sv' }))[0],
      'Öppna en räkenskapsperiod',
    );
    assert.equal(
      (await titles('lönespecifikationen', { language: 'sv' }))[0],
      'Skriv ut och skicka lönespecifikationer',
    );
    assert.ok(
      (await titles('tilikauden arkistointi', { language: 'sv' })).includes(
        'Tilikauden aineiston arkistointi',
      ),
    );
  });

  it('gets five at a time, none twice, and all in the end', async () => {
    const first = await find('lasku');
    assert.equal(first.items.length, 5);
    const second = await find('lasku', { cursor: first.next ?? '' });
    assert.equal(second.next, undefined);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.length > 5);
  });

  it('gets a problem for a cursor that was never given', async () => {
    for (const cursor of ['x', '-1', '1e3', '99999']) {
      const { errors } = problemOf(
        await endpoint.ask(listArticles, { as: 'accountant', query: { q: 'lasku', cursor } }),
      );
      assert.deepEqual(errors, [{ pointer: '#query/cursor', code: 'format' }]);
    }
  });

  it('reads about 160 characters of plain text around what they typed, and where it leads', async () => {
    const { items } = await find('tilikauden avaaminen ei onnistu');
    assert.ok(items.length > 1);
    for (const { excerpt, link, source } of items) {
      assert.ok(excerpt.length > 20 && excerpt.length <= 165, excerpt);
      assert.match(excerpt, /tilikau|avaa/i);
      assert.doesNotMatch(excerpt, /[<>]/);
      assert.equal(new URL(link).host, 'community.visma.fi');
      assert.match(source, /^(?:forum|manual)$/);
    }
  });

  it('breaks nothing by marks, and they never act as operators', async () => {
    const same = await titles('tilikauden avaus');
    assert.ok(same.length > 0);
    for (const q of [
      'tilikauden & avaus',
      '!tilikauden !avaus',
      'tilikauden <-> avaus',
      '(tilikauden avaus',
      "tilikauden' avaus''",
      '"tilikauden" "avaus"',
      'tilikauden:* avaus:A*',
      'tilikauden\\ avaus\\',
      'tilikauden\0 avaus\0',
      'tilikauden 🎉 avaus 👩‍👩‍👧‍👦',
      "tilikauden avaus'; --",
      '<b>tilikauden</b> <i>avaus',
      'tilikauden/avaus',
      'TILIKAUDEN, AVAUS!',
      'tilikauden avaus'.normalize('NFD'),
      '  tilikauden \t avaus ?! ',
    ]) {
      assert.ok((await titles(q)).includes('Tilikauden avaus'), q);
    }
  });

  it('finds nothing by an empty text, and is never refused for what they typed', async () => {
    for (const q of [
      '',
      ' ',
      '\0',
      "'",
      ':*',
      '!',
      '()',
      '\\',
      '❤️🎉',
      '\ud800',
      'ei ole',
      'a',
      '-'.repeat(200),
      "'".repeat(200),
      '𝕏'.repeat(100),
      'ö'.repeat(200),
    ]) {
      assert.deepEqual(await titles(q), [], q);
    }
    for (const q of [
      'tili '.repeat(40).trim(),
      'x y z '.repeat(33),
      Array.from({ length: 50 }, (_, n) => `s${n}`).join(' '),
      'tilikausi or raportti & not (alv'.repeat(6),
    ]) {
      assert.ok(Array.isArray((await find(q)).items));
    }
    const { code } = problemOf(
      await endpoint.ask(listArticles, { as: 'accountant', query: { q: 'x'.repeat(201) } }),
    );
    assert.equal(code, 'validation');
  });
});

onEachDatabase('The search', (storage) => {
  let database: OpenDatabase;

  before(async () => {
    database = await openDatabase(await storage());
  });
  after(() => database.close());

  const keep = (
    product: string,
    kept: readonly (Pick<Insertable<Tables['articles']>, 'title'> &
      Partial<Insertable<Tables['articles']>>)[],
  ) =>
    database.db
      .insertInto('articles')
      .values(
        kept.map((one, n) => ({
          id: `${product} ${n}`,
          language: 'fi',
          product,
          application: null,
          source: 'manual',
          link: 'https://community.visma.fi',
          content: '',
          ...one,
        })),
      )
      .execute();

  async function found(product: string, q: string, application?: string): Promise<string[]> {
    const titles: string[] = [];
    let offset: number | undefined = 0;
    while (offset !== undefined) {
      const { items, next }: Awaited<ReturnType<typeof findArticles>> = await findArticles(
        database.db,
        { q, product, application, offset },
      );
      titles.push(...items.map(({ title }) => title));
      offset = next;
    }
    return titles;
  }

  for (const family of families) {
    it(`joins ${family.replaceAll(' ', ', ')}`, async () => {
      const forms = family.split(' ');
      await keep(
        family,
        forms.map((title) => ({ title })),
      );
      // A stop word after it, so that it isn't taken for half typed.
      for (const form of forms)
        assert.deepEqual((await found(family, `${form} ei`)).sort(), forms.toSorted(), form);
    });
  }

  it('puts what has more of the words above what has fewer, and a title above a text', async () => {
    await keep('words', [
      { title: 'Tase' },
      { title: 'Tase ja tuloslaskelma' },
      { title: 'Tase, tuloslaskelma ja tilinpäätös' },
      { title: 'Muu', content: 'Tase, tuloslaskelma ja tilinpäätös' },
    ]);
    assert.deepEqual(await found('words', 'tase tuloslaskelma tilinpäätös ei'), [
      'Tase, tuloslaskelma ja tilinpäätös',
      'Tase ja tuloslaskelma',
      'Muu',
    ]);
  });

  it('lets the rarer word decide', async () => {
    await keep('rare', [
      ...Array.from({ length: 20 }, (_, n) => ({ title: `Lasku ${n}` })),
      { title: 'Hyvitys' },
    ]);
    assert.deepEqual(await found('rare', 'laskun hyvitys ei'), ['Hyvitys']);
  });

  it('puts an application’s own articles above better ones of others', async () => {
    await keep('own', [
      { title: 'Raportti tulostus', application: 'a' },
      { title: 'Raportti', application: 'b' },
      { title: 'Muu', content: 'raportti', application: 'b' },
    ]);
    assert.deepEqual(await found('own', 'raportti', 'b'), ['Raportti', 'Muu', 'Raportti tulostus']);
  });

  it('finds words that stand beside marks in a text', async () => {
    await keep('marks', [
      { title: 'tilikausi/tilikaudet' },
      { title: 'katso: pankkiyhteys.fi/varmenne' },
    ]);
    assert.deepEqual(await found('marks', 'tilikausi'), ['tilikausi/tilikaudet']);
    assert.deepEqual(await found('marks', 'varmenne'), ['katso: pankkiyhteys.fi/varmenne']);
  });

  it('gives markup in an article as the text that it is', async () => {
    await keep('markup', [
      { title: 'Tase <b>', content: 'Tase <img src=x onerror=alert(1)> & tilit' },
    ]);
    const { items } = await findArticles(database.db, { q: 'tase', product: 'markup' });
    assert.deepEqual(
      items.map(({ title, excerpt }) => [title, excerpt]),
      [['Tase <b>', 'Tase <img src=x onerror=alert(1)> & tilit']],
    );
  });
});

describe('An excerpt', () => {
  const begins = (text: string) => [{ text, isBeginning: true }];
  const sentence = 'Tämä virke on tässä vain siksi, että teksti olisi pidempi kuin ote. ';

  it('is the whole of a short text, in one line', () => {
    assert.equal(excerptOf(' Lyhyt\n teksti. ', begins('tekst')), 'Lyhyt teksti.');
    assert.equal(excerptOf('', begins('x')), '');
  });

  it('begins with the sentence of the word that was looked for', () => {
    assert.equal(
      excerptOf(`${sentence.repeat(4)}Tilikausi on auki. Loppu.`, begins('tilikau')),
      'Tilikausi on auki. Loppu.',
    );
  });

  it('begins in a long sentence some words before the word, and says so', () => {
    const excerpt = excerptOf(
      `${'sana ja toinen sana '.repeat(20)}tilikausi ${'sana '.repeat(60)}`,
      begins('tilikau'),
    );
    assert.match(excerpt, /^… .{20,60}tilikausi .* …$/);
    assert.ok(excerpt.length < 170);
  });

  it('begins with the text where the word is only in the title', () => {
    assert.ok(excerptOf(sentence.repeat(5), begins('tilikau')).startsWith('Tämä virke'));
  });

  it('is cut even where there is nowhere to cut, and never within a character', () => {
    for (const text of ['𝕏'.repeat(500), `a${'𝕏'.repeat(500)}`]) {
      const excerpt = excerptOf(text, begins('x'));
      assert.ok(excerpt.isWellFormed() && excerpt.length <= 165);
    }
    assert.ok(excerptOf(`${'x'.repeat(400)}. tilikausi`, begins('tilikau')).includes('tilikausi'));
  });
});
