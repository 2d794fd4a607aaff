import { createHash } from 'node:crypto'

const FORM = /^PMX-([0-9A-F]{32})-([0-9A-F]{4})$/
const IDENTIFIER = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const checkOf = (exhibit: string): string =>
  createHash('sha256').update(`proofmark exhibit\n${exhibit}`).digest('hex').slice(0, 4).toUpperCase()

/** What a label bears: the exhibit's identifier and a check, and nothing else, in the characters that a QR code packs best. */
export const labelCode = (exhibit: string): string =>
  `PMX-${exhibit.replaceAll('-', '').toUpperCase()}-${checkOf(exhibit)}`

/** The exhibit that a scanned or typed text names, or null where it is no label, or a misread one. */
export function readLabel(text: string): string | null {
  const stated = text.trim()
  const lower = stated.toLowerCase()
  if (IDENTIFIER.test(lower)) return lower
  const [, digits, check] = FORM.exec(stated.toUpperCase()) ?? []
  if (digits === undefined) return null
  const hex = digits.toLowerCase()
  const exhibit = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return checkOf(exhibit) === check ? exhibit : null
}
