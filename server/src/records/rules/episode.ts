import { type Episode, episodeKeys } from '@proofmark/matching/episode-keys'
import { recordWordKeys } from './searched-texts.ts'
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
 * The keys under which a record is found but by its marks: the words of its texts, and where it bears no usable number the
 * episode that it is of.
 */
export function recordTextKeys({ key, stated, stored, posted }: KeyedRecord, days: Days): readonly number[] {
  const episode = posted && stored.keys.length === 0 ? episodeKeys(episodeOf(stored, stated, days)) : []
  return [...new Set([...recordWordKeys(key, stated), ...episode])]
}
