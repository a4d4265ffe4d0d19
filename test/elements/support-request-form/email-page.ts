import PostalMime, { type Email } from 'postal-mime';
import sinon from 'sinon';
import { fill, press } from '../../tools/input.js';
import { waitUntil } from '../../tools/wait-until.js';
import { AttachPage } from '../screenshot-attach/attach-page.js';
import type { FormPage } from './form-page.js';

/** What the browser was given to save while the tests run, instead of its asking where. */
export class Downloads {
  readonly files: { readonly name: string; readonly content: Blob }[] = [];
  readonly #blobs = new Map<string, Blob>();
  readonly #sandbox = sinon.createSandbox();

  constructor() {
    const { files } = this;
    const blobs = this.#blobs;
    const create = URL.createObjectURL.bind(URL);
    this.#sandbox.stub(URL, 'createObjectURL').callsFake((content) => {
      const address = create(content);
      if (content instanceof Blob) blobs.set(address, content);
      return address;
    });
    this.#sandbox.stub(HTMLAnchorElement.prototype, 'click').callsFake(function (
      this: HTMLAnchorElement,
    ) {
      const content = blobs.get(this.href);
      if (this.hasAttribute('download') && content) files.push({ name: this.download, content });
    });
  }

  async next(count = 1): Promise<{ readonly name: string; readonly content: Blob }> {
    await waitUntil(
      () => this.files.length >= count,
      () => `${count} files were never saved`,
    );
    const file = this.files[count - 1];
    if (!file) throw new Error('No file');
    return file;
  }

  /** The next file, as another program reads it. */
  async mail(count?: number): Promise<Email> {
    return PostalMime.parse((await this.next(count)).content);
  }

  restore(): void {
    this.#sandbox.restore();
  }
}

/** The place of the pictures in a form. */
export async function picturesOf({ root }: FormPage): Promise<AttachPage> {
  const element = () => root.querySelector('screenshot-attach');
  root.querySelector('input')?.focus();
  await waitUntil(
    () => element()?.shadowRoot?.querySelector('.drop-area'),
    'There is no place for pictures',
  );
  const found = element();
  if (!found) throw new Error('No screenshot-attach');
  return new AttachPage(found);
}

/** Writes what the first picture shows. */
export async function writeCaption({ root }: AttachPage, text: string): Promise<void> {
  const field = root.querySelector<HTMLInputElement>('input[id^=caption]');
  if (!field) throw new Error('There is no field for a caption');
  await fill(field, text);
  await press('Tab');
}

/** A picture whose bytes hold no pattern, so that it is as large as is asked for. */
export async function noisyPicture(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas');
  const image = context.createImageData(width, height);
  for (let start = 0; start < image.data.length; start += 65_536)
    crypto.getRandomValues(image.data.subarray(start, start + 65_536));
  for (let index = 3; index < image.data.length; index += 4) image.data[index] = 255;
  context.putImageData(image, 0, 0);
  return canvas.convertToBlob();
}
