import { expect } from '@open-wc/testing';
import type { SupportRequest } from '../../../src/contract/support-requests.js';
import { drag } from '../../tools/input.js';
import { itOnce } from '../../tools/one-engine.js';
import { detailOf, openReadyForm, type FormPage } from './form-page.js';

const chips = (page: FormPage, label: string): string[] =>
  [...(page.control(label).closest('.chips')?.querySelectorAll('li') ?? [])].map(
    (chip) => chip.firstChild?.textContent?.trim() || chip.innerText.replace('×', '').trim(),
  );

describe('the lists of the form', () => {
  itOnce('shows the name of a company beside its number', async () => {
    const page = await openReadyForm();
    await page.reads('1234 Kahvila Kulma Oy');
  });

  it('makes several companies of a pasted list', async () => {
    const page = await openReadyForm();
    await page.paste('Yritysnumerot', '5678, 9012\n77 88;99');
    await page.reads('5678 Äänekosken Sähkö Ky');
    expect(chips(page, 'Yritysnumerot').map((chip) => chip.split(' ')[0])).to.deep.equal([
      '1234',
      '5678',
      '9012',
      '77',
      '88',
      '99',
    ]);
  });

  itOnce('takes the numbers out of a pasted table and leaves the names', async () => {
    const page = await openReadyForm();
    await page.paste('Yritysnumerot', '5678\tÄänekosken Sähkö Ky\n9012\tRakennus Öhman Oy\n');
    await page.reads('9012 Rakennus Öhman Oy');
    expect(chips(page, 'Yritysnumerot')).to.have.length(3);
  });

  describe('with a number that was typed last', () => {
    let page: FormPage;
    beforeEach(async () => {
      page = await openReadyForm({ companyNumber: '' });
      // What is above the fields is there before they are pressed.
      await page.reads('Häiriötiedote');
      await page.writeProblem();
      await page.write('Yritysnumerot', '5678');
    });

    it('do not move the send button while it is pressed', async () => {
      const sent = detailOf<SupportRequest>(page.element, 'support-request-submit');
      await page.press('Lähetä tukipyyntö');
      expect((await sent).companyNumbers).to.deep.equal(['5678']);
    });

    it('make an entry of it when the pointer is released beside the button', async () => {
      const button = page.button('Lähetä tukipyyntö');
      button.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top } = button.getBoundingClientRect();
      await drag({ x: left + 5, y: top + 5 }, { x: left + 5, y: top - 40 });
      await page.reads('5678 Äänekosken Sähkö Ky');
      expect(page.text).to.include('Lähetä tukipyyntö');
    });

    it('keep it when the press takes another entry away', async () => {
      await page.key('Yritysnumerot', 'Enter');
      await page.write('Yritysnumerot', '9012');
      await page.press('Poista 5678 Äänekosken Sähkö Ky');
      await page.reads('9012 Rakennus Öhman Oy');
      expect(chips(page, 'Yritysnumerot')).to.have.length(1);
    });
  });

  itOnce('takes one number only once', async () => {
    const page = await openReadyForm();
    await page.paste('Yritysnumerot', '1234, 5678, 5678');
    expect(chips(page, 'Yritysnumerot')).to.have.length(2);
  });

  itOnce('takes a company by its name', async () => {
    const page = await openReadyForm();
    await page.reads('1234 Kahvila Kulma Oy');
    await page.write('Yritysnumerot', 'rakennus öh');
    await page.key('Yritysnumerot', 'Enter');
    await page.reads('9012 Rakennus Öhman Oy');
  });

  itOnce('offer the companies that a name may mean, and take the one that is pressed', async () => {
    const page = await openReadyForm();
    await page.write('Yritysnumerot', 'asunto oy');
    await page.key('Yritysnumerot', 'Enter');
    await page.reads('9155 Asunto Oy Tampereen Pyynikinrinne');
    expect(page.control('Yritysnumerot').getAttribute('aria-invalid')).to.equal('true');
    await page.press('9155 Asunto Oy Tampereen Pyynikinrinne');
    expect(chips(page, 'Yritysnumerot').map((chip) => chip.split(' ')[0])).to.deep.equal([
      '1234',
      '9155',
    ]);
    expect(page.focused?.id).to.equal('companyNumbers');
    expect(page.control('Yritysnumerot').getAttribute('aria-invalid')).to.equal('false');
  });

  itOnce('are told of together with what is missing elsewhere', async () => {
    const page = await openReadyForm({ application: '' });
    await page.choose('Muu');
    await page.loaded();
    await page.write('Käyttäjätunnukset', 'maija mäkelä');
    await page.press('Lähetä tukipyyntö');
    await page.reads('Tarkista 4 kohtaa');
    for (const label of ['Sovellus', 'Ongelma lyhyesti', 'Kuvaus', 'Käyttäjätunnukset'])
      expect(page.control(label).getAttribute('aria-invalid'), label).to.equal('true');
  });

  itOnce(
    'tell of a number that is none of the companies, and of an id with a space, before anything is sent',
    async () => {
      const page = await openReadyForm();
      await page.write('Yritysnumerot', '99999');
      await page.write('Käyttäjätunnukset', 'maija mäkelä');
      await page.key('Käyttäjätunnukset', 'Enter');
      await page.reads('Tarkista numero: ”99999”. Sitä ei ole yritystesi joukossa.');
      await page.reads('Käyttäjätunnuksessa ei ole välilyöntejä');
      const wrong = [...page.root.querySelectorAll('.chips .wrong')].map(
        (chip) => chip.textContent,
      );
      expect(wrong.map((text) => text?.trim().replace('×', ''))).to.deep.equal([
        '99999',
        'maija mäkelä',
      ]);
    },
  );

  itOnce('keeps what is no number, and says what to do about it', async () => {
    const page = await openReadyForm();
    await page.writeProblem();
    await page.write('Yritysnumerot', '12a4');
    await page.press('Lähetä tukipyyntö');
    await page.reads('Tarkista yksi kohta');
    expect(page.description('Yritysnumerot')).to.include('vain numeroita').and.to.include('”12a4”');
    await page.press('Poista 12a4');
    expect(page.text).not.to.include('Tarkista yksi kohta');
  });

  itOnce('tells how a user id is written [1.2.3]', async () => {
    const page = await openReadyForm();
    await page.writeProblem();
    await page.write('Käyttäjätunnukset', 'yritysoy matti');
    await page.press('Lähetä tukipyyntö');
    await page.reads('Tarkista yksi kohta');
    expect(page.description('Käyttäjätunnukset'))
      .to.include('ei ole välilyöntejä')
      .and.to.include('”yritysoy matti”');
  });

  itOnce('takes user ids and e-mail addresses, several at once', async () => {
    const page = await openReadyForm();
    await page.write('Käyttäjätunnukset', 'yritysoy-matti, liisa@yritys.fi,');
    expect(chips(page, 'Käyttäjätunnukset')).to.deep.equal([
      'ayras-maija',
      'yritysoy-matti',
      'liisa@yritys.fi',
    ]);
    expect(page.control('Käyttäjätunnukset').value).to.equal('');
  });

  it('gives the last entry back for editing on Backspace', async () => {
    const page = await openReadyForm();
    await page.key('Yritysnumerot', 'Backspace');
    expect(chips(page, 'Yritysnumerot')).to.deep.equal([]);
    expect(page.control('Yritysnumerot').value).to.equal('1234');
  });

  it('keeps the focus in the list when an entry is removed', async () => {
    const page = await openReadyForm();
    await page.reads('1234 Kahvila Kulma Oy');
    await page.open('Yritysnumerot');
    await page.press('Poista 1234 Kahvila Kulma Oy');
    expect(page.focused?.id).to.equal(page.control('Yritysnumerot').id);
  });

  itOnce('sends also what was typed and not yet made an entry', async () => {
    const page = await openReadyForm();
    await page.writeProblem();
    await page.write('Yritysnumerot', '5678');
    const asked = new Promise<readonly string[]>((resolve) =>
      page.element.addEventListener('support-request-submit', ({ detail }) =>
        resolve(detail.companyNumbers),
      ),
    );
    await page.element.submit();
    expect(await asked).to.deep.equal(['1234', '5678']);
  });
});
