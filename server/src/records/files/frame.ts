import type { ByteReader } from './byte-reader.ts'

/** A frame that is larger is refused: whoever sends it is not the parser that we wrote. */
const FRAME_LIMIT_BYTES = 64 * 1024 * 1024
const HEAD_BYTES = 4

/** A message on a pipe: its length in bytes (4, little-endian), then JSON in UTF-8. */
export function frame(message: unknown): Buffer {
  const json = JSON.stringify(message)
  const length = Buffer.byteLength(json)
  const bytes = Buffer.allocUnsafe(HEAD_BYTES + length)
  bytes.writeUInt32LE(length)
  bytes.write(json, HEAD_BYTES)
  return bytes
}

/** The next message; null where the pipe ends first, or what comes is no message. */
export async function readFrame(reader: ByteReader): Promise<unknown> {
  const head = await reader.take(HEAD_BYTES)
  if (head.length < HEAD_BYTES) return null
  const length = head.readUInt32LE()
  if (length > FRAME_LIMIT_BYTES) return null
  const body = await reader.take(length)
  if (body.length < length) return null
  try {
    return JSON.parse(body.toString()) as unknown
  } catch {
    return null
  }
}
