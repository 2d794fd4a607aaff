import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of an archive for a test; what is left out is as it should be. */
export interface FixtureEntry {
  readonly name: string
  readonly content: Buffer
  readonly method?: number
  readonly flags?: number
  /** The compressed bytes, where they are not those of the content. */
  readonly compressed?: Buffer
  readonly checksum?: number
  readonly statedSize?: number
  /** The entry whose header the directory names instead of this one's. */
  readonly headerOf?: number
}

function header(entry: FixtureEntry, data: Buffer): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(entry.flags ?? 0, 2)
  fields.writeUInt16LE(entry.method ?? 8, 4)
  fields.writeUInt32LE(entry.checksum ?? crc32(entry.content), 10)
  fields.writeUInt32LE(entry.statedSize ?? data.length, 14)
  fields.writeUInt32LE(entry.content.length, 18)
  fields.writeUInt16LE(Buffer.byteLength(entry.name), 22)
  return fields
}

/** An archive of these entries, right or wrong as they say. */
export function zipOf(entries: readonly FixtureEntry[]): Buffer {
  const parts: Buffer[] = []
  const offsets: number[] = []
  let offset = 0
  const headers = entries.map((entry) => {
    const data = entry.compressed ?? (entry.method === 0 ? entry.content : deflateRawSync(entry.content))
    const fields = header(entry, data)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(entry.name), data])
    parts.push(local)
    offsets.push(offset)
    offset += local.length
    return fields
  })
  for (const [index, entry] of entries.entries()) {
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offsets[entry.headerOf ?? index]!, 10)
    parts.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), headers[index]!, place, Buffer.from(entry.name))
  }
  const directory = parts.slice(entries.length).reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, end])
}
