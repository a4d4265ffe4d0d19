import { expect } from '@open-wc/testing';
import { fileSize } from '../../src/localization/file-size.js';

describe('a number of bytes', () => {
  it('reads as in a file manager of the language', () => {
    expect(fileSize(24_370_000, 'fi')).to.match(/^24,4\sMt$/);
    expect(fileSize(24_370_000, 'sv')).to.match(/^24,4\sMB$/);
    expect(fileSize(24_370_000, 'en')).to.equal('24.4\u00a0MB');
    expect(fileSize(1_500, 'en')).to.equal('1.5\u00a0kB');
    expect(fileSize(12, 'en')).to.equal('12\u00a0bytes');
    expect(fileSize(0, 'en')).to.equal('0\u00a0bytes');
    expect(fileSize(3_000_000_000_000, 'en')).to.equal('3,000\u00a0GB');
  });
});
