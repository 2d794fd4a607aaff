import {
  type KeyedMark,
  MOST_EXPANSIONS,
  openSkeletons,
  otherFormKey,
  POSTED_READINGS,
  pieceKey,
  SKELETON_ALPHABET,
  skeletonKey,
} from './keys.ts'
import { neighbourKeys, neighbours } from './neighbours.ts'
import { otherSkeletons, shortenedSkeletons, turnedSkeleton } from './other-skeletons.ts'
import { queryPieces, recordPieces } from './pieces.ts'
import { READINGS_WITH_NEIGHBOURS } from './query-keys.ts'

/** By what kind of key one mark leads to another. */
export type KeyKind =
  /** The skeletons are equal. */
  | 'same'
  /** They are for one reading of what is lost or doubtful. */
  | 'reading'
  /** One is another form of the other: without prefix or suffix, leading zeros, by sound, a Roman numeral. */
  | 'other_form'
  /** One is what is left of the other where an end is worn off. */
  | 'shortened'
  | 'turned'
  /** One character misread, added, left out or exchanged, of a kind that stands beside it. */
  | 'neighbour'
  /** The same with a character of any kind, or of another form. */
  | 'far_neighbour'
  /** They share pieces of four characters at their places. */
  | 'pieces'
  /** They share pieces, each with one character misread, exchanged, or moved. */
  | 'loose_pieces'

/** The three paths in the order in which they are walked. */
export type PathName = 'near' | 'wide' | 'loose'

export const PATH_OF: Readonly<Record<KeyKind, PathName>> = {
  same: 'near',
  reading: 'near',
  other_form: 'near',
  shortened: 'near',
  turned: 'near',
  neighbour: 'near',
  far_neighbour: 'wide',
  pieces: 'wide',
  loose_pieces: 'loose',
}

/** How one mark leads to another: by which kind of key, and by how many of them. */
export interface PairKey {
  readonly kind: KeyKind
  readonly shared: number
}

/** The keys under which a record stands, by what they were made of. */
function postedKeys(mark: KeyedMark) {
  return {
    standing: new Set(openSkeletons(mark.skeleton, POSTED_READINGS).map(skeletonKey)),
    forms: new Set(otherSkeletons(mark).map(otherFormKey)),
    shortened: new Set(shortenedSkeletons(mark).map(otherFormKey)),
    pieces: new Set(recordPieces(mark.skeleton).map(pieceKey)),
  }
}

type Posted = ReturnType<typeof postedKeys>

const shares = (asked: Iterable<number>, held: ReadonlySet<number>): number =>
  new Set(Array.from(asked).filter((key) => held.has(key))).size

function nearKinds(mark: KeyedMark, posted: Posted): PairKey[] {
  const readings = openSkeletons(mark.skeleton, MOST_EXPANSIONS)
  const few = readings.length <= READINGS_WITH_NEIGHBOURS
  const own = few ? readings.map(otherFormKey) : []
  const besides = few ? readings.flatMap((each) => [...neighbourKeys(each, 'likely')]) : []
  const asStands = shares(readings.map(skeletonKey), posted.standing)
  return [
    { kind: readings.length === 1 && posted.standing.size === 1 ? 'same' : 'reading', shared: asStands },
    {
      kind: 'other_form',
      shared: shares(otherSkeletons(mark).map(skeletonKey), posted.standing) + shares(own, posted.forms),
    },
    {
      kind: 'shortened',
      shared: shares(shortenedSkeletons(mark).map(skeletonKey), posted.standing) + shares(own, posted.shortened),
    },
    { kind: 'turned', shared: shares(turnedSkeleton(mark.norm).map(skeletonKey), posted.standing) },
    { kind: 'neighbour', shared: asStands > 0 ? 0 : shares(besides, posted.standing) },
  ]
}

function furtherKinds(mark: KeyedMark, posted: Posted): PairKey[] {
  if (mark.skeleton === null) return []
  const clear = !/[?*[]/.test(mark.skeleton)
  const besides = clear ? [...neighbours(mark.skeleton, 'all'), ...otherSkeletons(mark)] : []
  const forms = new Set([...posted.forms, ...posted.shortened])
  const pieces = (loosely: boolean, most: number) =>
    queryPieces(mark.skeleton!, { alphabet: SKELETON_ALPHABET, loosely, most }).map(pieceKey)
  return [
    {
      kind: 'far_neighbour',
      shared: shares(besides.map(skeletonKey), posted.standing) + shares(besides.map(otherFormKey), forms),
    },
    {
      kind: 'pieces',
      shared: shares(pieces(false, Math.max(0, MOST_EXPANSIONS - 2 * besides.length)), posted.pieces),
    },
    { kind: 'loose_pieces', shared: shares(pieces(true, MOST_EXPANSIONS), posted.pieces) },
  ]
}

/**
 * Every way by which whoever asks by these marks comes upon a record with those: the kinds of keys that they share, the
 * nearest first. It says what there is to be found by; what is left out because too many share it, it does not know.
 * Empty where no path leads there, or either has no usable number.
 */
export function pathsBetween(asked: readonly KeyedMark[], recorded: readonly KeyedMark[]): PairKey[] {
  const shared = new Map<KeyKind, number>(Object.keys(PATH_OF).map((kind) => [kind as KeyKind, 0]))
  for (const mark of asked) {
    for (const other of recorded) {
      const posted = postedKeys(other)
      for (const each of [...nearKinds(mark, posted), ...furtherKinds(mark, posted)])
        shared.set(each.kind, shared.get(each.kind)! + each.shared)
    }
  }
  return [...shared].flatMap(([kind, count]) => (count > 0 ? [{ kind, shared: count }] : []))
}
