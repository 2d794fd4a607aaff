import type { Mark } from '@proofmark/domain/marking'
import { hash32 } from './hash.ts'

/** The version of the skeleton. It is part of every key, so that postings of an older skeleton find nothing by chance. */
export const SKELETON_VERSION = 1

/** A mark with more open readings than this has no keys of its own: it would be found with half the register. */
const READINGS_LIMIT = 64

/** Every skeleton that the mark may have, or none where a character is lost, the run is unknown or too much is open. */
export function openSkeletons(skeleton: string | null): string[] {
  if (skeleton === null || skeleton === '' || /[?*]/.test(skeleton)) return []
  let readings = ['']
  for (const [, alternatives, character] of skeleton.matchAll(/\[([^\]]*)\]|([\s\S])/gu)) {
    const options = alternatives === undefined ? [character ?? ''] : [...new Set(alternatives)]
    readings = readings.flatMap((reading) => options.map((option) => reading + option))
    if (readings.length > READINGS_LIMIT) return []
  }
  return readings
}

/** Key of the path "equal skeleton". */
export const skeletonKey = (skeleton: string): number => hash32(`${SKELETON_VERSION}=${skeleton}`)

/** The keys under which a record with these marks is posted, and under which a query for them looks. */
export function markKeys(marks: readonly Pick<Mark, 'skeleton'>[]): number[] {
  return [...new Set(marks.flatMap(({ skeleton }) => openSkeletons(skeleton).map(skeletonKey)))]
}
