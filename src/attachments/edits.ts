/** Whole pixels of the picture as it came, from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** Words on a label. Its lines are laid out once, so that they break everywhere as they were seen. */
export interface TextMark {
  readonly kind: 'text';
  /** The label, as high as its lines need. */
  readonly rect: Rect;
  readonly text: string;
  /** How wide the label becomes with its words; nothing once the person has said how wide it is. */
  readonly most: number | undefined;
  /** Of the letters, in pixels. */
  readonly size: number;
  readonly lines: readonly string[];
}

/** What is drawn on a picture: an opaque cover, a frame around something, an arrow to it, or words. */
export type Mark =
  | { readonly kind: 'cover' | 'box'; readonly rect: Rect }
  | { readonly kind: 'arrow'; readonly from: Point; readonly to: Point }
  | TextMark;

/** Everything that was done to a picture: what is kept of it, and what is drawn on it, the last one on top. */
export interface Edits {
  readonly crop: Rect | undefined;
  readonly marks: readonly Mark[];
}

export const noEdits: Edits = { crop: undefined, marks: [] };
