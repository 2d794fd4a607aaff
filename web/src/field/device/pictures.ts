import { HEIC_HEAD, isHeic } from '@proofmark/contract/heic'
import type { PhotographView } from '@proofmark/contract/recovery-words'
import type { Picture } from '../draft/draft.ts'
import { type Book, previewOf } from './book.ts'
import { hashOf } from './seal.ts'

const PREVIEW_WIDTH = 480

/** The same picture, small enough to be shown by the dozen; null where the browser cannot draw it. */
async function previewMade(photograph: Blob): Promise<ArrayBuffer | null> {
  try {
    const bitmap = await createImageBitmap(photograph, { resizeWidth: PREVIEW_WIDTH, resizeQuality: 'medium' })
    const canvas = document.createElement('canvas')
    canvas.width = bitmap.width
    canvas.height = bitmap.height
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
    bitmap.close()
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8))
    return (await drawn?.arrayBuffer()) ?? null
  } catch {
    return null
  }
}

/** Is it in a form of which nobody will see a copy? */
export async function isUnreadable(photograph: Blob): Promise<boolean> {
  return isHeic(new Uint8Array(await photograph.slice(0, HEIC_HEAD).arrayBuffer()))
}

export interface Taken {
  readonly file: string
  readonly exhibit: string
  readonly view: PhotographView
  readonly photograph: File
}

/**
 * Takes a photograph in as it came from the camera: hashed first, then sealed, with a small preview. What it shows is not
 * changed here and nothing is taken out of it. Throws {@link NoRoomError}.
 */
export async function takePicture(book: Book, recovery: string, taken: Taken): Promise<Picture> {
  const { file, exhibit, view, photograph } = taken
  const content = await photograph.arrayBuffer()
  const sha256 = await hashOf(content)
  await book.savePicture(recovery, file, content)
  const preview = await previewMade(photograph)
  if (preview) await book.savePicture(recovery, previewOf(file), preview)
  return { file, exhibit, view, sha256, bytes: content.byteLength, state: { kind: 'waiting', received: 0 } }
}
