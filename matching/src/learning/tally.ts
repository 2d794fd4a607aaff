import { DEGREES, type Degree, WORD_FIELDS, type WordField, type YearDegree } from '../word-degrees.ts'
import { type Comparison, MARK_KINDS, type MarkKind } from './comparison.ts'

export type DegreeCounts = Record<Degree, number>
interface FieldCounts {
  readonly alone: DegreeCounts
  readonly beside: DegreeCounts
}

const none = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>

/** How often pairs compared so, each counted by its weight. */
export class Tally {
  pairs = 0
  readonly words = Object.fromEntries(
    WORD_FIELDS.map((field) => [field, { alone: none(DEGREES), beside: none(DEGREES) }]),
  ) as Record<WordField, FieldCounts>
  readonly year: Record<YearDegree, number> = none(['same', 'near', 'differs'])
  readonly mark: Record<MarkKind, number> = none(MARK_KINDS)

  add({ words, year, mark }: Omit<Comparison, 'mark'> & Partial<Pick<Comparison, 'mark'>>, weight: number): void {
    this.pairs += weight
    for (const { field, degree, beside } of words) this.words[field][beside ? 'beside' : 'alone'][degree] += weight
    if (year) this.year[year] += weight
    if (mark) this.mark[mark] += weight
  }

  /** Everything that another has counted as well. */
  join(other: Tally): void {
    this.pairs += other.pairs
    for (const field of WORD_FIELDS)
      for (const place of ['alone', 'beside'] as const)
        for (const degree of DEGREES) this.words[field][place][degree] += other.words[field][place][degree]
    for (const degree of ['same', 'near', 'differs'] as const) this.year[degree] += other.year[degree]
    for (const kind of MARK_KINDS) this.mark[kind] += other.mark[kind]
  }
}
