import { saveFile } from '../../../ui/save-file.js';
import { emlOf, type Mail } from './mime/message.js';

/** The most that mail servers are sure to take, with everything encoded. */
export const MOST_BYTES = 20_000_000;

/** In characters, without the ending. */
const LONGEST_NAME = 100;

/** A name that every system takes: no folders, nothing that can't be seen, not too long. */
function fileNameOf(title: string): string {
  const plain = title.replaceAll(/[<>:"/\\|?*\p{C}\p{Z}]+/gu, ' ').trim();
  return `${[...plain]
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/[. ]+$/, '')}.eml`;
}

const textsOf = ({ to, subject, language, text }: Mail): string =>
  JSON.stringify([to, subject, language, text]);

/** An e-mail as a file, and what it was made of. */
export class EmailFile {
  private constructor(
    readonly file: File,
    readonly mail: Mail,
  ) {}

  /**
   * Makes the file, and has it saved unless it is too large.
   *
   * @param title what the file is called
   */
  static async save(mail: Mail, title: string): Promise<EmailFile> {
    const content = await emlOf(mail);
    const made = new EmailFile(
      new File([content], fileNameOf(title), { type: content.type }),
      mail,
    );
    if (!made.isTooLarge) saveFile(made.file);
    return made;
  }

  get isTooLarge(): boolean {
    return this.file.size > MOST_BYTES;
  }

  /** Whether it is this mail, down to each file. */
  holds(mail: Mail): boolean {
    const { files } = this.mail;
    return (
      textsOf(mail) === textsOf(this.mail) &&
      mail.files.length === files.length &&
      mail.files.every((file, index) => file === files[index])
    );
  }
}
