import type * as z from 'zod'

const BLOCK_BYTES = 1_024

/** A message as it travels: JSON, and spaces up to the next full kilobyte, so that words of other lengths do not show. */
export function frameOf(message: object): Uint8Array {
  const text = JSON.stringify(message)
  const size = Math.ceil(Buffer.byteLength(text) / BLOCK_BYTES) * BLOCK_BYTES
  return Buffer.concat([Buffer.from(text), Buffer.alloc(size - Buffer.byteLength(text), ' ')])
}

/** The message in a frame, or null where it is not of that form. */
export function readFrame<Message>(bytes: Uint8Array, form: z.ZodType<Message>, limit: number): Message | null {
  if (bytes.length > limit) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const read = form.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
