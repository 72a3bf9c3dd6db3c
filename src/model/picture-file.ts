/** A picture as it is kept and shown. */
export interface PictureFile {
  /** MIME. */
  readonly type: string;
  readonly bytes: Uint8Array;
}
