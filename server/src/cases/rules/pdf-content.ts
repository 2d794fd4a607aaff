import { inflateSync } from 'node:zlib'
import type { DocumentCaution } from '@proofmark/contract/case-desk-words'

/** A name may be written with the codes of its characters (ISO 32000-2, section 7.3.5): `/J#53` is `/JS`. */
const written = (word: string): string =>
  [...word]
    .map((letter) => {
      const code = letter.charCodeAt(0).toString(16)
      return `(?:${letter}|#${code.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)})`
    })
    .join('')
/** One of these names, as a whole. */
const named = (...words: readonly string[]): RegExp =>
  new RegExp(`/(?:${words.map(written).join('|')})(?=[\\s\\0/<>[\\](){}%]|$)`)

/** What runs or fetches by itself (ISO 32000-2, sections 12.6 and 7.11.4). */
const RUNS = named(
  ...['JavaScript', 'JS', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'OpenAction', 'AA', 'XFA', 'GoToE'],
  ...['SubmitForm', 'ImportData'],
)
const ENCRYPTED = named('Encrypt')
const PACKED = named('ObjStm')
/** So much is unpacked of objects that are packed together. */
const MOST_BYTES = 32 * 1024 * 1024
const MOST_STREAMS = 10_000
/** A dictionary is searched so far for the beginning of its stream. */
const DICTIONARY = 4_096

/** What stands in streams of objects, one after the other; null where one cannot be unpacked here, or there are too many. */
function packedObjects(bytes: Buffer, text: string): string | null {
  let [found, left, streams] = ['', MOST_BYTES, 0]
  for (const { index } of text.matchAll(new RegExp(PACKED, 'g'))) {
    const before = text.slice(Math.max(0, index - DICTIONARY), index)
    const word = /stream\r?\n/.exec(text.slice(index, index + DICTIONARY))
    if (word === null || ++streams > MOST_STREAMS) return null
    const dictionary = before.slice(before.lastIndexOf('<<')) + text.slice(index, index + word.index)
    // One filter that is read here, without parameters, and no name in codes.
    const plain = dictionary.replaceAll(/\s+/g, ' ')
    if (!/\/Filter ?\[? ?\/FlateDecode/.test(plain) || /\/DecodeParms|\/DP\b|#|FlateDecode ?\/\w/.test(plain))
      return null
    try {
      const content = inflateSync(bytes.subarray(index + word.index + word[0].length), { maxOutputLength: left })
      left -= content.length
      found += content.toString('latin1')
    } catch {
      return null
    }
    if (left <= 0) return null
  }
  return found
}

/**
 * Does a PDF run something or fetch something by itself? Looked for in what stands open, in names written by codes, and in objects
 * that are packed together; of what is encrypted or packed otherwise it is said that it was not examined.
 */
export function pdfCaution(bytes: Buffer): DocumentCaution | null {
  const text = bytes.toString('latin1')
  if (RUNS.test(text)) return 'active_content'
  const packed = ENCRYPTED.test(text) ? null : packedObjects(bytes, text)
  if (packed === null) return 'not_examined'
  return RUNS.test(packed) ? 'active_content' : null
}
