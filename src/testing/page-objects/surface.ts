/** What a page object needs of an element's shadow root, and of those in it. Selectors are CSS; the first that fits is meant. */
export interface Surface {
  /** Waits until something is there. */
  sees(selector: string): Promise<void>;
  has(selector: string): Promise<boolean>;
  press(selector: string): Promise<void>;
  /** Writes in place of what a field holds. */
  write(selector: string, text: string): Promise<void>;
  /** Chooses in a list, by the value. */
  choose(selector: string, value: string): Promise<void>;
  /** Sets a box. */
  check(selector: string, isChecked: boolean): Promise<void>;
  /** Gives files to a field for files, also to one that isn't seen. */
  give(selector: string, files: readonly File[]): Promise<void>;
  key(selector: string, key: string): Promise<void>;
  /** What can be read there, with plain spaces. */
  text(selector: string): Promise<string>;
  /** The same of each that fits. */
  texts(selector: string): Promise<string[]>;
}

export const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
