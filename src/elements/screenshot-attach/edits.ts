/** Whole pixels of the picture as it came, from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** What is drawn on a picture: an opaque cover, a frame around something, or an arrow to it. */
export type Mark =
  | { readonly kind: 'cover' | 'box'; readonly rect: Rect }
  | { readonly kind: 'arrow'; readonly from: Point; readonly to: Point };

/** Everything that was done to a picture: what is kept of it, and what is drawn on it, the last one on top. */
export interface Edits {
  readonly crop: Rect | undefined;
  readonly marks: readonly Mark[];
}

export const noEdits: Edits = { crop: undefined, marks: [] };
