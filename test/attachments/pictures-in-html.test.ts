import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasPictures, isDrawn, picturesIn } from '../../src/attachments/pictures-in-html.js';

const spaces = ' '.repeat(500_000);

describe('pictures in HTML', () => {
  for (const part of [
    '<img',
    '<img "',
    "<img ' ",
    '<img src=',
    '<img a ',
    '<img\n',
    '<source srcset=data: ',
    '<svg width=',
    '<b style="background:',
    '<b style="background:url(data:image/png,">',
  ])
    it(`are looked for at once where ${JSON.stringify(part)} stands 200,000 times`, () => {
      isReadAtOnce(part.repeat(200_000));
    });

  it('are looked for at once where an address is a million spaces', () => {
    isReadAtOnce(`<img src=${spaces}"${spaces}`);
  });
});

/** What takes the square of the length takes minutes at this one. */
function isReadAtOnce(html: string): void {
  const started = performance.now();
  picturesIn(html);
  hasPictures(html);
  isDrawn(html);
  assert.ok(performance.now() - started < 10_000);
}
