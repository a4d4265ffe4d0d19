import { expect } from '@open-wc/testing';
import { safeName } from '../../../src/attachments/import/index.js';
import { jpeg, png } from '../../tools/file-bytes.js';
import { hostileFiles, hostileNames } from '../../tools/hostile-files.js';
import { fileOf, taken } from './import-page.js';

// What the browser's own decoder may get to see; hostile-rules.csp.test.ts has the others.
const decoded = hostileFiles.filter(({ widget }) => ['picture', 'damaged'].includes(widget));

describe('whoever gives a file that this browser has to decode', () => {
  for (const { what, name, type, widget, make } of decoded) {
    it(`gets "${widget}" for ${what}`, async () => {
      const { outcome, names } = await taken(fileOf(await make(), name, type));
      expect(outcome).to.equal(widget);
      if (widget === 'picture') expect(names[0]).to.match(/^(kuva|ohje|ohje 1)\.(png|jpg)$/);
    });
  }

  it('gets the same whatever the file says that it is', async () => {
    for (const type of ['', 'text/html', 'application/pdf', 'image/svg+xml']) {
      const { outcome } = await taken(fileOf(await png(), 'kuva.png', type));
      expect(outcome, type).to.equal('picture');
    }
  });

  for (const [what, name, becomes] of hostileNames) {
    it(`gets a harmless name for a name with ${what} in it`, async () => {
      const { names, result } = await taken(fileOf(await png(), name));
      // A browser may take a part of the name away before anybody sees it.
      expect(names).to.deep.equal([safeName(fileOf('', name).name)]);
      expect(safeName(name)).to.equal(becomes);
      expect(result.refused).to.be.empty;
    });
  }

  it('can still give a screenshot after all of them', async () => {
    const { sizes } = await taken(fileOf(jpeg, 'kuva.jpg', 'image/jpeg'));
    expect(sizes).to.deep.equal(['8 × 8']);
  });
});
