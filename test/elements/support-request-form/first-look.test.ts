import { expect } from '@open-wc/testing';
import { visibleWords } from '../../tools/visible-words.js';
import { waitUntil } from '../../tools/wait-until.js';
import { openReadyForm, type FormPage } from './form-page.js';

/** Half of the words that stood there before the form was made anew. */
const mostWords = { fi: 39, sv: 42, en: 47 } as const;

/** The title of an incident stands behind what the form says of it. */
const ownText = ({ data, parentElement }: Text): string =>
  parentElement?.closest('.ahead-title') ? data.replace(/:.*/u, ':') : data;

const wordsOf = ({ root }: FormPage): string[] => visibleWords(root, 'legend', ownText);

/** Opens it where everything is there that comes by itself. */
async function openWhole(locale: string): Promise<FormPage> {
  const page = await openReadyForm({ locale, application: '', companyNumber: '' });
  await page.loaded();
  const { root } = page;
  const pictures = () =>
    root.querySelector('screenshot-attach')?.shadowRoot?.querySelector('button');
  await waitUntil(
    () => root.querySelector('.ahead-title') && pictures(),
    'No incidents and no place for pictures came',
  );
  return page;
}

describe('the form before the first key', () => {
  for (const [locale, most] of Object.entries(mostWords)) {
    it(`says what it has to in at most ${most} words, and has no empty band where pictures come (${locale})`, async () => {
      const page = await openWhole(locale);
      const words = wordsOf(page);
      expect(words.length).to.be.within(most - 5, most, words.join(' '));
      const bottom = (selector: string) =>
        page.root.querySelector(selector)?.getBoundingClientRect().bottom ?? NaN;
      for (const width of [320, 360, 390, 479, 480, 600]) {
        page.element.style.width = `${width}px`;
        expect(bottom('.pictures')).to.be.closeTo(bottom('screenshot-attach'), 1, `${width} px`);
      }
    });
  }

  it('has fields that stand side by side begin on one line', async () => {
    const page = await openWhole('fi');
    page.element.style.width = '640px';
    const tops = ['application', 'companyNumbers'].map(
      (id) => page.root.querySelector(`label[for=${id}]`)?.getBoundingClientRect().top,
    );
    expect(tops[0]).to.be.a('number');
    expect(tops[1]).to.equal(tops[0]);
  });

  it('shows a long subject whole where it is narrow, and moves nothing for its second line', async () => {
    const page = await openWhole('fi');
    page.element.style.width = '320px';
    const topOf = (label: string) => page.control(label).getBoundingClientRect().top;
    const top = () => topOf('Kuvaus') - topOf('Ongelma lyhyesti');
    await page.write('Ongelma lyhyesti', 'kausi');
    const before = top();
    await page.write('Ongelma lyhyesti', 'tilikauden avaaminen ei onnistu');
    await page.choose('Asia on kriittinen');
    expect(page.subject).to.match(/^kiireellinen.*tilikauden avaaminen ei onnistu$/);
    const subject = page.root.querySelector('.subject') ?? expect.fail('no subject');
    expect(subject.scrollHeight).to.equal(subject.clientHeight);
    // Lines that are cut off inside are laid out below it.
    const words = document.createRange();
    words.selectNodeContents(subject.querySelector('b') ?? expect.fail('no words'));
    const { bottom } = subject.getBoundingClientRect();
    expect(words.getBoundingClientRect().bottom).to.be.at.most(bottom + 1);
    expect(top()).to.equal(before);
  });
});
