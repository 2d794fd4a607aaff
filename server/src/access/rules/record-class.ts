import type { ClassReader, VisibilityClass } from './may-read.ts'

/** A release as far as it decides who may read a record. */
export interface ReleaseTerm {
  readonly receiver: string
  readonly endsAt: Date
  readonly withdrawn: boolean
}

/** Does a release hold at this moment? */
export const isStanding = ({ endsAt, withdrawn }: Omit<ReleaseTerm, 'receiver'>, now: Date): boolean =>
  !withdrawn && endsAt > now

/**
 * The class of a record: that of its source, with the agencies to which it is released at this moment, each until the
 * last end of its releases, in the order of their identifiers.
 */
export function recordClass(
  source: Omit<VisibilityClass, 'id' | 'readers'>,
  releases: readonly ReleaseTerm[],
  now: Date,
): Omit<VisibilityClass, 'id'> {
  const ends = new Map<string, Date>()
  for (const release of releases) {
    const known = ends.get(release.receiver)
    if (isStanding(release, now) && (known === undefined || known < release.endsAt))
      ends.set(release.receiver, release.endsAt)
  }
  const readers: ClassReader[] = [...ends].map(([agency, end]) => ({ agency, end }))
  return { ...source, readers: readers.sort((one, other) => (one.agency < other.agency ? -1 : 1)) }
}

/** The classes of what is for an agency's own people alone: there from the day on which it is added. */
export const ownClass = (
  agency: string,
  sourceVisibility: Exclude<VisibilityClass['sourceVisibility'], 'open'>,
  handling: VisibilityClass['handling'],
): Omit<VisibilityClass, 'id'> => ({ agency, sourceVisibility, handling, readers: [] })
