import { inflateRawSync } from 'node:zlib'

/** A part of a ZIP as its central directory names it (APPNOTE.TXT, section 4.3.12). */
export interface ZipPart {
  readonly name: string
  /** What it holds; null where it does not unpack, or unpacks to more than is looked at. */
  readonly text: () => string | null
}

/** A part that says what others are holds a few kilobytes; what unpacks to more is not looked into. */
const MOST_BYTES = 2 * 1024 * 1024
const CENTRAL = 'PK\x01\x02'
const [STORED, DEFLATED] = [0, 8]

function unpacked(bytes: Buffer, at: number): string | null {
  const [method, packed, local] = [
    bytes.readUInt16LE(at + 10),
    bytes.readUInt32LE(at + 20),
    bytes.readUInt32LE(at + 42),
  ]
  if (local + 30 > bytes.length) return null
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  if (start + packed > bytes.length) return null
  const content = bytes.subarray(start, start + packed)
  if (method === STORED) return content.length > MOST_BYTES ? null : content.toString('utf8')
  if (method !== DEFLATED) return null
  try {
    return inflateRawSync(content, { maxOutputLength: MOST_BYTES }).toString('utf8')
  } catch {
    return null
  }
}

/** All parts that some central directory names, wherever one stands: readers differ in which of several they take. */
export function zipParts(bytes: Buffer): ZipPart[] {
  const parts: ZipPart[] = []
  for (let at = bytes.indexOf(CENTRAL, 0, 'latin1'); at >= 0; at = bytes.indexOf(CENTRAL, at + 4, 'latin1')) {
    if (at + 46 > bytes.length) break
    const entry = at
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28))
    parts.push({ name, text: () => unpacked(bytes, entry) })
  }
  return parts
}
