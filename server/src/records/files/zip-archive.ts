import { crc32, inflateRawSync } from 'node:zlib'
import { TableFault } from './table-fault.ts'

/** How much an archive may hold once inflated, in bytes, and how many times its compressed size an entry may be. */
export interface InflationLimits {
  readonly total: number
  readonly ratio: number
  /** Below this size the ratio does not matter: a small sheet of equal rows compresses a thousandfold. */
  readonly ratioFrom: number
}

export const INFLATION_LIMITS: InflationLimits = {
  total: 256 * 1024 * 1024,
  ratio: 200,
  ratioFrom: 4 * 1024 * 1024,
}

/** An entry as the archive states it, and the bytes between its header and the next. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly checksum: number
  readonly statedSize: number
  readonly bytes: Buffer
}

const ENTRY_LIMIT = 10_000
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1
const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const LOCAL_HEADER_BYTES = 30
const CENTRAL_HEADER_BYTES = 46
const END_BYTES = 22
const LONGEST_COMMENT = 65_535

interface Listed {
  readonly name: string
  readonly method: number
  readonly checksum: number
  readonly statedSize: number
  readonly offset: number
}

/** Where the record is that ends the archive: the last one whose comment reaches the end of the file. */
function findEnd(archive: Buffer): number {
  for (let at = archive.length - END_BYTES; at >= Math.max(0, archive.length - END_BYTES - LONGEST_COMMENT); at--) {
    if (archive.readUInt32LE(at) !== END_OF_DIRECTORY) continue
    if (at + END_BYTES + archive.readUInt16LE(at + 20) === archive.length) return at
  }
  throw new TableFault('zip_damaged')
}

function* readDirectory(archive: Buffer, end: number): Generator<Listed> {
  const count = archive.readUInt16LE(end + 10)
  if (count > ENTRY_LIMIT) throw new TableFault('zip_too_large')
  let at = archive.readUInt32LE(end + 16)
  for (let entry = 0; entry < count; entry++) {
    if (archive.readUInt32LE(at) !== CENTRAL_HEADER) throw new TableFault('zip_damaged')
    if (archive.readUInt16LE(at + 8) & ENCRYPTED) throw new TableFault('zip_unsafe')
    const nameBytes = archive.readUInt16LE(at + 28)
    const next = at + CENTRAL_HEADER_BYTES + nameBytes + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
    if (next > end) throw new TableFault('zip_damaged')
    yield {
      name: archive.toString('utf8', at + CENTRAL_HEADER_BYTES, at + CENTRAL_HEADER_BYTES + nameBytes),
      method: archive.readUInt16LE(at + 10),
      checksum: archive.readUInt32LE(at + 16),
      statedSize: archive.readUInt32LE(at + 20),
      offset: archive.readUInt32LE(at + 42),
    }
    at = next
  }
}

function bytesOf(archive: Buffer, { offset }: Listed, until: number): Buffer {
  if (archive.readUInt32LE(offset) !== LOCAL_HEADER) throw new TableFault('zip_damaged')
  if (archive.readUInt16LE(offset + 6) & ENCRYPTED) throw new TableFault('zip_unsafe')
  const header = LOCAL_HEADER_BYTES + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  if (offset + header > until) throw new TableFault('zip_unsafe')
  return archive.subarray(offset + header, until)
}

/**
 * The entries of a ZIP archive (APPNOTE.TXT 6.3.10), by its directory. Each has the bytes from its header to the next
 * header, so that none can share bytes with another, whatever sizes are stated. Throws a TableFault: `zip_damaged`, or
 * `zip_unsafe` where entries overlap, are encrypted or have one name.
 */
export function listEntries(archive: Buffer): ZipEntry[] {
  try {
    const end = findEnd(archive)
    const listed = [...readDirectory(archive, end)].sort((a, b) => a.offset - b.offset)
    if (new Set(listed.map(({ name }) => name)).size < listed.length) throw new TableFault('zip_unsafe')
    const directory = archive.readUInt32LE(end + 16)
    return listed.map((entry, index) => {
      const bytes = bytesOf(archive, entry, listed[index + 1]?.offset ?? directory)
      return { ...entry, bytes }
    })
  } catch (cause) {
    // Any other failure is one of reading past the end.
    throw cause instanceof TableFault ? cause : new TableFault('zip_damaged', 0, cause)
  }
}

function inflate({ method, bytes, statedSize }: ZipEntry, most: number): Buffer {
  if (method === STORED) {
    if (statedSize > bytes.length) throw new TableFault('zip_unsafe')
    return bytes.subarray(0, statedSize)
  }
  if (method !== DEFLATED) throw new TableFault('zip_unsafe')
  try {
    // What follows the end of the compressed data is not looked at; the stated size is not believed.
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most), chunkSize: 65_536 })
  } catch (cause) {
    const full = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new TableFault(full ? 'zip_too_large' : 'zip_damaged', 0, cause)
  }
}

const isArchive = (content: Buffer) => content.length >= 4 && content.readUInt32LE(0) === LOCAL_HEADER

/**
 * Inflates every entry of an archive once, also those that nobody wants, so that none is larger than it may be, and
 * keeps the wanted ones. Throws a TableFault: `zip_too_large`, `zip_damaged`, `zip_unsafe` (an archive within it).
 */
export function inflateEntries(
  entries: readonly ZipEntry[],
  wanted: (name: string) => boolean,
  limits = INFLATION_LIMITS,
): Map<string, Buffer> {
  const contents = new Map<string, Buffer>()
  let left = limits.total
  for (const entry of entries) {
    const most = Math.min(left, Math.max(limits.ratioFrom, entry.bytes.length * limits.ratio))
    const content = inflate(entry, most)
    left -= content.length
    if (left < 0) throw new TableFault('zip_too_large')
    if (crc32(content) !== entry.checksum) throw new TableFault('zip_damaged')
    if (isArchive(content)) throw new TableFault('zip_unsafe')
    if (wanted(entry.name)) contents.set(entry.name, content)
  }
  return contents
}
