import type { RowKind } from '@proofmark/domain/row-kind'
import { type Episode, episodeKeys } from '@proofmark/matching/episode-keys'
import { rangeKeys } from '@proofmark/matching/range-keys'
import { recordWordKeys } from './searched-texts.ts'
import { statedRanges } from './stated-ranges.ts'
import type { StoredItem } from './stored-item.ts'

/** The days on which something may have happened. */
export interface Days {
  readonly from: string | null
  readonly to: string | null
}

interface KeyedRecord {
  readonly key: string
  readonly stated: Readonly<Record<string, string>>
  readonly stored: StoredItem
  /** Does it speak of an item of its own? */
  readonly posted: boolean
  readonly rowKind: RowKind
  readonly quantity: number | null
}

/** What is left to find a record by that bears no usable number. */
export function episodeOf(
  { make, calibre }: Pick<StoredItem, 'make' | 'calibre'>,
  stated: Readonly<Record<string, string>>,
  { from, to }: Days,
): Episode {
  return { make, calibre, place: stated.place ?? null, from, to }
}

/**
 * The keys under which a record is found but by its marks: the words of its texts, the ranges of numbers that it states, and where it
 * bears no usable number the episode that it is of.
 */
export function recordTextKeys(record: KeyedRecord, days: Days): readonly number[] {
  const { key, stated, stored, posted } = record
  const episode = posted && stored.keys.length === 0 ? episodeKeys(episodeOf(stored, stated, days)) : []
  return [...new Set([...recordWordKeys(key, stated), ...rangeKeys(statedRanges(record)), ...episode])]
}
