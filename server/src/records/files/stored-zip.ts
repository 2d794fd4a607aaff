import { crc32 } from 'node:zlib'

/** A ZIP archive of the contents as they are, uncompressed (APPNOTE.TXT 4.3): for whoever takes nothing else. */
export function storedZip(contents: ReadonlyMap<string, Buffer>): ArrayBuffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, content] of contents) {
    const name = Buffer.from(path)
    // Version 2.0, names in UTF-8, stored, no time, then checksum, both sizes, length of the name, no extra field.
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x800, 2)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const central = Buffer.alloc(14)
    central.writeUInt32LE(offset, 10)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, content)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, central, name)
    offset += 30 + name.length + content.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(contents.size, 8)
  end.writeUInt16LE(contents.size, 10)
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  const whole = new Uint8Array(offset + end.readUInt32LE(12) + end.length)
  let at = 0
  for (const part of [...parts, ...directory, end]) {
    whole.set(part, at)
    at += part.length
  }
  return whole.buffer
}
