import type { Mark } from '@proofmark/domain/marking'
import { skeleton } from '@proofmark/domain/serial-norm'
import { hash32 } from './hash.ts'

/** The version of the skeleton. It is part of every key, so that postings of an older skeleton find nothing by chance. */
export const SKELETON_VERSION = 1

/** What may stand where a character is lost: one of each class of characters that the skeleton keeps apart. */
const SKELETON_ALPHABET = [...new Set([...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(skeleton))]

/** A record is posted under at most this many keys: one lost character, or a few doubtful ones. */
const POSTED_READINGS = 64
/** A query looks under at most this many: two lost characters. */
const QUERIED_READINGS = 4_096

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

/** Key of the path "equal skeleton". */
export const skeletonKey = (reading: string): number => hash32(`${SKELETON_VERSION}=${reading}`)

const keysOf = (marks: readonly Pick<Mark, 'skeleton'>[], most: number): number[] => [
  ...new Set(marks.flatMap((mark) => openSkeletons(mark.skeleton, most).map(skeletonKey))),
]

/** The keys under which a record with these marks is posted. */
export const markKeys = (marks: readonly Pick<Mark, 'skeleton'>[]): number[] => keysOf(marks, POSTED_READINGS)

/** The keys under which a query for this mark looks. */
export const queryKeys = (mark: Pick<Mark, 'skeleton'>): number[] => keysOf([mark], QUERIED_READINGS)
