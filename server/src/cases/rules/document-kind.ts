import type { DocumentCaution } from '@proofmark/contract/case-desk-words'

/** What the content of a document is, whatever its name says. */
export interface DocumentKind {
  readonly mediaType: string | null
  readonly caution: DocumentCaution | null
}

const starts = (bytes: Buffer, magic: string, at = 0): boolean =>
  bytes.subarray(at, at + magic.length).equals(Buffer.from(magic, 'latin1'))
const holds = (bytes: Buffer, ...words: readonly string[]): boolean =>
  words.some((word) => bytes.includes(word, 0, 'latin1'))

const PICTURES: readonly (readonly [string, number, string])[] = [
  ['\x89PNG\r\n\x1a\n', 0, 'image/png'],
  ['\xff\xd8\xff', 0, 'image/jpeg'],
  ['GIF8', 0, 'image/gif'],
  ['WEBP', 8, 'image/webp'],
  ['II*\0', 0, 'image/tiff'],
  ['MM\0*', 0, 'image/tiff'],
]

const OFFICE: readonly (readonly [string, string])[] = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
]

const OPEN_OFFICE = /^application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/

/** Names of a ZIP's entries stand in it uncompressed: in a local header each (APPNOTE.TXT, section 4.3.7). */
function entryNames(bytes: Buffer): string[] {
  const names: string[] = []
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    if (at + 46 > bytes.length) break
    names.push(bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)))
  }
  return names
}

function zipKind(bytes: Buffer): DocumentKind {
  const names = entryNames(bytes)
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  const stored = OPEN_OFFICE.exec(bytes.toString('latin1', 38, 120))?.[0]
  const office = has(/^\[Content_Types\]\.xml$/)
    ? OFFICE.find(([folder]) => names.some((name) => name.startsWith(folder)))
    : undefined
  const mediaType = stored ?? office?.[1] ?? null
  if (mediaType === null) return { mediaType: null, caution: 'unknown_type' }
  if (has(/vbaProject|\.bin$|^Basic\/|^Scripts\/|macrosheets\//i)) return { mediaType, caution: 'macros' }
  return { mediaType, caution: has(/activeX|embeddings\/|externalLinks\//i) ? 'active_content' : null }
}

function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // Text that is a page or a picture runs scripts where somebody opens it.
    return !text.includes('\0') && !/<\s*(script|html|svg|!doctype|\?xml)/i.test(text)
  } catch {
    return false
  }
}

/**
 * Types a document by its content, never by its name. What carries macros, runs by itself or is of no known type is named
 * so: it may be kept as evidence, and is not looked at here.
 */
export function documentKind(bytes: Buffer): DocumentKind {
  if (starts(bytes, '%PDF-')) {
    const runs = holds(bytes, '/JavaScript', '/JS', '/Launch', '/EmbeddedFile', '/RichMedia', '/OpenAction', '/AA')
    return { mediaType: 'application/pdf', caution: runs ? 'active_content' : null }
  }
  const picture = PICTURES.find(([magic, at]) => starts(bytes, magic, at))
  if (picture) return { mediaType: picture[2], caution: null }
  if (starts(bytes, 'PK\x03\x04')) return zipKind(bytes)
  // Of the older office formats none says from outside whether it carries macros.
  if (starts(bytes, '\xd0\xcf\x11\xe0')) return { mediaType: 'application/x-ole-storage', caution: 'macros' }
  return isText(bytes) ? { mediaType: 'text/plain', caution: null } : { mediaType: null, caution: 'unknown_type' }
}
