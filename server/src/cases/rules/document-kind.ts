import type { DocumentCaution } from '@proofmark/contract/case-desk-words'
import { officeCaution } from './office-content.ts'
import { pdfCaution } from './pdf-content.ts'
import { isPlainText } from './plain-text.ts'
import { zipParts } from './zip-parts.ts'

/** What the content of a document is, whatever its name says. */
export interface DocumentKind {
  readonly mediaType: string | null
  readonly caution: DocumentCaution | null
}

const starts = (bytes: Buffer, magic: string, at = 0): boolean =>
  bytes.subarray(at, at + magic.length).equals(Buffer.from(magic, 'latin1'))

const PICTURES: readonly (readonly [string, string])[] = [
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['GIF87a', 'image/gif'],
  ['GIF89a', 'image/gif'],
  ['II*\0', 'image/tiff'],
  ['MM\0*', 'image/tiff'],
]
/** Of a RIFF its kind stands behind its size. */
const isWebp = (bytes: Buffer): boolean => starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8)

const OFFICE: readonly (readonly [string, string])[] = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
]

const OPEN_OFFICE = /^application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/

function zipKind(bytes: Buffer): DocumentKind {
  const parts = zipParts(bytes)
  const has = (pattern: RegExp) => parts.some(({ name }) => pattern.test(name))
  const stored = OPEN_OFFICE.exec(bytes.toString('latin1', 38, 120))?.[0]
  const office = has(/^\[Content_Types\]\.xml$/)
    ? OFFICE.find(([folder]) => parts.some(({ name }) => name.startsWith(folder)))
    : undefined
  const mediaType = stored ?? office?.[1] ?? null
  if (mediaType === null) return { mediaType: null, caution: 'unknown_type' }
  if (has(/vbaProject|\.bin$|^Basic\/|^Scripts\/|macrosheets\//i)) return { mediaType, caution: 'macros' }
  if (has(/activeX|embeddings\/|externalLinks\//i)) return { mediaType, caution: 'active_content' }
  return { mediaType, caution: officeCaution(parts) }
}

/**
 * Types a document by its content, never by its name. What carries macros, runs by itself or is of no known type is named
 * so: it may be kept as evidence, and is not looked at here.
 */
export function documentKind(bytes: Buffer): DocumentKind {
  if (starts(bytes, '%PDF-')) return { mediaType: 'application/pdf', caution: pdfCaution(bytes) }
  const picture = isWebp(bytes) ? 'image/webp' : PICTURES.find(([magic]) => starts(bytes, magic))?.[1]
  if (picture !== undefined) return { mediaType: picture, caution: null }
  if (starts(bytes, 'PK\x03\x04')) return zipKind(bytes)
  // Of the older office formats none says from outside whether it carries macros.
  if (starts(bytes, '\xd0\xcf\x11\xe0')) return { mediaType: 'application/x-ole-storage', caution: 'macros' }
  return isPlainText(bytes) ? { mediaType: 'text/plain', caution: null } : { mediaType: null, caution: 'unknown_type' }
}
