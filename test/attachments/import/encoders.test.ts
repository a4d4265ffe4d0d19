import { expect } from '@open-wc/testing';
import {
  dimensionsOf,
  fileTypeOf,
  hasMetadata,
  isPictureType,
  isWhole,
  plainParts,
} from '../../../src/contract/picture-file.js';

describe('what this browser itself makes of a picture', () => {
  for (const asked of ['image/png', 'image/jpeg', 'image/webp']) {
    for (const [width, height] of [
      [1, 1],
      [640, 361],
    ] as const) {
      it(`is whole and nothing but the picture, ${width} × ${height} as ${asked}`, async () => {
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d');
        for (let y = 0; y < height; y += 19) {
          context!.fillStyle = `rgb(${y % 256} 40 200)`;
          context!.fillRect(0, y, width, 7 + (y % 12));
        }
        const written = new Uint8Array(
          await (await canvas.convertToBlob({ type: asked, quality: 0.8 })).arrayBuffer(),
        );
        // A browser that doesn't write what is asked for writes a PNG.
        const type = fileTypeOf(written);
        if (!isPictureType(type)) return expect.fail(type);
        const bytes =
          type === 'image/png' || type === 'image/jpeg'
            ? new Uint8Array(await new Blob(plainParts(written, type)).arrayBuffer())
            : written;
        expect([asked, 'image/png']).to.include(type);
        expect(dimensionsOf(bytes, type)).to.deep.equal({ width, height });
        expect([isWhole(bytes, type), hasMetadata(bytes, type)]).to.deep.equal([true, false]);
      });
    }
  }
});
