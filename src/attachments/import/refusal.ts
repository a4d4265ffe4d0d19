export type RefusalCode =
  | 'empty'
  | 'unreadable'
  | 'unsupportedType'
  | 'notAsNamed'
  | 'damaged'
  | 'notShown'
  | 'altered'
  | 'tooLarge'
  | 'totalTooLarge'
  | 'tooManyPixels'
  | 'tooMany'
  | 'noPictures'
  | 'externalPictures'
  | 'innerDocument'
  | 'pictureFormat'
  | 'unknownCrop'
  | 'encrypted'
  | 'oldWord'
  | 'tooMuchInside'
  | 'tooManyInside'
  | 'notLoaded';

export interface Refusal {
  readonly name: string;
  readonly code: RefusalCode;
  /** The format of a picture that can't be taken, such as TIFF. */
  readonly format?: string;
  /** Of a document with more pictures than there is room for: how many were taken, and how many weren't. */
  readonly taken?: number;
  readonly left?: number;
}

export type RemarkCode = 'shapesLeftOut' | 'encryptedPdf' | 'firstFrame' | 'smaller';

/** What a person has to know although the file was taken. */
export interface Remark {
  readonly name: string;
  readonly code: RemarkCode;
}
