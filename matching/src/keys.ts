import type { Mark } from '@proofmark/domain/marking'
import { skeleton } from '@proofmark/domain/serial-norm'
import { hash32, hashOn } from './hash.ts'
import { otherSkeletons, shortenedSkeletons } from './other-skeletons.ts'
import { recordPieces } from './pieces.ts'

/** The version of the skeleton. It is part of every key, so that postings of an older skeleton find nothing by chance. */
export const SKELETON_VERSION = 1

/** What may stand where a character is lost: one of each class of characters that the skeleton keeps apart. */
export const SKELETON_ALPHABET: readonly string[] = [
  ...new Set([...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(skeleton)),
]

/** A record is posted under at most this many readings of a mark: one lost character, or a few doubtful ones. */
export const POSTED_READINGS = 64
/** A query looks under at most this many keys of one path. */
export const MOST_EXPANSIONS = 4_096

/** Every skeleton that the mark may have; none where the run is unknown or more than `most` are open. */
export function openSkeletons(pattern: string | null, most: number): string[] {
  if (pattern === null || pattern === '' || pattern.includes('*')) return []
  if (!/[?[]/.test(pattern)) return [pattern]
  let readings = ['']
  for (const [, alternatives, character = ''] of pattern.matchAll(/\[([^\]]*)\]|([\s\S])/gu)) {
    const lost = alternatives === undefined && character === '?'
    const options = lost ? SKELETON_ALPHABET : [...new Set(alternatives ?? [character])]
    if (readings.length * options.length > most) return []
    readings = readings.flatMap((reading) => options.map((option) => reading + option))
  }
  return readings
}

/** Key of a record's mark as it stands. */
export const skeletonKey = (reading: string): number => hash32(`${SKELETON_VERSION}=${reading}`)
/** What stands before the mark in such a key, hashed. */
export const BEFORE_SKELETON = hashOn(`${SKELETON_VERSION}=`)
/** Key of a record's mark in another form: without its prefix or an end, by sound, without leading zeros. */
export const otherFormKey = (reading: string): number => hash32(`${SKELETON_VERSION}~${reading}`)
/** Key of a piece of a record's mark at its place. */
export const pieceKey = (piece: string): number => hash32(`${SKELETON_VERSION}#${piece}`)

export type KeyedMark = Pick<Mark, 'stated' | 'norm' | 'skeleton'>

/** The keys under which a record with these marks is posted: each mark as it stands, in its other forms, in pieces. */
export function markKeys(marks: readonly KeyedMark[]): number[] {
  return [
    ...new Set(
      marks.flatMap((mark) => [
        ...openSkeletons(mark.skeleton, POSTED_READINGS).map(skeletonKey),
        ...otherSkeletons(mark).map(otherFormKey),
        ...shortenedSkeletons(mark).map(otherFormKey),
        ...recordPieces(mark.skeleton).map(pieceKey),
      ]),
    ),
  ]
}
