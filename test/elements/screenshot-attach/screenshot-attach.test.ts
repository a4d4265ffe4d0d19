import { expect, html, oneEvent } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import sinon from 'sinon';
import { assertAccessible } from '../../tools/accessible.js';
import { fill } from '../../tools/input.js';
import { itOnce } from '../../tools/one-engine.js';
import { waitUntil } from '../../tools/wait-until.js';
import { openAttach, screenshot, transfer } from './attach-page.js';

const drag = (type: string, data: DataTransfer) => {
  const event = new DragEvent(type, { bubbles: true, cancelable: true, composed: true });
  Object.defineProperty(event, 'dataTransfer', { value: data });
  return event;
};

const twoNamed = async () => {
  const page = await openAttach();
  await page.element.addFiles([await screenshot('eka.png'), await screenshot('toka.png')]);
  await page.holds(2);
  return page;
};

describe('screenshot-attach', () => {
  it('is upgraded and accessible, and tells the keys of this computer', async () => {
    const page = await openAttach();
    expect(page.text).to.match(/(Print Screen|⇧ ⌃ ⌘ 4), sitten (Ctrl|⌘) \+ V/);
    await assertAccessible(page.element);
  });

  itOnce('speaks English', async () => {
    const page = await openAttach(html`<screenshot-attach locale="en"></screenshot-attach>`);
    expect(page.text)
      .to.match(/, then (Ctrl|⌘) \+ V/)
      .and.to.include('Choose files');
    await page.element.addFiles([await screenshot()]);
    await page.reads('Screenshot.png');
  });

  it('takes what is dropped, several at once', async () => {
    const page = await openAttach();
    const data = transfer([await screenshot('eka.png'), await screenshot('toka.png')]);
    const area = page.root.querySelector('.drop-area');
    area?.dispatchEvent(drag('dragover', data));
    await page.element.updateComplete;
    expect(area?.matches('.over')).to.equal(true);
    expect(page.text).to.include('Pudota tiedostot tähän');
    area?.dispatchEvent(drag('drop', data));
    await page.holds(2);
    expect(page.names).to.deep.equal(['eka.png', 'toka.png']);
  });

  it('takes what is picked', async () => {
    const page = await openAttach();
    const input = page.root.querySelector('input[type=file]') as HTMLInputElement;
    input.files = transfer([await screenshot('eka.png')]).files;
    input.dispatchEvent(new Event('change'));
    await page.done();
    await page.holds(1);
  });

  it('opens the chooser of files, also when there are fields for captions', async () => {
    const page = await openAttach();
    await page.element.addFiles([await screenshot('eka.png')]);
    await page.holds(1);
    const choosers: EventTarget[] = [];
    page.root.addEventListener('click', (event) => {
      if (!(event.target instanceof HTMLInputElement)) return;
      choosers.push(event.target);
      // The system's own window would stay.
      event.preventDefault();
    });
    await page.press('Valitse tiedostot');
    expect(choosers).to.deep.equal([page.root.querySelector('[type=file]')]);
  });

  it('has the chooser offer documents by their endings too, where a computer has no word for their types', async () => {
    const page = await openAttach(html`
      <screenshot-attach locale="fi" accept="image/png,text/csv,application/XML,application/pdf"></screenshot-attach>
    `);
    const input = page.root.querySelector<HTMLInputElement>('[type=file]');
    page.root.querySelector<HTMLElement>('.drop-area button')?.focus();
    await waitUntil(() => input?.accept, 'Nothing is offered');
    const offered = input?.accept.split(',');
    expect(offered).to.include.members([
      'image/png',
      'text/csv',
      '.csv',
      '.xml',
      'application/pdf',
    ]);
    expect(offered).not.to.include('.xlsx');
  });

  itOnce(
    'tells name, dimensions and size of what would be sent, and says that it is attached',
    async () => {
      const page = await openAttach();
      await page.element.addFiles([await screenshot('virhe.jpg', { type: 'image/jpeg' })]);
      await page.holds(1);
      expect(page.text).to.match(/virhe\.jpg · 320 × 200 · [\d,]+ (kt|t|tavua)/);
      expect(page.announced).to.equal('Liitetty: virhe.jpg');
    },
  );

  itOnce('keeps captions with their pictures', async () => {
    const page = await twoNamed();
    const [caption] = page.root.querySelectorAll<HTMLInputElement>('input.control');
    if (!caption) throw new Error('No caption');
    expect(caption.labels?.[0]?.innerText).to.equal('Kuvateksti valinnainen');
    await fill(caption, ' Virheilmoitus ');
    expect(page.element.attachments[0]?.caption).to.equal('Virheilmoitus');
    expect(caption.value).to.equal(' Virheilmoitus ');
    await page.press('Siirrä alemmas: eka.png');
    expect(page.element.attachments.map(({ name, caption: text }) => [name, text])).to.deep.equal([
      ['toka.png', undefined],
      ['eka.png', 'Virheilmoitus'],
    ]);
  });

  it('changes their order by buttons, and the focus stays on the button', async () => {
    const page = await twoNamed();
    await page.press('Siirrä ylemmäs: toka.png');
    await waitUntil(() => page.names[0] === 'toka.png', 'The picture never moved up');
    expect(page.root.activeElement?.getAttribute('aria-label')).to.equal(
      'Siirrä ylemmäs: toka.png',
    );
    expect(page.announced).to.equal('Paikka 1/2');
    expect(page.element.files.map(({ name }) => name)).to.deep.equal(['toka.png', 'eka.png']);
  });

  it('keeps the focus on the button by which a picture becomes the last one', async () => {
    const page = await twoNamed();
    await page.press('Siirrä alemmas: eka.png');
    await waitUntil(() => page.names[1] === 'eka.png', 'The picture never moved down');
    expect(page.root.activeElement?.getAttribute('aria-label')).to.equal('Siirrä alemmas: eka.png');
  });

  it('changes their order by dragging', async () => {
    const page = await twoNamed();
    const [first, second] = page.root.querySelectorAll('.picture');
    const data = new DataTransfer();
    second?.dispatchEvent(drag('dragstart', data));
    first?.dispatchEvent(drag('drop', data));
    await waitUntil(() => page.names[0] === 'toka.png', 'Nothing moved');
  });

  it('brings back what was removed, to its place', async () => {
    const page = await twoNamed();
    await page.press('Poista eka.png');
    await page.reads('Poistettu: eka.png');
    expect(page.names).to.deep.equal(['toka.png']);
    await assertAccessible(page.element);
    await waitUntil(() => page.root.activeElement === page.button('Kumoa'), 'The focus was lost');
    await page.press('Kumoa');
    await page.holds(2);
    expect(page.names).to.deep.equal(['eka.png', 'toka.png']);
    await waitUntil(() => page.root.activeElement?.matches('.picture'), 'The focus was lost');
  });

  itOnce('gives two pictures of one name different names', async () => {
    const page = await openAttach();
    await page.element.addFiles([await screenshot(), await screenshot()]);
    await page.holds(2);
    expect(page.names).to.deep.equal(['Kuvaruutukaappaus.png', 'Kuvaruutukaappaus (2).png']);
  });

  itOnce('does so also where both are being prepared at once', async () => {
    const page = await openAttach();
    await Promise.all([
      page.element.addFiles([await screenshot()]),
      page.element.addFiles([await screenshot()]),
    ]);
    await page.holds(2);
    expect(new Set(page.names)).to.deep.equal(
      new Set(['Kuvaruutukaappaus.png', 'Kuvaruutukaappaus (2).png']),
    );
  });

  itOnce('attaches other documents as they are, where the page allows them', async () => {
    const page = await openAttach(
      html`<screenshot-attach locale="fi" accept="image/*,.pdf"></screenshot-attach>`,
    );
    const pdf = new File(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'], 'tase.pdf', {
      type: 'application/pdf',
    });
    await page.element.addFiles([pdf]);
    await page.holds(1);
    expect(await page.element.files[0]?.text()).to.equal(await pdf.text());
    expect(page.text).to.include('tase.pdf');
    await assertAccessible(page.element);
  });

  itOnce('says which limit keeps a picture out, and what to do', async () => {
    const page = await openAttach(
      html`<screenshot-attach locale="fi" max-files="1"></screenshot-attach>`,
    );
    const rejected = oneEvent(page.element, 'screenshot-rejected');
    await page.element.addFiles([await screenshot('eka.png'), await screenshot('toka.png')]);
    const { detail } = (await rejected) as CustomEvent<{ name: string; code: string }>;
    expect(detail).to.deep.equal({ name: 'toka.png', code: 'tooMany' });
    expect(page.names).to.deep.equal(['eka.png']);
    expect(page.root.querySelector('[role=alert]')?.textContent).to.include('toka.png');
    await assertAccessible(page.element);
  });

  const rejectedBy = async (attach: TemplateResult, ...files: File[]) => {
    const page = await openAttach(attach);
    const codes: string[] = [];
    page.element.addEventListener('screenshot-rejected', ({ detail }) => codes.push(detail.code));
    await page.element.addFiles(files);
    return codes;
  };

  itOnce('keeps to the limit for one file, and for all of them', async () => {
    const file = await screenshot('eka.png');
    expect(
      await rejectedBy(html`<screenshot-attach max-bytes="100"></screenshot-attach>`, file),
    ).to.deep.equal(['tooLarge']);
    expect(
      await rejectedBy(html`<screenshot-attach max-total-bytes="100"></screenshot-attach>`, file),
    ).to.deep.equal(['totalTooLarge']);
  });

  it('makes a picture smaller that has more pixels than may be sent', async () => {
    const page = await openAttach(
      html`<screenshot-attach locale="fi" max-pixels="16000"></screenshot-attach>`,
    );
    await page.element.addFiles([await screenshot('eka.png')]);
    await page.holds(1);
    expect(page.text).to.include('eka.png · 160 × 100');
  });

  itOnce('says in the console that a limit is none, and goes by the usual one', async () => {
    const warn = sinon.stub(console, 'warn');
    try {
      for (const most of ['', '-1', 'NaN', 'kolme']) {
        const page = await openAttach(
          html`<screenshot-attach locale="fi" max-files=${most} accept="png, */*"></screenshot-attach>`,
        );
        const note = new File(['Tilikausi 2026'], 'muistio.txt', { type: 'text/plain' });
        await page.element.addFiles([await screenshot('eka.png'), note]);
        expect(page.names).to.deep.equal(['eka.png', 'muistio.txt']);
      }
      const texts = warn.args.map(([text]) => String(text));
      expect(texts.some((text) => text.includes('max-files'))).to.equal(true);
      expect(texts.some((text) => text.includes('accept="png"'))).to.equal(true);
    } finally {
      warn.restore();
    }
  });

  itOnce('tells the page of every change', async () => {
    const page = await openAttach();
    const told: string[] = [];
    for (const type of ['screenshot-added', 'screenshot-changed', 'screenshot-removed'])
      page.element.addEventListener(type, () => told.push(type));
    await page.element.addFiles([await screenshot('eka.png'), await screenshot('toka.png')]);
    await page.press('Siirrä alemmas: eka.png');
    await page.press('Poista eka.png');
    expect(told).to.deep.equal([
      'screenshot-added',
      'screenshot-added',
      'screenshot-changed',
      'screenshot-removed',
    ]);
  });

  it('says what to do instead where nothing may be captured', async () => {
    const devices = navigator.mediaDevices as { getDisplayMedia?: () => Promise<MediaStream> };
    devices.getDisplayMedia = () => Promise.reject(new DOMException('policy', 'NotAllowedError'));
    try {
      const page = await openAttach();
      await page.press('Ota kuvaruutukaappaus');
      await page.reads(/Kuvaruutukaappausta ei otettu\. .* paina .+ ja sitten (Ctrl|⌘) \+ V\./);
      await assertAccessible(page.element);
    } finally {
      delete devices.getDisplayMedia;
    }
  });

  itOnce('is empty after clear()', async () => {
    const page = await twoNamed();
    page.element.clear();
    await page.holds(0);
    expect(page.element.files).to.have.length(0);
  });
});
