import type { ItemRead } from '@proofmark/domain/item'
import type { Mark, MarkCharacter } from '@proofmark/domain/marking'
import { charactersOf } from '@proofmark/domain/serial-characters'
import type { GroupedEntry } from '@proofmark/matching/bulk/groups/grouped'
import { otherSkeletons, turnedSkeleton } from '@proofmark/matching/other-skeletons'

/** What is missing at an end is found by the keys of the bulk engine itself: any prefix, or two characters behind. */
const MISSING_BEHIND = 2

/**
 * The other forms of a number that the keys of the bulk engine do not find by themselves: by sound, a Roman numeral,
 * without letters between digits, read the other way round.
 */
function otherForms(mark: Mark): MarkCharacter[][] {
  const own = mark.skeleton
  if (own === null) return []
  const found = (form: string) =>
    own.endsWith(form) || (own.startsWith(form) && own.length - form.length <= MISSING_BEHIND)
  return [...otherSkeletons(mark), ...turnedSkeleton(mark.norm)].filter((form) => !found(form)).map(charactersOf)
}

/** A record as it goes on the rolls of a run: its numbers in all their forms, and no date, which nothing is made of. */
export function rollEntry(item: ItemRead, listedOnce: boolean, group: number): GroupedEntry {
  const { marks, make, model, calibre, type, country, year } = item
  return {
    group,
    byEqual: listedOnce,
    marks: marks.flatMap((mark) => (mark.skeleton === null ? [] : [mark.characters, ...otherForms(mark)])),
    words: { make, model, calibre, type, country },
    year,
    day: null,
  }
}
