/** What came of asking for an address. */
export interface Found {
  /** As it was asked for; after redirects. */
  readonly url: string;
  readonly at: string;
  /** Null where nothing answered. */
  readonly status: number | null;
  /** Why nothing answered, in one sentence; null where something did. */
  readonly trouble: string | null;
}

/** A page as it was found. */
export interface FoundPage extends Found {
  /** Its beginning; null where it is no web page. */
  readonly html: string | null;
}

/** An image as it was found. */
export interface FoundImage extends Found {
  /** What the server calls it, as `image/png`; null where it says nothing. */
  readonly type: string | null;
  /** By its first bytes; null where it is none of the images that networks show. */
  readonly format: "PNG" | "JPEG" | "GIF" | "WebP" | null;
  /** Pixels; null where its beginning does not tell. */
  readonly size: Size | null;
  readonly bytes: number;
}

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a network asks of the image of a card. All that is named must hold. */
export interface ImageNeeds {
  /** Pixels. */
  readonly minWidth?: number;
  readonly minHeight?: number;
  /** Pixels of the longer side, and of the whole area. */
  readonly maxSide?: number;
  readonly maxPixels?: number;
  readonly maxBytes?: number;
}
