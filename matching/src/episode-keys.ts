import { foldTokens } from '@proofmark/domain/fold'
import { hash32 } from './hash.ts'

/** Version of these keys; part of each of them. */
const EPISODES_VERSION = 1

/** What is left to find a record by that bears no usable number: what it is, and where and when it was. */
export interface Episode {
  readonly make: string | null
  readonly calibre: string | null
  /** As stated. */
  readonly place: string | null
  /** The first and the last day on which it may have been. */
  readonly from: string | null
  readonly to: string | null
}

/** A place is posted under so many of its words, the longest. */
const PLACE_WORDS = 3
/** A shorter word names no place. */
const LEAST_LETTERS = 3

const placeWords = (place: string | null): string[] =>
  [...new Set(foldTokens(place ?? ''))]
    .filter((word) => word.length >= LEAST_LETTERS && !/^\d+$/.test(word))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, PLACE_WORDS)

/** The month in which it surely was; null where it may have been in several. */
function monthOf({ from, to }: Episode): number | null {
  if (from === null || to === null || from.slice(0, 7) !== to.slice(0, 7)) return null
  return Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1
}

function keysIn(episode: Episode, months: readonly number[]): number[] {
  const { make, calibre, place } = episode
  const whats = [...(make === null ? [] : [`m${make}`]), ...(calibre === null ? [] : [`c${calibre}`])]
  return [
    ...new Set(
      whats.flatMap((what) =>
        placeWords(place).flatMap((word) =>
          months.map((month) => hash32(`${EPISODES_VERSION}!${what} ${word} ${month}`)),
        ),
      ),
    ),
  ]
}

/**
 * The keys under which a record without a usable number is posted: by its make and by its calibre, each with a word of the
 * place and the month. None where the place, the month, or both make and calibre are not known.
 */
export function episodeKeys(episode: Episode): number[] {
  const month = monthOf(episode)
  return month === null ? [] : keysIn(episode, [month])
}

/**
 * The keys to ask for: of the month, the one before and the one after. A recovery and the laboratory's report of it, or two
 * reports of one seizure, lie weeks apart (DOMAIN 4.8); the field states no longer window for them.
 */
export function askedEpisodeKeys(episode: Episode): number[] {
  const month = monthOf(episode)
  return month === null ? [] : keysIn(episode, [month - 1, month, month + 1])
}
