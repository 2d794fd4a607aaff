/** So much of a file is in memory at a time. */
const PART_BYTES = 4 * 1024 * 1024

const hexOf = (digest: Uint8Array): string => Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The SHA-256 of a file by a library, part by part; it is fetched for those alone whose browser takes none. */
export async function hashInParts(file: Blob): Promise<string> {
  const { sha256 } = await import('@noble/hashes/sha2.js')
  const hash = sha256.create()
  for (let at = 0; at < file.size; at += PART_BYTES)
    hash.update(new Uint8Array(await file.slice(at, at + PART_BYTES).arrayBuffer()))
  return hexOf(hash.digest())
}

/**
 * The SHA-256 of a file in hexadecimal. A browser takes hashes itself over HTTPS and on the machine of the server; where a
 * station is served over plain HTTP by its name, a library takes them.
 */
export async function hashOf(file: Blob): Promise<string> {
  const { subtle } = globalThis.crypto as Partial<Crypto>
  return subtle ? hexOf(new Uint8Array(await subtle.digest('SHA-256', await file.arrayBuffer()))) : hashInParts(file)
}
