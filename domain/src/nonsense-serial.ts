import { hintsOnSerial } from './hints-serial.ts'
import type { ItemRead } from './item.ts'

/** Why what stands in the serial's field is no serial, or can hardly be one. */
export type NonsenseSerial = 'case_number' | 'year' | 'repeated' | 'counts_up' | 'model' | 'calibre'

const YEAR = String.raw`(?:19[5-9]|20[0-4])\d`
/** A year before or behind a running number, with something between them: `123/2015`, `2014.00123`. */
const CASE_NUMBER = new RegExp(String.raw`(?<!\d)${YEAR}\s*[/.\-_ ]\s*\d{2,}(?!\d)|\d\s*[/.\-_ ]\s*${YEAR}(?!\d)`)
const ONLY_YEAR = new RegExp(`^\\s*${YEAR}\\s*$`)

/** Does the text read as the number of a file or case, with its year? */
export const isCaseNumber = (stated: string): boolean => CASE_NUMBER.test(stated)

/**
 * Why the serial of an item is none: the number of a case, a bare year, one character repeated, a count, the item's own
 * model or calibre (DOMAIN 4.7 and 4.8, E2). Null where nothing says so. A maker may have numbered so: it is for a person
 * to look at, and changes no reading.
 */
export function nonsenseSerial(item: ItemRead): NonsenseSerial | null {
  const { stated } = item.serial
  if (isCaseNumber(stated)) return 'case_number'
  if (ONLY_YEAR.test(stated)) return 'year'
  const hints = new Set<string>(hintsOnSerial(item).map(({ id }) => id))
  if (hints.has('serial_one_character_repeated')) return 'repeated'
  if (hints.has('serial_counts_up')) return 'counts_up'
  if (hints.has('serial_is_model')) return 'model'
  if (hints.has('serial_is_calibre')) return 'calibre'
  const otherNumber = item.serial.norm === null && item.marks.some(({ kind }) => kind === 'calibre')
  return otherNumber ? 'calibre' : null
}
