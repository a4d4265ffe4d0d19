import { expect, html } from '@open-wc/testing';
import { openGate } from '../../tools/gate.js';
import { slowly } from '../../tools/slow-file.js';
import { tokenFor } from '../../tools/sign-in.js';
import { waitUntil } from '../../tools/wait-until.js';
import { openAttach, screenshot, type AttachPage } from './attach-page.js';

/** Where everything stands that can be pressed, in each frame until it is told to stop. */
function watchButtons({ root }: AttachPage): { stop(): string[] } {
  const seen = new Set<string>();
  const places = () =>
    [...root.querySelectorAll<HTMLElement>('.drop-area button, [data-watched]')]
      .map((button) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        return `${button.textContent?.trim()} ${[left, top, width, height].join()}`;
      })
      .join('\n');
  const observer = new MutationObserver(() => seen.add(places()));
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  return {
    stop() {
      observer.disconnect();
      return [...seen.add(places())];
    },
  };
}

/** What is in the row of a picture can be pressed from then on. */
const watchRow = ({ root }: AttachPage): void => {
  for (const button of root.querySelectorAll<HTMLElement>('.picture .acts > *, .picture .control'))
    button.dataset['watched'] = '';
};

describe('what a person is about to press beside pictures', () => {
  for (const width of [290, 700])
    it(`stands still in a place of ${width} pixels while those that they handed over are read, drawn and uploaded`, async () => {
      const { endpoint } = await openGate();
      const page = await openAttach(html`
        <screenshot-attach locale="fi" upload="endpoint" .endpoint=${endpoint} .accessToken=${() => tokenFor('main-user')}></screenshot-attach>
      `);
      page.element.style.width = `${width}px`;
      const { file, read } = slowly(await screenshot('eka.png'));
      const { file: last, read: readLast } = slowly(await screenshot('kolmas.png'));
      void page.element.addFiles([file, await screenshot('toinen.png'), last]);
      await page.element.updateComplete;
      const buttons = watchButtons(page);
      read();
      await waitUntil(
        () => page.names.length === 2,
        () => `There are ${page.names.join()}`,
      );
      const before = buttons.stop();
      watchRow(page);
      const all = watchButtons(page);
      readLast();
      await page.holds(3);
      await page.element.uploaded();
      await page.reads('valmis lähetettäväksi');
      expect([before.length, all.stop().length]).to.deep.equal([1, 1]);
    });
});
