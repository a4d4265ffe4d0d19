import { expect, html } from '@open-wc/testing';
import { assertAccessible } from '../../tools/accessible.js';
import { openGate, type Gate, type PlanEntry } from '../../tools/gate.js';
import { itOnce } from '../../tools/one-engine.js';
import { tokenFor } from '../../tools/sign-in.js';
import { waitUntil } from '../../tools/wait-until.js';
import { openAttach, paste, screenshot, transfer, type AttachPage } from './attach-page.js';

async function open(plan: readonly PlanEntry[] = []): Promise<{ page: AttachPage; gate: Gate }> {
  const gate = await openGate(plan);
  const page = await openAttach(html`
    <screenshot-attach locale="fi" upload="endpoint" .endpoint=${gate.endpoint} .accessToken=${() => tokenFor('main-user')}></screenshot-attach>
  `);
  return { page, gate };
}

/** A picture that can't be compressed. */
async function noise(width: number, height: number): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = new ImageData(width, height);
  for (let start = 0; start < image.data.length; start += 65_536)
    crypto.getRandomValues(image.data.subarray(start, start + 65_536));
  for (let at = 3; at < image.data.length; at += 4) image.data[at] = 255;
  context?.putImageData(image, 0, 0);
  return new File([await canvas.convertToBlob()], 'kuva.png', { type: 'image/png' });
}

const uploads = async ({ requests }: Gate, method = 'PUT') =>
  (await requests()).filter(
    (seen) => seen.method === method && seen.path.startsWith('/attachments/'),
  );

describe('with the endpoint', () => {
  it('a picture goes there as soon as the person is done with it, with its digest', async () => {
    const { page, gate } = await open();
    await page.paste(await screenshot());
    await page.reads('valmis lähetettäväksi');
    const [seen, ...others] = await uploads(gate);
    expect(others).to.deep.equal([]);
    expect(seen?.path).to.equal(`/attachments/${page.element.attachments[0]?.id}`);
    expect(seen?.headers['content-digest']).to.match(/^sha-256=:/);
    await assertAccessible(page.element);
  });

  itOnce('a picture that nobody has looked at waits until everything is sent', async () => {
    const { page, gate } = await open();
    await page.element.addFiles([await screenshot()]);
    await page.holds(1);
    expect(await uploads(gate)).to.deep.equal([]);
    const told: string[] = [];
    await page.element.uploaded({ onProgress: ({ files, of }) => told.push(`${files}/${of}`) });
    expect(await uploads(gate)).to.have.length(1);
    expect(told.at(-1)).to.equal('1/1');
  });

  itOnce(
    'a picture that another one followed waits until the person is done with both',
    async () => {
      const { page, gate } = await open();
      const isOpen = (size: string) => () =>
        Boolean(page.root.querySelector('dialog:modal')) &&
        page.root.querySelector('dialog')?.textContent?.includes(size);
      for (const width of [320, 300]) {
        paste(document.body, transfer([await screenshot('image.png', { width })]));
        await waitUntil(isOpen(`${width} × 200`), 'The picture never opened');
      }
      await waitUntil(() => page.names.length === 1, 'The first picture never came into the list');
      expect(await uploads(gate)).to.deep.equal([]);
      await page.press('Valmis');
      await waitUntil(async () => (await uploads(gate)).length === 2, 'They never went');
      await page.element.uploaded();
      expect(await uploads(gate)).to.have.length(2);
    },
  );

  itOnce('a picture that is removed is deleted there too', async () => {
    const { page, gate } = await open();
    await page.paste(await screenshot());
    await page.reads('valmis lähetettäväksi');
    const { id } = page.element.attachments[0] ?? {};
    await page.press('Poista Kuvaruutukaappaus.png');
    await waitUntil(
      async () =>
        (await uploads(gate, 'DELETE')).some(
          ({ path, status }) => path === `/attachments/${id}` && status === 204,
        ),
      'It stayed there',
    );
  });

  itOnce('a picture that is changed takes the place of the old one there', async () => {
    const { page, gate } = await open();
    await page.paste(await screenshot());
    await page.reads('valmis lähetettäväksi');
    const before = page.element.attachments[0]?.id;
    await page.press('Muokkaa: Kuvaruutukaappaus.png');
    await page.done();
    await waitUntil(
      async () =>
        (await uploads(gate, 'DELETE')).some(({ path }) => path === `/attachments/${before}`),
      'The old one stayed',
    );
    await page.element.uploaded();
    expect(page.element.attachments[0]?.id).to.not.equal(before);
    expect((await uploads(gate)).map(({ path }) => path)).to.deep.equal([
      `/attachments/${before}`,
      `/attachments/${page.element.attachments[0]?.id}`,
    ]);
  });

  itOnce('a picture that did not arrive says so and is sent again by itself alone', async () => {
    const { page, gate } = await open([
      {
        path: '/attachments/*',
        status: 413,
        body: { type: 'about:blank', title: 'Too large', status: 413, code: 'tooLarge' },
      },
    ]);
    await page.paste(await screenshot());
    await page.reads('Lähetä uudelleen');
    await page.press('Lähetä uudelleen');
    await page.reads('valmis lähetettäväksi');
    expect((await uploads(gate)).map(({ status }) => status)).to.deep.equal([413, 201]);
  });

  itOnce(
    'a picture that is too large for a proxy on the way is made smaller until it passes',
    async () => {
      const page413 = { status: 413, contentType: 'text/html', body: '<h1>413 Too Large</h1>' };
      const { page, gate } = await open([{ path: '/attachments/*', times: 2, ...page413 }]);
      await page.element.addFiles([await noise(500, 400)]);
      const before = page.element.files[0]?.size ?? 0;
      await page.element.uploaded();
      expect((await uploads(gate)).map(({ status }) => status)).to.deep.equal([413, 413, 201]);
      const [sent] = page.element.files;
      expect([sent?.name, sent?.type]).to.deep.equal(['kuva.jpg', 'image/jpeg']);
      expect(sent?.size).to.be.below(before / 5);
    },
  );

  it('a picture that a proxy on the way cuts off without an answer is made smaller until it passes', async () => {
    const { page, gate } = await open([
      { method: 'PUT', path: '/attachments/*', fault: 'drop', times: 3 },
    ]);
    await page.element.addFiles([await noise(500, 400)]);
    const before = page.element.files[0]?.size ?? 0;
    await page.element.uploaded();
    expect((await uploads(gate)).map(({ status }) => status)).to.deep.equal([
      null,
      null,
      null,
      201,
    ]);
    expect(page.element.files[0]?.size).to.be.below(before / 2);
  });

  it('a picture that has arrived although no answer came is ready, and is not made smaller', async () => {
    const { page, gate } = await open([
      { method: 'PUT', path: '/attachments/*', fault: 'lost-answer', times: 3 },
    ]);
    await page.element.addFiles([await noise(500, 400)]);
    const [before] = page.element.files;
    await page.element.uploaded();
    expect((await uploads(gate)).length).to.equal(3);
    expect(page.element.files[0]).to.equal(before);
  });

  it('a document that a proxy on the way cuts off says that it is too large for the connection', async () => {
    const { page } = await open([
      { method: 'PUT', path: '/attachments/*', fault: 'drop', times: 3 },
    ]);
    const pdf = `%PDF-1.4\n1 0 obj\n<< >>\nendobj\n${'% '.repeat(50_000)}\nxref\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`;
    await page.element.addFiles([new File([pdf], 'ohje.pdf', { type: 'application/pdf' })]);
    await page.reads('liian suuri tälle yhteydelle');
  });

  itOnce(
    'a file that cannot be made smaller says that it is too large for the connection',
    async () => {
      const { page } = await open([
        { path: '/attachments/*', status: 413, contentType: 'text/html', body: '<h1>413</h1>' },
      ]);
      await page.paste(await screenshot());
      await page.reads('liian suuri tälle yhteydelle');
    },
  );

  itOnce('a picture beyond what a person may send for now says when to send it again', async () => {
    const { page } = await open([
      { path: '/attachments/*', status: 429, headers: { 'Retry-After': '600' } },
    ]);
    await page.paste(await screenshot());
    await page.reads('Liian monta lähetystä lyhyessä ajassa. Yritä uudelleen 10 minuutin päästä.');
    await page.press('Lähetä uudelleen');
    await page.reads('valmis lähetettäväksi');
  });

  it('a picture without an answer says which try it is, and can be cancelled and sent again', async () => {
    const { page, gate } = await open([
      { path: '/attachments/*', fault: 'drop' },
      { path: '/attachments/*', fault: 'hang' },
    ]);
    await page.paste(await screenshot());
    await gate.received({ method: 'PUT', path: '/attachments/*' }, 2);
    await page.reads('Vastausta ei tullut, lähetetään uudelleen (2/3).');
    await assertAccessible(page.element);
    await page.press('Peruuta');
    await page.reads('Lähetys peruttiin');
    await page.press('Lähetä uudelleen');
    await page.reads('valmis lähetettäväksi');
  });

  itOnce('waiting ends with the failure of what could not be sent', async () => {
    const { page } = await open([
      {
        path: '/attachments/*',
        status: 415,
        body: { type: 'about:blank', title: 'No', status: 415, code: 'unsupportedType' },
      },
    ]);
    await page.element.addFiles([await screenshot()]);
    const error = await page.element.uploaded().catch((thrown: unknown) => thrown);
    expect(error).to.include({ code: 'unsupportedType' });
  });

  itOnce('waiting can be given up, and taken up again', async () => {
    const { page, gate } = await open([{ path: '/attachments/*', fault: 'hang' }]);
    await page.element.addFiles([await screenshot()]);
    const abort = new AbortController();
    const waiting = page.element
      .uploaded({ signal: abort.signal })
      .catch((thrown: unknown) => thrown);
    await waitUntil(async () => (await uploads(gate)).length === 1, 'Nothing was sent');
    abort.abort();
    expect(await waiting).to.include({ code: 'aborted' });
    await page.element.uploaded();
    expect(page.text).to.include('valmis lähetettäväksi');
  });

  itOnce('the endpoint says what may be attached', async () => {
    const { page } = await open();
    const codes: string[] = [];
    page.element.addEventListener('screenshot-rejected', ({ detail }) => codes.push(detail.code));
    const files = await Promise.all(
      Array.from({ length: 11 }, (_, index) => screenshot(`${index}.png`)),
    );
    await page.element.addFiles(files);
    expect(codes).to.deep.equal(['tooMany']);
    expect(page.element.files).to.have.length(10);
  });
});
