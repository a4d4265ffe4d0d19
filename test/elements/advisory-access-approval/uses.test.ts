import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { reportAdvisoryUse } from '../../../src/contract/staff.js';
import type { Company } from '../../../src/contract/values.js';
import { csvOf } from '../../../src/elements/advisory-access-approval/uses/csv.js';
import { clientOf, grant, lookAt, read } from '../../tools/advisory.js';
import { openGate } from '../../tools/gate.js';
import { itOnce } from '../../tools/one-engine.js';
import { openList, type ApprovalPage } from './approval-page.js';

/** A company of no other right, since the latest end among several would be used. */
const company = (name: string): Company => ({
  number: String(400_000_000 + Math.floor(Math.random() * 500_000_000)),
  name,
});

/** Support's product tells what was done in the books of a company. */
const report = (id: string, { number }: Company, what: string) =>
  clientOf('agent').send(reportAdvisoryUse, {
    params: { id, report: crypto.randomUUID() },
    body: { company: number, area: 'kirjanpito', access: 'view', what },
  });

const openUses = async (page: ApprovalPage) => {
  await page.press('Tiedot');
  await page.press('Käyttö');
  await page.reads('Tallenna CSV-tiedostona');
};

describe('the uses of a right', () => {
  const sandbox = sinon.createSandbox();
  afterEach(() => sandbox.restore());

  /** What is handed to the browser to be saved. */
  function savedFiles(): File[] {
    const files: File[] = [];
    const create = URL.createObjectURL.bind(URL);
    sandbox.stub(URL, 'createObjectURL').callsFake((content) => {
      if (content instanceof File) files.push(content);
      return create(content);
    });
    sandbox.stub(HTMLAnchorElement.prototype, 'click');
    return files;
  }

  it('are said to be none where access was never used', async () => {
    const { id } = await grant({ companies: [company('Asunto Oy Yksi')] });
    const page = await openList([id]);
    await page.press('Tiedot');
    await page.reads('Oikeutta ei ole käytetty.');
    expect(page.has('Käyttö')).to.equal(false);
  });

  it('stand by person and company, with what a product reported, and come while one looks', async () => {
    const [one, other] = [company('Asunto Oy Yksi'), company('Asunto Oy Kaksi')];
    const { id } = await grant({ companies: [one, other] });
    await report(id, one, 'Avasi tositteen 12');
    const page = await openList([id]);
    await openUses(page);
    expect(page.text).to.include(`Laura Niemi, ${one.number} ${one.name}`);
    expect(page.text).to.include('Kirjanpito, katseltu: Avasi tositteen 12');
    await expect(page.element).to.be.accessible();
    await lookAt(other.number);
    await page.element.refresh();
    await page.reads(`Laura Niemi, ${other.number} ${other.name}`);
    await page.press('Käyttö');
    expect(page.text).not.to.include('Avasi tositteen');
  });

  itOnce(
    'are found by words among all of them, and saved as a table with all of them',
    async () => {
      const companies = Array.from({ length: 103 }, (_, index) =>
        company(`Asunto Oy Luettu ${index + 1}`),
      );
      const [first = company('')] = companies;
      const { id } = await grant({ companies });
      await report(id, first, '=HYPERLINK("https://evil.example")');
      for (const { number } of companies.slice(1)) await lookAt(number);
      const page = await openList([id]);
      await openUses(page);
      expect(page.text).not.to.include('HYPERLINK');
      await page.write('Hae henkilöllä', 'LUETTU 1 hyper');
      await page.reads('Löytyi: 1');
      expect(page.text).to.include('HYPERLINK');
      await page.write('Hae henkilöllä', 'ei sellaista');
      await page.reads('Käyttöä ei löytynyt.');
      await page.write('Hae henkilöllä', '');
      const files = savedFiles();
      await page.press('Tallenna CSV-tiedostona');
      await page.reads('Käyttö tallennettu.');
      const [file] = files;
      const bytes = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
      expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
      const lines = new TextDecoder().decode(bytes).split('\r\n');
      expect(lines.length).to.equal(1 + 103 + 1);
      expect(lines[0]).to.match(/^Ensimmäinen käyttö \(.+\),Viimeisin käyttö .*,Kuvaus$/);
      expect(lines[103]).to.match(
        /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,.*,1,Laura Niemi,\d+,Asunto Oy Luettu 1,Kirjanpito,Katseltu,"'=HYPERLINK\(""https:\/\/evil\.example""\)"$/,
      );
      expect(file?.name).to.equal(`neuvontaoikeus-${id}.csv`);
    },
  );

  itOnce('keep what is shown where earlier ones can’t be loaded, and try again', async () => {
    const one = company('Asunto Oy Yksi');
    const { id } = await grant({ companies: [one] });
    await lookAt(one.number);
    const whole = await read(id);
    const gate = await openGate([
      { path: `/advisory-access/${id}`, status: 200, body: { ...whole, earlierUses: '1' } },
      {
        path: `/advisory-access/${id}/uses`,
        status: 403,
        body: { status: 403, title: '', code: 'forbidden' },
      },
    ]);
    const page = await openList([id], { endpoint: gate.endpoint });
    await openUses(page);
    await page.press('Näytä aiemmat käytöt');
    await page.reads('Yritä uudelleen: aiempaa käyttöä ei voitu hakea.');
    expect(page.text).to.include('Kirjanpito, katseltu');
    await page.press('Näytä aiemmat käytöt');
    await page.reads(/^(?![^]*Näytä aiemmat käytöt)/);
    expect(page.text).to.include('Kirjanpito, katseltu');
    expect(page.text).not.to.include('Yritä uudelleen');
  });

  itOnce('are a table that no spreadsheet runs, by the rules of RFC 4180', () => {
    const table = csvOf([
      ['a', 'b,c', 'say "no"'],
      ['=1', '+1', '-1'],
      ['@x', '\t=1', ' =1'],
      ['two\nlines', '', 'Ä; 1'],
    ]);
    expect(table.split('\r\n')).to.deep.equal([
      '\uFEFFa,"b,c","say ""no"""',
      "'=1,'+1,'-1",
      "'@x,'\t=1,' =1",
      '"two\nlines",,Ä; 1',
      '',
    ]);
    return Promise.resolve();
  });
});
