import type { CaseMoment, CaseShown } from '@proofmark/contract/schemas/case'
import { isHeld } from './held-back.ts'

/** What of a timeline is wanted; empty for all. */
export interface TimelineFilter {
  readonly from: CaseMoment['from'] | ''
  /** Who said it, did it or sent it, by name. */
  readonly by: string
  readonly since: string
  readonly until: string
}

export const EVERYTHING: TimelineFilter = { from: '', by: '', since: '', until: '' }
/** So many moments are seen without a filter. */
export const FEW = 20

/** Who said or did what is on the timeline, by moment; what happened to an item nobody here did. */
function doneBy(shown: CaseShown): (moment: CaseMoment) => string | null {
  const entries = new Map(shown.entries.map(({ entry, by }) => [entry, by]))
  const documents = new Map(shown.documents.map(({ document, by }) => [document, by]))
  const members = new Map(shown.compartments[0]?.members.map(({ account, by }) => [account, by]))
  return ({ from, id }) => {
    const of = from === 'entry' ? entries : from === 'document' ? documents : from === 'member' ? members : null
    return of?.get(id) ?? null
  }
}

/** The names of those who said or did anything here, in their order. */
export const people = (shown: CaseShown): string[] => {
  const by = doneBy(shown)
  return [...new Set(shown.timeline.flatMap((moment) => by(moment) ?? []))].sort()
}

/** What of the timeline fits; what may have been on a wanted day fits. */
export function fitting(shown: CaseShown, { from, by, since, until }: TimelineFilter): readonly CaseMoment[] {
  const who = doneBy(shown)
  return shown.timeline.filter(
    (moment) =>
      (from === '' || moment.from === from) &&
      (by === '' || who(moment) === by) &&
      (since === '' || (moment.until ?? moment.day) >= since) &&
      (until === '' || moment.day <= until),
  )
}

/** The entries whose words stay out of what is printed. */
export function heldIn({ entries }: CaseShown): ReadonlySet<string> {
  const today = new Date().toISOString().slice(0, 10)
  return new Set(entries.filter((entry) => isHeld(entry, today)).map(({ entry }) => entry))
}
