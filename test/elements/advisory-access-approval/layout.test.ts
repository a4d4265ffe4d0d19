import { expect } from '@open-wc/testing';
import { ask } from '../../tools/advisory.js';
import { waitUntil } from '../../tools/wait-until.js';
import { openList } from './approval-page.js';

describe('the approval on its page', () => {
  it('moves nothing when another request arrives, which is announced and counted', async () => {
    const ids = [(await ask()).id];
    const page = await openList(ids);
    await page.reads('Hyväksy');
    const box = page.control('9012');
    box.focus();
    const top = box.getBoundingClientRect().top;
    ids.push((await ask({ reason: 'Uudempi' })).id);
    await page.element.refresh();
    await page.reads('2 odottaa hyväksyntää');
    await waitUntil(
      () => page.announced === 'Uusi neuvontaoikeuspyyntö: Laura Niemi.',
      'It was not announced',
    );
    expect(page.focused).to.equal(box);
    expect(box.getBoundingClientRect().top).to.equal(top);
  });
});
