import type { PictureOutcome } from './copies.ts'
import { readPicture } from './read-picture.ts'

/** So many pictures are read at one time, whoever asks: each takes a process and its memory. */
const AT_ONCE = 2
let reading = 0
const waiting: (() => void)[] = []

/** Reads a picture as `readPicture` does, once it is its turn. */
export async function readPictureInTurn(content: AsyncIterable<Uint8Array>): Promise<PictureOutcome> {
  if (reading >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  reading++
  try {
    return await readPicture(content)
  } finally {
    reading--
    waiting.shift()?.()
  }
}
