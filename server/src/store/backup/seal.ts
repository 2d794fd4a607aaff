import { createCipheriv, createDecipheriv } from 'node:crypto'
import { BackupFault } from './fault.ts'

/**
 * A stream of any length, encrypted and authenticated without ever being whole in memory: the STREAM construction
 * (Hoang, Reyhanitabar, Rogaway and Vizár, 2015), as the age format uses it, over AES-256-GCM. Each chunk of 64 KiB,
 * the last one shorter, has the nonce 11 bytes of counter and one byte that is 1 on the last chunk alone, and carries
 * its tag of 16 bytes. So chunks that were cut off, repeated, reordered or taken from another file are found.
 */
const CHUNK = 65_536
const TAG = 16
const CIPHER = 'aes-256-gcm'

export interface Block {
  readonly bytes: Buffer
  readonly last: boolean
}

/** The same bytes in blocks of this size. The last is shorter or as long, and empty only where there were no bytes. */
export async function* inBlocks(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Block> {
  let waiting: Uint8Array[] = []
  let length = 0
  for await (const bytes of source) {
    waiting.push(bytes)
    length += bytes.length
    if (length <= size) continue
    const joined = Buffer.concat(waiting, length)
    let start = 0
    for (; length - start > size; start += size) yield { bytes: joined.subarray(start, start + size), last: false }
    waiting = [joined.subarray(start)]
    length -= start
  }
  yield { bytes: Buffer.concat(waiting, length), last: true }
}

function nonce(counter: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUIntBE(counter, 5, 6)
  bytes.writeUInt8(last ? 1 : 0, 11)
  return bytes
}

/** Seals a stream under a key that seals nothing else, binding it to `head`. */
export async function* seal(source: AsyncIterable<Uint8Array>, key: Buffer, head: Buffer): AsyncGenerator<Buffer> {
  let counter = 0
  for await (const { bytes, last } of inBlocks(source, CHUNK)) {
    const cipher = createCipheriv(CIPHER, key, nonce(counter++, last), { authTagLength: TAG }).setAAD(head)
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
}

/** Opens a sealed stream. Nothing is yielded that did not authenticate; throws BackupFault `damaged`. */
export async function* unseal(source: AsyncIterable<Uint8Array>, key: Buffer, head: Buffer): AsyncGenerator<Buffer> {
  let counter = 0
  for await (const { bytes, last } of inBlocks(source, CHUNK + TAG)) {
    // A stream has one sealed form: none ends in an empty chunk but the empty stream.
    if (bytes.length < TAG || (bytes.length === TAG && counter > 0)) throw damaged(counter)
    const decipher = createDecipheriv(CIPHER, key, nonce(counter, last), { authTagLength: TAG }).setAAD(head)
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
    const opened = decipher.update(bytes.subarray(0, bytes.length - TAG))
    try {
      decipher.final()
    } catch {
      throw damaged(counter)
    }
    counter++
    yield opened
  }
}

function damaged(chunk: number): BackupFault {
  return new BackupFault('damaged', `It is cut short or changed at its chunk ${chunk + 1}.`)
}
