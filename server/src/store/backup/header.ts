import { BackupFault } from './fault.ts'

/**
 * The plain head of a backup, 76 bytes, integers big-endian:
 *
 *     16  the word `proofmark-backup`
 *      4  version of the format, 1
 *      8  when the backup was taken, milliseconds since 1970
 *     32  salt: from it and the backup's key come the key of this file alone, and the identifier below
 *     16  identifier of the key
 *
 * After it come the sealed chunks (seal.ts) of a gzip stream of frames (frames.ts). Every chunk authenticates the head.
 */
export interface Header {
  readonly taken: Date
  readonly salt: Buffer
  readonly keyId: Buffer
}

export const SALT_LENGTH = 32
export const KEY_ID_LENGTH = 16
const MAGIC = Buffer.from('proofmark-backup', 'latin1')
const FORMAT = 1
const TAKEN_AT = MAGIC.length + 4
const SALT_AT = TAKEN_AT + 8
const KEY_ID_AT = SALT_AT + SALT_LENGTH
export const HEADER_LENGTH = KEY_ID_AT + KEY_ID_LENGTH

export function writeHeader({ taken, salt, keyId }: Header): Buffer {
  const fixed = Buffer.alloc(SALT_AT)
  MAGIC.copy(fixed)
  fixed.writeUInt32BE(FORMAT, MAGIC.length)
  fixed.writeBigUInt64BE(BigInt(taken.getTime()), TAKEN_AT)
  return Buffer.concat([fixed, salt, keyId])
}

/** Reads the first bytes of a file. Throws BackupFault `not_a_backup`, `format_newer` or `damaged`. */
export function readHeader(bytes: Buffer): Header {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC))
    throw new BackupFault('not_a_backup', 'It begins with other bytes.')
  if (bytes.length < HEADER_LENGTH) throw new BackupFault('damaged', 'It ends within its head.')
  const format = bytes.readUInt32BE(MAGIC.length)
  if (format !== FORMAT) throw new BackupFault('format_newer', `Its format is ${format}; ${FORMAT} is understood.`)
  const milliseconds = Number(bytes.readBigUInt64BE(TAKEN_AT))
  const taken = new Date(milliseconds)
  if (Number.isNaN(taken.getTime()))
    throw new BackupFault('damaged', `It was taken at ${milliseconds}, which is no time.`)
  const salt = Buffer.from(bytes.subarray(SALT_AT, KEY_ID_AT))
  return { taken, salt, keyId: Buffer.from(bytes.subarray(KEY_ID_AT, HEADER_LENGTH)) }
}
