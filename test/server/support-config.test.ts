import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { defaultContact, defaultLinks, type ServiceProfile } from '../../src/contract/index.js';
import { serviceProfile } from '../../server/src/service-profile.js';
import { fivaldiConfigFile, readSupportConfig } from '../../server/src/support-config-file.js';
import {
  parseSupportConfig,
  SupportConfigError,
  supportConfigSchema,
} from '../../server/src/support-config.js';
import { waitUntil } from '../tools/wait-until.js';
import { otherCompany } from './tools/other-company.js';
import { dataOfProgram } from './tools/postgres.js';
import { demoToken, Program, temporaryFolder } from './tools/program.js';

const faultsOf = (yaml: string): readonly string[] => {
  try {
    parseSupportConfig(yaml);
  } catch (error) {
    if (error instanceof SupportConfigError) return error.faults;
    throw error;
  }
  return [];
};

describe('The file of what customer service offers', () => {
  it('says for Visma Fivaldi what the widgets say without an endpoint', () => {
    const { contact, links } = serviceProfile(
      readSupportConfig(fivaldiConfigFile),
      'fi',
      new Date('2026-03-01T00:00:00Z'),
    );
    const { hours, ...way } = contact;
    assert.deepEqual(
      { ...way, hours: { ...hours, closedDates: [] } },
      { ...defaultContact, hours: { ...defaultContact.hours, closedDates: [] } },
    );
    assert.deepEqual({ ...links, ...defaultLinks }, links);
  });

  it('has the schema that is published for editors', async () => {
    const file = join(import.meta.dirname, '../../support.config.schema.json');
    assert.deepEqual(
      JSON.parse(await readFile(file, 'utf8')),
      supportConfigSchema(),
      'npm run config-schema',
    );
  });

  it('may offer another product with other hours, closed days and two languages', () => {
    const config = parseSupportConfig(otherCompany);
    const { products, contact, attachments } = serviceProfile(config, 'sv', new Date());
    assert.equal(products[0]?.applications[0]?.name.sv, 'Lönespecifikationer');
    assert.deepEqual(contact.hours.closedDates, ['2026-12-23']);
    assert.equal(attachments?.bytesEach, 2 * 1024 * 1024);
  });

  it('gets all its faults said at once, each with its line and what to give', () => {
    const faulty = otherCompany
      .replace('- id: payroll', '- id: Pay Roll')
      .replace("phone: '09 123 4567'", 'phone: 0912345678')
      .replace('email: tuki@yritys.example', 'mail: tuki@yritys.example')
      .replace('Europe/Stockholm', 'Stockholm')
      .replace("to: '14:30'", "to: '09:00'")
      .replace("['2026-12-23']", "['23.12.2026']")
      .replace('count: 3', 'count: 0');
    assert.deepEqual(faultsOf(faulty), [
      'line 3: products[0].id is "Pay Roll". Give an ID of small letters, digits and hyphens, such as "sales-ledger".',
      'line 9: contact.phone is 912345678. Give a telephone number in quotes, as people read it.',
      'line 9: contact.email is missing. Give an e-mail address.',
      'line 12: contact.hours.timeZone is "Stockholm". Give the name of a time zone, such as Europe/Helsinki.',
      'line 14: contact.hours.weekly[0] is wrong. Give days, and a time from that is before the time to.',
      'line 17: contact.hours.closedDays.dates[0] is "23.12.2026". Give a date in quotes, such as "2026-12-24".',
      'line 10: contact.mail is not known. There are: phone, phoneInternational, email, hours.',
      'line 20: attachments.count is 0. Give how many files a request may have, from 1 to 50.',
    ]);
  });

  it('is refused by its line where it is no YAML, and where it is empty', () => {
    assert.match(faultsOf(`${otherCompany}\n  links: [`)[0] ?? '', /^line \d+: /);
    assert.match(faultsOf('')[0] ?? '', /^line 1: the whole is missing/);
  });

  it('is refused where one file may be larger than all together', () => {
    const faults = faultsOf(otherCompany.replace('megabytesEach: 2', 'megabytesEach: 6'));
    assert.match(
      faults.join(),
      /^line 19: attachments is wrong\. Give .* no more than megabytesTotal\.$/,
    );
  });
});

describe('A running endpoint', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let program: Program;
  let address: string;
  let file: string;

  before(async () => {
    folder = await temporaryFolder();
    file = join(folder.path, 'support.yaml');
    await writeFile(file, otherCompany);
    program = new Program(['--demo'], {
      ...(await dataOfProgram(join(folder.path, 'data'))),
      CONFIG_FILE: file,
    });
    address = (await program.address()) ?? assert.fail((await program.ended).output);
  });
  after(async () => {
    await program.kill('SIGKILL');
    await folder.remove();
  });

  const profile = async (): Promise<ServiceProfile> => {
    const headers = { Authorization: `Bearer ${await demoToken(address)}` };
    const answer = await fetch(`${address}/api/support/service?language=sv`, { headers });
    return (await answer.json()) as ServiceProfile;
  };

  it('offers what its file says, and after SIGHUP what it says then, but never a faulty file', async () => {
    assert.equal((await profile()).contact.phone, '09 123 4567');

    await writeFile(file, otherCompany.replace('09 123 4567', '09 765 4321'));
    process.kill(program.pid, 'SIGHUP');
    await waitUntil(
      () => program.output.includes('was read anew'),
      () => program.output,
    );
    assert.equal((await profile()).contact.phone, '09 765 4321');

    await writeFile(file, otherCompany.replace('count: 3', 'count: none'));
    process.kill(program.pid, 'SIGHUP');
    await waitUntil(
      () => program.output.includes('nothing changed'),
      () => program.output,
    );
    assert.match(program.output, /line 20: attachments\.count is \\"none\\"/);
    assert.equal((await profile()).contact.phone, '09 765 4321');
  });
});
