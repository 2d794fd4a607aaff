/** Whom to ask and under which handle, as it travels from the matching process. */
export interface ContactLine {
  readonly contact: string
  readonly handle: string
}

/** Every answer has this size, whatever it says, so that its length tells nothing. */
export const FRAME_BYTES = 4_096
/** More are not named in one answer; they are told all the same, and listed. */
export const MOST_CONTACTS = 8

/** The answer as bytes of fixed size: JSON, filled with blanks; of long contacts as many as it holds. */
export function frameOf(lines: readonly ContactLine[]): Buffer {
  const named = lines.slice(0, MOST_CONTACTS)
  const content = Buffer.from(JSON.stringify(named))
  if (content.length > FRAME_BYTES) return frameOf(named.slice(0, -1))
  return Buffer.concat([content, Buffer.alloc(FRAME_BYTES - content.length, ' ')])
}

/** What a frame says. Throws for one of another size. */
export function readFrame(frame: Buffer): ContactLine[] {
  if (frame.length !== FRAME_BYTES)
    throw new RangeError(`A frame of ${frame.length} bytes; ${FRAME_BYTES} are accepted.`)
  return JSON.parse(frame.toString('utf8')) as ContactLine[]
}
