import type { FileRefusal } from '@proofmark/contract/recovery-words'

/** A picture that was written anew from its pixels alone: nothing of the file that it was read from is in it. */
export interface PictureCopy {
  readonly width: number
  readonly height: number
  readonly bytes: Buffer
}

/** What a picture turned out to be; its copies are JPEG. */
export interface ReadPicture {
  readonly mediaType: string
  readonly bearsLocation: boolean
  readonly copy: PictureCopy
  readonly preview: PictureCopy
}

export type PictureOutcome =
  | ReadPicture
  | { readonly refused: Extract<FileRefusal, 'no_picture' | 'picture_too_large'> }

/** What the process says of a picture before the bytes of its copies, as JSON. */
export interface PictureHead {
  readonly mediaType: string
  readonly bearsLocation: boolean
  readonly copy: { readonly width: number; readonly height: number; readonly bytes: number }
  readonly preview: { readonly width: number; readonly height: number; readonly bytes: number }
}

export type PictureMessage = PictureHead | { readonly refused: 'no_picture' | 'picture_too_large' }

/** The media type of what the process reads; a format that is not here is no photograph. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  tiff: 'image/tiff',
  heif: 'image/avif',
}
