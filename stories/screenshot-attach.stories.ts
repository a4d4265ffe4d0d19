import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { ScreenshotAttach } from '../src/elements/screenshot-attach/screenshot-attach.js';
import { acts, type Person } from './host/acts.js';
import { element } from './host/element.js';
import { screen } from './host/screens.js';
import { halfPicture, wordDocument } from './host/word.js';

const meta: Meta = {
  title: 'Elements/screenshot-attach',
  component: 'screenshot-attach',
  args: { endpoint: '/api/support', name: 'pictures', accept: '', upload: 'form' },
  argTypes: { upload: { control: { type: 'select' }, options: ['form', 'endpoint'] } },
};

export default meta;
type Story = StoryObj;

const attach = ({ element }: Person): ScreenshotAttach => element as ScreenshotAttach;

const gives =
  (...files: readonly (() => Promise<File>)[]) =>
  async (person: Person): Promise<void> => {
    await attach(person).addFiles(await Promise.all(files.map((file) => file())));
  };

const one = gives(() => screen('Tilikaudet.png'));
const several = gives(
  () => screen('Tilikaudet.png'),
  () => screen('Tositteet.png', 1000, 700),
  () => screen('Raportti.png', 600, 900),
);

const text = (name: string, type: string, content: string) => () =>
  Promise.resolve(new File([content], name, { type }));

/** Opens the first picture in the editor. */
const edits = async (person: Person): Promise<void> => {
  await one(person);
  await person.press('.picture .acts .button');
  await person.sees('dialog[open] canvas');
};

export const Playground: Story = { tags: ['playground'] };

/** In any form, beside the host's own fields. */
export const InAPage: Story = {
  tags: ['overview'],
  render: (args) => html`
    <form @submit=${(event: Event) => event.preventDefault()}>
      <p><label lang="en">Matter <input name="matter" value="The financial year does not open" /></label></p>
      ${element('screenshot-attach', args)}
      <p><button lang="en">Send</button></p>
    </form>
  `,
  play: acts(one),
};

/** Before anything is attached. */
export const Empty: Story = { tags: ['state'] };

/** What is shown is what is sent. */
export const OnePicture: Story = { tags: ['state'], play: acts(one) };

/** In an order that buttons or dragging change. */
export const Several: Story = { tags: ['state', 'every-engine'], play: acts(several) };

/** Another document goes as it is, where the page allows it. */
export const ADocument: Story = {
  tags: ['state'],
  args: { accept: 'image/*,.pdf' },
  play: acts(
    gives(text('Tase 2025.pdf', 'application/pdf', '%PDF-1.7\n%%EOF\n'), () =>
      screen('Tilikaudet.png'),
    ),
  ),
};

/** The editor as it opens: covering is one drag away. It takes the whole window, so no page of documentation shows it. */
export const Editor: Story = { tags: ['modal', 'every-engine'], play: acts(edits) };

/** The page has disabled the element while a picture was open: the editor comes back as it was. */
export const Unfinished: Story = {
  tags: ['modal', 'every-engine'],
  play: acts(async (person) => {
    await edits(person);
    attach(person).disabled = true;
    await person.sees('.undo');
  }),
};

/** What was removed comes back at a press. */
export const Removed: Story = {
  tags: ['state'],
  play: acts(async (person) => {
    await several(person);
    await person.press('.picture:nth-child(2) .acts .button:last-child');
    await person.sees('#undo');
  }),
};

/** Each file that is not taken says why and what to do. */
export const NotTaken: Story = {
  tags: ['behaviour'],
  args: { 'max-files': '1' },
  play: acts(
    gives(
      () => screen('Tilikaudet.png'),
      () => screen('Tositteet.png'),
      text('logo.png', 'image/png', '<!doctype html><p>Not a picture'),
      text('tyhjä.png', 'image/png', ''),
      text(
        'taulukko.xlsx',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'PK',
      ),
    ),
  ),
};

/** Pastes what a program has put on the clipboard in one or several formats. */
const pastes = (content: Readonly<Record<string, string>>) => async (person: Person) => {
  await person.sees('button');
  const clipboardData = new DataTransfer();
  for (const [type, text] of Object.entries(content)) clipboardData.setData(type, text);
  const how = { bubbles: true, cancelable: true, composed: true };
  person.element.dispatchEvent(new ClipboardEvent('paste', { ...how, clipboardData }));
  await person.sees('.refusals');
};

/** A text was copied with its pictures, as from Word or a mail: the text can be pasted, and its pictures don't come along. */
export const PicturesInText: Story = {
  tags: ['behaviour'],
  play: acts(
    pastes({
      'text/plain': 'Virhe 42',
      'text/html': '<p>Virhe 42 <img src="file:///C:/kuva.png" width="640"></p>',
    }),
  ),
};

/** A word processor has put its picture on the clipboard in a format that browsers don't read. */
export const PictureInRtf: Story = {
  tags: ['behaviour'],
  play: acts(pastes({ 'text/rtf': String.raw`{\rtf1{\pict\wmetafile8 0100}}` })),
};

/** A mail program has copied a link to a picture, which nobody fetches. */
export const PictureByLink: Story = {
  tags: ['behaviour'],
  play: acts(pastes({ 'text/html': '<img src="cid:kuva@posti" width="640">' })),
};

/** Another document is shown in one of Word: nobody opens it here. */
export const DocumentInWord: Story = {
  tags: ['behaviour'],
  play: acts(gives(() => wordDocument('ohje.docx', '<w:altChunk r:id="rId9"/>'))),
};

/** The editor says what the document hid of a picture. */
export const FromWord: Story = {
  tags: ['modal'],
  play: acts(async (person) => {
    void gives(() => wordDocument('ohje.docx', halfPicture))(person);
    await person.sees('dialog[open] .beforehand');
  }),
};

/** A form may ask for a picture. */
export const Required: Story = { tags: ['behaviour'], args: { required: true } };

/** Nothing can be attached now. */
export const Disabled: Story = { tags: ['behaviour'], args: { disabled: true } };

const uploads = async (person: Person): Promise<void> => {
  await several(person);
  void attach(person)
    .uploaded()
    .catch(() => undefined);
};

/** Each picture is at the endpoint before the request is. */
export const Uploaded: Story = {
  tags: ['behaviour'],
  args: { upload: 'endpoint' },
  play: acts(async (person) => {
    await several(person);
    await attach(person).uploaded();
  }),
};

/** On its way: the first is being sent, and the others wait. */
export const Uploading: Story = {
  tags: ['behaviour'],
  args: { upload: 'endpoint' },
  parameters: { answers: { putAttachment: () => new Promise(() => undefined) } },
  play: acts(async (person) => {
    await uploads(person);
    await person.sees('progress');
  }),
};

/** One that didn't arrive is sent again by itself alone. */
export const NotArrived: Story = {
  tags: ['failure'],
  args: { upload: 'endpoint' },
  globals: { answer: 'unavailable' },
  play: acts(async (person) => {
    await one(person);
    void attach(person)
      .uploaded()
      .catch(() => undefined);
    await person.sees('.picture [role=alert]');
  }),
};

/** Everything in one column. */
export const Narrow: Story = {
  tags: ['narrow'],
  globals: { width: 'narrow' },
  play: acts(several),
};

/** The English of the source, whatever the toolbar says. */
export const English: Story = {
  tags: ['language'],
  globals: { language: 'en' },
  play: acts(several),
};

/** Swedish as it is written in Finland. */
export const Swedish: Story = {
  tags: ['language'],
  globals: { language: 'sv', width: 'narrow' },
  play: acts(several),
};

export const SwedishEditor: Story = {
  tags: ['modal'],
  globals: { language: 'sv' },
  play: acts(edits),
};

/** The colours follow the page's `color-scheme`. */
export const Dark: Story = { tags: ['theming'], globals: { theme: 'dark' }, play: acts(several) };

/** A host with its own colours, corners and letters. */
export const AnotherBrand: Story = {
  tags: ['theming'],
  parameters: { dress: 'brand' },
  play: acts(several),
};
