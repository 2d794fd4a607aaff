import { createHash } from 'node:crypto'

/** An identifier that follows from a case and a word, so that what is opened twice is made once (RFC 9562, version 8). */
export function derivedId(one: string, word: string): string {
  const hex = createHash('sha256').update(`case\n${one}\n${word}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
