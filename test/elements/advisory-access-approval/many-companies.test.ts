import { expect } from '@open-wc/testing';
import { ask, companies, read } from '../../tools/advisory.js';
import { waitUntil } from '../../tools/wait-until.js';
import { openRequest, type ApprovalPage } from './approval-page.js';

const boxes = (page: ApprovalPage): HTMLInputElement[] => [
  ...page.root.querySelectorAll<HTMLInputElement>('.companies input[type=checkbox]'),
];

const open = async (count: number): Promise<{ id: string; page: ApprovalPage }> => {
  const { id } = await ask({ companies: companies(count) });
  return { id, page: await openRequest(id) };
};

describe('the companies of a request', () => {
  it('are all chosen beforehand up to ten, and none of more than ten', async () => {
    const ten = await open(10);
    expect(ten.page.sentence).to.include('Myönnät katseluoikeuden 10 yritykseen.');
    const eleven = await open(11);
    expect(eleven.page.text).to.include('0/11 valittu');
    expect(eleven.page.sentence).to.include('Valitse yritykset, joihin myönnät oikeuden.');
  });

  it('are chosen all at once, and none', async () => {
    const { id, page } = await open(250);
    await page.press('Valitse kaikki');
    await page.reads('250/250 valittu');
    await page.press('Poista valinnat');
    await page.reads('0/250 valittu');
    await page.press('Valitse kaikki');
    await page.press('Hyväksy');
    await page.reads('Oikeus on myönnetty');
    expect((await read(id)).decision?.companies).to.equal(undefined);
  });

  it('are the first hundred, and more at a press', async () => {
    const { page } = await open(250);
    const shows = (count: number) =>
      waitUntil(
        () => boxes(page).length === count,
        () => `It never showed ${count}`,
      );
    await shows(100);
    expect(page.text).to.include('Näytetään 100 ensimmäistä.');
    await page.press('Näytä lisää');
    await shows(200);
  });

  it('are found by name or number, and what was found is chosen at once', async () => {
    const { id, page } = await open(250);
    await page.write('Etsi nimellä tai numerolla', 'KULMA');
    expect(boxes(page).map(({ value }) => value)).to.deep.equal(['1234']);
    await page.reads('Löytyi 1 yritys.');
    await page.write('Etsi nimellä tai numerolla', 'esimerkkikuja 2001');
    await page.reads('Löytyi 10 yritystä.');
    await page.press('Valitse löydetyt (10)');
    await page.reads('10/250 valittu');
    expect(page.sentence).to.include('Myönnät katseluoikeuden 10 yritykseen.');
    await page.press('Hyväksy rajattuna');
    await page.reads('Oikeus on myönnetty');
    expect((await read(id)).decision?.companies).to.have.length(10);
  });

  it('are shown alone when they are chosen, and one that is left out stays in sight', async () => {
    const { page } = await open(250);
    await page.choose('1234');
    await page.choose('9012');
    await page.press('Vain valitut');
    expect(page.button('Vain valitut').getAttribute('aria-pressed')).to.equal('true');
    expect(boxes(page).map(({ value }) => value)).to.deep.equal(['1234', '9012']);
    await page.choose('9012');
    expect(boxes(page).length).to.equal(2);
    expect(page.focused).to.equal(page.control('9012'));
    expect(page.text).to.include('1/250 valittu');
    await page.press('Vain valitut');
    expect(boxes(page).length).to.equal(100);
  });

  it('are chosen by pasted numbers; what is not asked for is told', async () => {
    const { page } = await open(250);
    await page.press('Liitä numeroita');
    await waitUntil(() => page.focused?.localName === 'textarea', 'The focus is elsewhere');
    await page.paste(
      'Yritysnumerot',
      '1234\tKahvila Kulma Oy\n20005 Asunto Oy Esimerkkikuja 6\n777, 20010',
    );
    await page.press('Valitse nämä');
    await page.reads('Ei kuulu pyyntöön, joten ei valittu: 777.');
    expect(page.text).to.include('3/250 valittu');
    expect(page.control('Yritysnumerot').value).to.equal('777');
    await expect(page.element).to.be.accessible();
    await page.press('Peruuta');
    await waitUntil(() => page.focused?.id.endsWith('-count'), 'The focus was lost');
  });
});
