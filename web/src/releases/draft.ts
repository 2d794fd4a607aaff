import type { LegalBasis } from '@proofmark/contract/purposes'
import type { ReleaseCondition } from '@proofmark/contract/release-conditions'
import type { GivenRelease, ReleaseRequest } from '@proofmark/contract/schemas/release'

/** A release as far as it is filled in. */
export interface ReleaseDraft {
  readonly to: string
  readonly until: string
  readonly conditions: readonly ReleaseCondition[]
  readonly note: string
  readonly reference: string
  readonly basis: LegalBasis | ''
}

/** The first and the last day until which a release that is made on this day may last; the server decides. */
export function releaseDays(today: string): { readonly first: string; readonly last: string } {
  const last = new Date(`${today}T00:00:00Z`)
  last.setUTCFullYear(last.getUTCFullYear() + 5)
  return { first: today, last: last.toISOString().slice(0, 10) }
}

/** What of a draft is missing or out of bounds. */
export function lacksOf({ to, until }: ReleaseDraft, today: string): { readonly to: boolean; readonly until: boolean } {
  const { first, last } = releaseDays(today)
  return { to: to === '', until: until < first || until > last }
}

/** The request of a draft about one record, under an identifier of its own. */
export function requestOf(id: string, record: string, draft: ReleaseDraft): ReleaseRequest {
  const { to, until, conditions, basis } = draft
  const [note, reference] = [draft.note.trim(), draft.reference.trim()]
  return {
    id,
    records: [record],
    to,
    until,
    conditions: [...conditions],
    ...(note === '' ? {} : { note }),
    ...(reference === '' ? {} : { reference }),
    ...(basis === '' ? {} : { basis }),
  }
}

/** The terms of a release, to be released on again. */
export const draftOf = ({ agency, until, conditions, note, reference, basis }: GivenRelease): ReleaseDraft => ({
  to: agency,
  until,
  conditions,
  note: note ?? '',
  reference: reference ?? '',
  basis: basis ?? '',
})
