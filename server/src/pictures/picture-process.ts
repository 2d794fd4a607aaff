import { once } from 'node:events'
import sharp from 'sharp'
import { frame } from '../records/files/frame.ts'
import { sealNetwork } from '../records/files/seal-network.ts'
import { bearsLocation } from './bears-location.ts'
import { MEDIA_TYPES, type PictureHead, type PictureMessage } from './copies.ts'

/**
 * The process in which one picture is read, since every file is hostile and what decodes it is native code: started for
 * one picture, with no rights but to read its own code. Takes the file on standard input; gives what it is, and the bytes
 * of a working copy and a preview, on standard output.
 */
sealNetwork()
sharp.concurrency(1)
sharp.cache(false)
// Photographs come in these five forms; the readers of drawings, documents and rarer forms are never let near a file.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Tiff', 'Heif'].map((form) => `VipsForeignLoad${form}Buffer`),
})

/** Of a picture that would unfold to more than this, nothing is read. */
const MOST_PIXELS = 100_000_000
/** Sharp enough to read a serial of a photograph of 12 megapixels: such a one is not made smaller. */
const COPY = { side: 4_096, quality: 88 }
const PREVIEW = { side: 480, quality: 72 }

async function written(input: Buffer, { side, quality }: typeof COPY) {
  // Turned as it is meant to be seen, since the word for that is left out with the rest of what stands beside the pixels.
  const { data, info } = await sharp(input, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .autoOrient()
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

async function read(input: Buffer): Promise<{ message: PictureMessage; bytes: Buffer[] }> {
  const refused = (why: 'no_picture' | 'picture_too_large') => ({ message: { refused: why }, bytes: [] })
  try {
    const { format, exif, xmp, width, height } = await sharp(input, { limitInputPixels: false }).metadata()
    const mediaType = MEDIA_TYPES[format]
    if (mediaType === undefined) return refused('no_picture')
    if (width * height > MOST_PIXELS) return refused('picture_too_large')
    const copy = await written(input, COPY)
    const preview = await written(copy.data, PREVIEW)
    const sized = ({ width, height, data }: typeof copy) => ({ width, height, bytes: data.length })
    const head: PictureHead = {
      mediaType,
      bearsLocation: bearsLocation(exif, xmp),
      copy: sized(copy),
      preview: sized(preview),
    }
    return { message: head, bytes: [copy.data, preview.data] }
  } catch {
    // Whatever the decoder makes of it, it is not a picture that can be shown.
    return refused('no_picture')
  }
}

async function send(bytes: Buffer): Promise<void> {
  if (!process.stdout.write(bytes)) await once(process.stdout, 'drain')
}

const parts: Buffer[] = []
for await (const part of process.stdin as AsyncIterable<Buffer>) parts.push(part)
const { message, bytes } = await read(Buffer.concat(parts))
await send(frame(message))
for (const each of bytes) await send(each)
