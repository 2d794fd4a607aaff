import { BackupFault } from './fault.ts'

/**
 * What the sealed stream holds, one after the other: the manifest; for each of its tables `table` with the name, `rows`
 * with PostgreSQL's text form of COPY cut anywhere, and `end`; the trailer. A frame is one byte of kind, four bytes of
 * length (big-endian), and the content.
 */
export const FRAME_KINDS = { manifest: 1, table: 2, rows: 3, end: 4, trailer: 5 } as const
export type FrameKind = keyof typeof FRAME_KINDS

export interface Frame {
  readonly kind: FrameKind
  readonly content: Buffer
}

/** No frame is longer; a manifest of a thousand tables is not. */
export const FRAME_LIMIT = 4 * 1024 * 1024
const HEAD = 5
const KIND_OF = new Map<number, FrameKind>(Object.entries(FRAME_KINDS).map(([kind, byte]) => [byte, kind as FrameKind]))

export function writeFrame({ kind, content }: Frame): Buffer {
  if (content.length > FRAME_LIMIT)
    throw new RangeError(`A ${kind} frame of ${content.length} bytes is over ${FRAME_LIMIT}.`)
  const head = Buffer.alloc(HEAD)
  head.writeUInt8(FRAME_KINDS[kind], 0)
  head.writeUInt32BE(content.length, 1)
  return Buffer.concat([head, content])
}

/** The frames of a stream. Throws BackupFault `contents` for a kind that is not known, a length over the limit, a frame cut off. */
export async function* readFrames(source: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  let bytes = Buffer.alloc(0)
  for await (const more of source) {
    bytes = Buffer.concat([bytes, more])
    let start = 0
    while (bytes.length - start >= HEAD) {
      const { kind, length } = readHead(bytes, start)
      if (bytes.length - start < HEAD + length) break
      yield { kind, content: bytes.subarray(start + HEAD, start + HEAD + length) }
      start += HEAD + length
    }
    bytes = bytes.subarray(start)
  }
  if (bytes.length > 0) throw new BackupFault('contents', 'It ends within a frame.')
}

function readHead(bytes: Buffer, at: number): { kind: FrameKind; length: number } {
  const kind = KIND_OF.get(bytes.readUInt8(at))
  const length = bytes.readUInt32BE(at + 1)
  if (kind === undefined) throw new BackupFault('contents', `It holds a frame of kind ${bytes.readUInt8(at)}.`)
  if (length > FRAME_LIMIT)
    throw new BackupFault('contents', `It holds a frame of ${length} bytes; the limit is ${FRAME_LIMIT}.`)
  return { kind, length }
}
