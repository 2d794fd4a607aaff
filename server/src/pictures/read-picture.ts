import { spawn } from 'node:child_process'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { ByteReader } from '../records/files/byte-reader.ts'
import { readFrame } from '../records/files/frame.ts'
import { sandboxEnvironment } from '../records/files/parser-sandbox.ts'
import { MEDIA_TYPES, type PictureCopy, type PictureHead, type PictureOutcome } from './copies.ts'

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const HEAP_MEGABYTES = 256
/** A picture that takes longer than this to read is one that was made to. */
const PATIENCE_MS = 60_000
/** A copy larger than this is none that our process would write. */
const MOST_COPY_BYTES = 64 * 1024 * 1024

/**
 * Started with no rights but to read the code of this and of the folder beside it, and with native code, which decodes the
 * picture: it reads no data, writes nothing, starts nothing, and knows no secret.
 */
const ARGUMENTS = [
  '--permission',
  '--allow-addons',
  ...['.', '../records/files/', '../../../node_modules/', '../../../../node_modules/'].map(
    (folder) => `--allow-fs-read=${place(folder)}*`,
  ),
  `--allow-fs-read=${place('../../package.json')}`,
  `--allow-fs-read=${place('../../../package.json')}`,
  '--no-warnings',
  '--disable-sigusr1',
  `--max-old-space-size=${HEAP_MEGABYTES}`,
  place('picture-process.ts'),
]

const isSize = (value: unknown): value is PictureHead['copy'] => {
  const size = value as Partial<Record<string, unknown>> | null
  const whole = (number: unknown) => Number.isInteger(number) && (number as number) > 0
  return typeof size === 'object' && whole(size?.width) && whole(size?.height) && whole(size?.bytes)
}

/** What the process said, if it said anything: one that a hostile file has taken over could say whatever it likes. */
function headOf(value: unknown): PictureHead | null {
  const head = value as Partial<PictureHead> | null
  const known = Object.values(MEDIA_TYPES).includes(head?.mediaType ?? '')
  const sized = isSize(head?.copy) && isSize(head?.preview)
  if (!known || !sized || typeof head?.bearsLocation !== 'boolean') return null
  const { copy, preview } = head as PictureHead
  return copy.bytes <= MOST_COPY_BYTES && preview.bytes <= MOST_COPY_BYTES ? (head as PictureHead) : null
}

const isJpeg = (bytes: Buffer) => bytes.length > 4 && bytes[0] === 0xff && bytes[1] === 0xd8

/** Reads a picture in a process of its own and gives its copies; what cannot be read there is no picture. */
export async function readPicture(content: AsyncIterable<Uint8Array>): Promise<PictureOutcome> {
  const child = spawn(process.execPath, ARGUMENTS, {
    cwd: place('.'),
    env: sandboxEnvironment(),
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  })
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  try {
    // A process that ends early closes its end of the pipe; what became of it is learnt from what it said.
    void pipeline(content, child.stdin).catch(() => child.kill('SIGKILL'))
    const reader = new ByteReader(child.stdout as AsyncIterable<Uint8Array>)
    const message = await readFrame(reader).catch(() => null)
    if ((message as { refused?: unknown } | null)?.refused === 'picture_too_large')
      return { refused: 'picture_too_large' }
    const head = headOf(message)
    if (head === null) return { refused: 'no_picture' }
    const taken = async ({ width, height, bytes }: PictureHead['copy']): Promise<PictureCopy> => ({
      width,
      height,
      bytes: await reader.take(bytes),
    })
    const [copy, preview] = [await taken(head.copy), await taken(head.preview)]
    if (!isJpeg(copy.bytes) || !isJpeg(preview.bytes)) return { refused: 'no_picture' }
    return { mediaType: head.mediaType, bearsLocation: head.bearsLocation, copy, preview }
  } finally {
    clearTimeout(late)
    child.kill('SIGKILL')
    child.stdout.destroy()
    await ended
  }
}
