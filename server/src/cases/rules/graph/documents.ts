import type { EventKind } from '@proofmark/domain/event-kind'
import { searchedWords } from '@proofmark/domain/searched-words'

/** What goes from one hand to another by a document that names several: a licence, a packing list, a delivery note. */
export const SUPPLY_EVENTS: readonly EventKind[] = [
  'manufacture',
  'import-licence',
  'import',
  'export-licence',
  'export',
  'transit',
  'delivery',
  'allocation',
]

/** More records than these under one document are a habit of writing and no consignment. */
export const MOST_OF_DOCUMENT = 200

export interface Documented {
  readonly record: string
  readonly ref: string
  readonly from: string | null
  readonly to: string | null
}

/** A reference as one word, however it is punctuated; null where it holds no digit and so names no document. */
export function documentWord(ref: string): string | null {
  const word = searchedWords(ref).whole?.word ?? null
  return word !== null && /\d/.test(word) && word.length >= 3 ? word : null
}

/** Records of one document and day are of one consignment; null where either is not known. */
export function consignmentKey({ ref, from, to }: Omit<Documented, 'record'>): string | null {
  const word = documentWord(ref)
  return word === null || from === null ? null : `${word} ${from} ${to ?? from}`
}
