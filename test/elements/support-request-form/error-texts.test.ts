import { expect } from '@open-wc/testing';
import { HttpClient, type SupportClient } from '../../../src/client/client.js';
import { SupportError, type SupportErrorCode } from '../../../src/client/support-error.js';
import { tokenFor } from '../../tools/sign-in.js';
import { openReadyForm } from './form-page.js';

/** Every code there is; a new one without a row doesn't compile. */
const codes = Object.keys({
  validation: 1,
  unauthenticated: 1,
  forbidden: 1,
  notFound: 1,
  conflict: 1,
  changed: 1,
  decided: 1,
  lapsed: 1,
  withdrawn: 1,
  tooLarge: 1,
  unsupportedType: 1,
  digestMismatch: 1,
  rateLimited: 1,
  notSupported: 1,
  unavailable: 1,
  internal: 1,
  noEndpoint: 1,
  insecureEndpoint: 1,
  offline: 1,
  network: 1,
  timeout: 1,
  malformed: 1,
  aborted: 1,
  unknown: 1,
} satisfies Record<SupportErrorCode, 1>) as SupportErrorCode[];

/** The real endpoint, but for sending, which fails as it is told to. */
function failingClient(code: () => SupportErrorCode): SupportClient {
  const real = new HttpClient({
    endpoint: '/api/support',
    accessToken: () => tokenFor('main-user'),
  });
  return {
    send: (operation, input, options) =>
      operation.name === 'submitRequest'
        ? Promise.reject(new SupportError(code()))
        : real.send(operation, input, options),
  };
}

/** What has to be written, and what is said of it when the line is lost, in each language. */
const fields = [
  ['fi', 'Ongelma lyhyesti', 'Kuvaus', 'Kirjoittamasi teksti on tallessa.'],
  ['sv', 'Problemet i korthet', 'Beskrivning', 'Din text finns kvar.'],
  ['en', 'Summary', 'Description', 'Your text is still here.'],
] as const;

describe('what a person reads when sending fails', () => {
  for (const [locale, summary, description, kept] of fields) {
    it(`is a thing of its own for each of ${codes.length} causes, in "${locale}", with everything still there`, async () => {
      let code: SupportErrorCode = 'unknown';
      const page = await openReadyForm({ locale });
      page.element.client = failingClient(() => code);
      await page.write(summary, 'tilikausi');
      await page.write(description, 'Yritin avata tilikauden.');
      const read = new Map<string, string>();
      for (code of codes) {
        await page.element.submit();
        const notice = page.root.querySelector<HTMLElement>('#failure');
        const advice = notice?.querySelector('p')?.textContent;
        expect(advice, code).to.have.length.above(10);
        if (code === 'network') expect(advice).to.include(kept);
        read.set(notice?.querySelector('h3')?.textContent ?? '', code);
        expect(page.control(summary).value, code).to.equal('tilikausi');
      }
      expect([...read.values()]).to.deep.equal(codes);
    });
  }
});
