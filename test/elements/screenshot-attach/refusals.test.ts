import { expect } from '@open-wc/testing';
import type { MsgFn } from '@lit/localize/internal/types.js';
import { languages, type Language } from '../../../src/contract/values.js';
import { listCatalogues as catalogues } from '../../../src/elements/screenshot-attach/catalogues.js';
import type { RefusalCode } from '../../../src/attachments/import/index.js';
import { refusalText } from '../../../src/elements/screenshot-attach/list/refusal-texts.js';
import { Formats } from '../../../src/localization/formats.js';
import type { Localization } from '../../../src/localization/localization-controller.js';
import { messageIn, type Text } from '../../../src/localization/message.js';
import { limits } from '../../attachments/import/import-page.js';

/** Every code there is; a new one without a row doesn't compile. */
const codes = Object.keys({
  empty: 1,
  unreadable: 1,
  unsupportedType: 1,
  notAsNamed: 1,
  damaged: 1,
  notShown: 1,
  altered: 1,
  tooLarge: 1,
  totalTooLarge: 1,
  tooManyPixels: 1,
  tooMany: 1,
  noPictures: 1,
  externalPictures: 1,
  innerDocument: 1,
  pictureFormat: 1,
  unknownCrop: 1,
  tooManyInside: 1,
  encrypted: 1,
  oldWord: 1,
  tooMuchInside: 1,
  notLoaded: 1,
} satisfies Record<RefusalCode, 1>) as RefusalCode[];

async function speak(language: Language): Promise<Localization> {
  const catalogue = await catalogues[language]?.();
  return {
    language,
    formats: new Formats(language),
    msg: ((text: Text) => messageIn(catalogue?.templates, text)) as MsgFn,
  };
}

describe('a person whose file was not taken', () => {
  for (const language of languages) {
    it(`reads which, why and what to do, another sentence for each reason, in "${language}"`, async () => {
      const l10n = await speak(language);
      const texts = codes.map((code) =>
        refusalText(l10n, { name: 'tase 2026.docx', code }, limits),
      );
      for (const [index, text] of texts.entries()) {
        expect(text, codes[index])
          .to.match(/[“”]tase 2026\.docx”/)
          .and.match(/[.:,] .+\.$/);
        expect(text, codes[index]).not.to.match(/undefined|\$\{|NaN/);
      }
      expect(new Set(texts).size).to.equal(codes.length);
    });
  }

  it('reads the limits as they are', async () => {
    const l10n = await speak('fi');
    const read = (code: RefusalCode) =>
      refusalText(l10n, { name: 'x', code }, limits).replaceAll('\u00a0', ' ');
    expect(read('tooLarge')).to.include('enintään 10,5 Mt');
    expect(read('totalTooLarge')).to.include('enintään 26,2 Mt');
    expect(read('tooManyPixels')).to.include(
      'enintään 50 000 000 kuvapistettä ja yhdellä sivulla 16 384',
    );
    expect(read('tooMany')).to.include('enintään 10.');
    expect(read('unsupportedType')).to.include('PNG, JPEG, WebP, PDF ja DOCX.');
  });

  it('reads what is taken as the host wrote it', async () => {
    const l10n = await speak('en');
    const read = (...types: string[]) =>
      refusalText(l10n, { name: 'x', code: 'unsupportedType' }, { ...limits, types });
    expect(read('image/*', '.pdf', 'text/csv')).to.include(
      'save it as one of these types: PNG, JPEG, WebP, PDF, CSV, and DOCX.',
    );
    expect(read('.jpg', '.xlsx')).to.include(
      'save it as one of these types: JPEG, XLSX, and DOCX.',
    );
    expect(read('application/pdf')).to.include('save it as one of these types: PDF.');
  });
});
