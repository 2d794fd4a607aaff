import {
  type KeyedMark,
  MOST_EXPANSIONS,
  openSkeletons,
  otherFormKey,
  pieceKey,
  SKELETON_ALPHABET,
  skeletonKey,
} from './keys.ts'
import { neighbourKeys, neighbours } from './neighbours.ts'
import { otherSkeletons, shortenedSkeletons, turnedSkeleton } from './other-skeletons.ts'
import { queryPieces } from './pieces.ts'

const unique = (keys: readonly number[]): number[] => [...new Set(keys)]
/** With more readings than these, neighbours of each would be too many. */
export const READINGS_WITH_NEIGHBOURS = 2

/**
 * The keys of the near path: the mark as it stands, each reading of it where characters are lost, its other forms, and
 * what one misread, added, left out or exchanged character makes of it. Empty where too much is open.
 */
export function nearKeys(mark: KeyedMark): number[] {
  const readings = openSkeletons(mark.skeleton, MOST_EXPANSIONS)
  const besides =
    readings.length <= READINGS_WITH_NEIGHBOURS ? readings.flatMap((each) => [...neighbourKeys(each, 'likely')]) : []
  return unique([
    ...readings.map(skeletonKey),
    ...(readings.length <= READINGS_WITH_NEIGHBOURS ? readings.map(otherFormKey) : []),
    ...[...otherSkeletons(mark), ...shortenedSkeletons(mark), ...turnedSkeleton(mark.norm)].map(skeletonKey),
    ...besides,
  ])
}

const piecesOf = (skeleton: string, loosely: boolean, most: number): number[] =>
  queryPieces(skeleton, { alphabet: SKELETON_ALPHABET, loosely, most }).map(pieceKey)

/**
 * The keys of the wide path, for a mark that the near path did not settle: every neighbour, also by a character of the
 * other kind, and the pieces of what is left.
 */
export function wideKeys(mark: KeyedMark): number[] {
  if (mark.skeleton === null) return []
  const clear = !/[?*[]/.test(mark.skeleton)
  const besides = clear ? [...neighbours(mark.skeleton, 'all'), ...otherSkeletons(mark)] : []
  return unique([
    ...besides.flatMap((each) => [skeletonKey(each), otherFormKey(each)]),
    ...piecesOf(mark.skeleton, false, Math.max(0, MOST_EXPANSIONS - 2 * besides.length)),
  ])
}

/** The keys of the last path: pieces each with one character misread, two exchanged, or moved by one. They find much. */
export function looseKeys(mark: KeyedMark): number[] {
  return mark.skeleton === null ? [] : unique(piecesOf(mark.skeleton, true, MOST_EXPANSIONS))
}

/** The keys of the mark as it stands and of each reading of it, and no others: for what must be the same mark. */
export function exactKeys(mark: Pick<KeyedMark, 'skeleton'>): number[] {
  return unique(openSkeletons(mark.skeleton, MOST_EXPANSIONS).map(skeletonKey))
}
