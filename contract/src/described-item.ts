import type { MarkState } from '@proofmark/domain/marking'
import type { ShownDescription } from './schemas/question.ts'

interface Word {
  readonly name: string | null
  readonly stated: string | null
  readonly said: string
}

/** As much of an item as read as a desk is told. */
export interface DescribableItem extends Readonly<Record<'make' | 'model' | 'calibre' | 'type' | 'country', Word>> {
  readonly serial: { readonly norm: string | null; readonly state: MarkState }
  readonly yearStated: string | null
  readonly year: { readonly from: number; readonly to: number } | null
}

/** A longer text in the place of a word is no word that a desk could look by; it stays with its record. */
const LONGEST_WORD = 120

/** A word that was stated and that a desk could look by; else null. */
export function describableWord(text: string | null | undefined): string | null {
  return text === null || text === undefined || text.trim() === '' || text.length > LONGEST_WORD ? null : text
}

/** The word's name, or what the source says where no table knows it: `artesanal`, an obliterated maker's mark. */
function readWord({ name, stated, said }: Word): string | null {
  return name ?? (said === 'not_recorded' ? null : describableWord(stated))
}

function readYear({ year, yearStated }: DescribableItem): string | null {
  if (year === null) return describableWord(yearStated)
  return year.from === year.to ? String(year.from) : `${year.from}–${year.to}`
}

/**
 * What the desks see of a record that a question is about: its serial and words as read, and nothing else. The server
 * sends this; the asker is shown it beforehand.
 */
export function describeItem(item: DescribableItem): ShownDescription {
  return {
    mark: item.serial.norm,
    markState: item.serial.state,
    make: readWord(item.make),
    model: readWord(item.model),
    calibre: readWord(item.calibre),
    type: readWord(item.type),
    country: readWord(item.country),
    year: readYear(item),
  }
}
