/**
 * A 32-bit hash of a text as a signed integer, the `int4` of PostgreSQL: FNV-1a over UTF-16 code units, stirred by the
 * finaliser of MurmurHash3 so that close texts spread. Equal texts collide by design, others by 1 in 4 thousand million;
 * whoever looks a key up compares the text itself afterwards.
 */
export function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let position = 0; position < text.length; position++) {
    hash = Math.imul(hash ^ text.charCodeAt(position), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) | 0
}
