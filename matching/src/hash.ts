/** A hash of nothing yet. */
const BEGUN = 0x811c9dc5

/** FNV-1a over the UTF-16 code units of a text, going on from what was hashed before it. */
export function hashOn(text: string, before: number = BEGUN): number {
  let hash = before
  for (let position = 0; position < text.length; position++) {
    hash = Math.imul(hash ^ text.charCodeAt(position), 0x01000193)
  }
  return hash
}

/** The finaliser of MurmurHash3, so that the hashes of close texts spread; a signed integer. */
export function stirred(hashed: number): number {
  let hash = Math.imul(hashed ^ (hashed >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) | 0
}

/**
 * A 32-bit hash of a text as a signed integer, the `int4` of PostgreSQL. Equal texts collide by design, others by 1 in 4
 * thousand million; whoever looks a key up compares the text itself afterwards.
 */
export const hash32 = (text: string): number => stirred(hashOn(text))
