import {
  AdvisoryAccessApprovalPage,
  RemoteSupportDownloadPage,
  sampleAdvisoryAccess,
  ScreenshotAttachPage,
  SupportRequestFormPage,
  SupportRequestListPage,
  type FakeEndpoint,
  type Target,
} from 'visma-support-widgets/testing';

/** Names a request that was sent before. */
export const sent = '0b6e9f4c-6f4e-4b7e-9a52-0d5b7c3f8a11';

const pdf = () =>
  new File(['%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n'], 'ohje.pdf', {
    type: 'application/pdf',
  });

/** What a test would poll for. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 200) throw new Error(`It never came to be: ${String(isSo)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

type Equal = (actual: unknown, expected: unknown) => void;
type Match = (actual: string, expected: RegExp) => void;

/**
 * A person who does everything that the page objects can do, on a page in English with each element; the same in a browser that
 * Playwright drives, in jsdom and in happy-dom.
 *
 * @param endpoint of that page, with `sent` and a request for advisory access
 * @param at the element of a tag
 */
export async function useEachElement(
  endpoint: FakeEndpoint,
  at: (tag: string) => Target,
  { equal, match }: { readonly equal: Equal; readonly match: Match },
): Promise<void> {
  const form = new SupportRequestFormPage(at('support-request-form'));
  await form.send();
  match((await form.problems()).join(), /Summary/);
  await form.writeErrorMessage('F-4711');
  await form.writeSummary('A period does not open');
  await form.writeDescription('I tried to open 2027.');
  await form.markCritical();
  await form.chooseApplication('palkanlaskenta');
  await form.addCompanyNumbers('1234', '5678');
  await form.addUserIds('esimerkki-pekka');
  await form.writeContact({ phone: '040 765 4321' });
  await form.attach(pdf());
  match(await form.subject(), /A period does not open/);
  endpoint.fail('forbidden', { of: 'submitRequest', times: 1 });
  await form.send();
  match(await form.failure(), /./);
  await form.send();
  match(await form.receipt(), /SUP-102/);
  const request = endpoint.requests.at(-1);
  equal(request?.errorMessage, 'F-4711');
  equal([request?.critical, request?.application], [true, 'palkanlaskenta']);
  equal(request?.companyNumbers, ['1234', '5678']);
  equal(request?.userIds, ['esimerkki-maija', 'esimerkki-pekka']);
  equal(request?.contact.phone, '040 765 4321');
  equal(
    request?.attachments.map(({ name }) => name),
    ['ohje.pdf'],
  );

  const list = new SupportRequestListPage(at('support-request-list'));
  match((await list.subjects()).join(), /Opening an accounting period/);
  await list.open(sent);
  await list.reply('It opens now.');
  await until(async () => (await list.timeline()).join().includes('It opens now.'));

  const pictures = new ScreenshotAttachPage(at('screenshot-attach'));
  await pictures.chooseFiles(pdf(), new File(['MZ'], 'ohje.exe'));
  match((await pictures.refusals()).join(), /ohje\.exe/);
  await until(async () => (await pictures.names()).join() === 'ohje.pdf');

  const approval = new AdvisoryAccessApprovalPage(at('advisory-access-approval'));
  const { id } = sampleAdvisoryAccess();
  await approval.open(id);
  match((await approval.requests()).join(), /Laura Niemi/);
  await approval.chooseEnd('asked');
  match(await approval.sentence(), /2 companies/);
  await approval.approve();
  match(await approval.outcome(), /./);
  await approval.revoke(id);

  const remote = new RemoteSupportDownloadPage(at('remote-support-download'));
  await remote.answerWhoCalled('me');
  match(await remote.program(), /./);
}
