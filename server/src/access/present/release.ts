import type {
  GivenRelease,
  ListedGiven,
  ListedReceived,
  ReceivedRelease,
  ReleaseList,
  ReleaseMade,
  ReleaseWithdrawn,
} from '@proofmark/contract/schemas/release'
import type { MadeRelease } from '../commands/release-records.ts'
import type { WithdrawnRelease } from '../commands/withdraw-release.ts'
import type { Reader } from '../context.ts'
import type { ReleasesOfAgency } from '../queries/list-releases.ts'
import type { Release } from '../queries/releases.ts'
import { isStanding } from '../rules/record-class.ts'
import { lastDay } from '../rules/release-end.ts'

export const presentMade = ({ at, ...made }: MadeRelease): ReleaseMade => ({ ...made, at: at.toISOString() })

export const presentWithdrawn = ({ release, withdrawnAt }: WithdrawnRelease): ReleaseWithdrawn => ({
  release,
  withdrawnAt: withdrawnAt.toISOString(),
})

const terms = ({ endsAt, conditions, note, reference }: Release) => ({
  until: lastDay(endsAt),
  conditions,
  note,
  reference,
})

function given(release: Release): GivenRelease {
  const { id, receiverId, receiver, basis, madeBy, madeAt } = release
  return {
    release: id,
    agency: receiverId,
    to: receiver,
    ...terms(release),
    basis,
    by: madeBy,
    at: madeAt.toISOString(),
  }
}

/**
 * What a reader learns of the standing releases of a record that they see: the owner's people all of them; the receiver
 * its own, as one that lasts until the last of their ends and under the conditions of them all; others nothing.
 */
export function presentReleases(
  { agency, installer }: Reader,
  releases: readonly Release[],
): { release: ReceivedRelease | null; released: GivenRelease[] } {
  const mine = releases.filter(({ receiverId }) => receiverId === agency?.id)
  const last = mine.toSorted((one, other) => other.endsAt.getTime() - one.endsAt.getTime())[0]
  const conditions = [...new Set(mine.flatMap((each) => each.conditions))].sort()
  return {
    release: last ? { by: last.owner, ...terms(last), conditions } : null,
    released: releases.filter(({ ownerId }) => installer || ownerId === agency?.id).map(given),
  }
}

/** The lists of the releases given and received. */
export function presentReleaseList({ given: gave, received, more, records, now }: ReleasesOfAgency): ReleaseList {
  const state = (release: Release) => {
    const { endsAt, withdrawnAt } = release
    const standing = isStanding({ endsAt, withdrawn: withdrawnAt !== null }, now)
    return {
      state: withdrawnAt ? ('withdrawn' as const) : standing ? ('standing' as const) : ('ended' as const),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
      records: (records.get(release.id) ?? []).map((each) => ({ ...each })),
    }
  }
  return {
    given: gave.map((release): ListedGiven => ({ ...given(release), ...state(release) })),
    received: received.map(
      (release): ListedReceived => ({
        by: release.owner,
        release: release.id,
        at: release.madeAt.toISOString(),
        ...terms(release),
        ...state(release),
      }),
    ),
    more: { ...more },
  }
}
