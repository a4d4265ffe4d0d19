export type RemarkCode = 'shapesLeftOut' | 'encryptedPdf' | 'firstFrame' | 'smaller';

/** What a person has to know although the file was taken. */
export interface Remark {
  readonly name: string;
  readonly code: RemarkCode;
}
