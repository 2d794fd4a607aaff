import type { Damage, Passage } from './damage.ts'
import type { ComparedMark, LikeliestReading, OtherForm } from './likeliest-reading.ts'
import type { DamageShares } from './model.ts'

/** What the record has, seen from the mark that was asked for. */
export interface Difference {
  readonly kind: Damage['kind'] | 'more' | 'less' | 'front_more' | 'front_less' | 'back_more' | 'back_less'
  readonly asked: string
  readonly recorded: string
}

export interface MarkComparison {
  /** For (positive) or against (negative) both being read off one firearm. */
  readonly bits: number
  readonly level: 'exact' | 'confusable' | 'fits' | 'damaged' | 'differs'
  readonly differences: readonly Difference[]
  readonly otherForm: OtherForm | null
}

const reversed: Readonly<Partial<Record<Damage['kind'], Difference['kind']>>> = {
  added: 'more',
  left_out: 'less',
  front_missing: 'front_less',
  back_missing: 'back_less',
}
const forward: Readonly<Partial<Record<Damage['kind'], Difference['kind']>>> = {
  added: 'less',
  left_out: 'more',
  front_missing: 'front_more',
  back_missing: 'back_more',
}

function differenceOf({ kind, stood, read }: Damage, recordedDamaged: boolean): Difference {
  const names = recordedDamaged ? reversed : forward
  const [asked, recorded] = recordedDamaged ? [stood, read] : [read, stood]
  return { kind: names[kind] ?? kind, asked, recorded }
}

function levelOf({ damages, filled }: Passage): MarkComparison['level'] {
  if (damages.some(({ kind }) => kind !== 'confused')) return 'damaged'
  if (filled) return 'fits'
  return damages.length > 0 ? 'confusable' : 'exact'
}

/**
 * Compares two marks under one model. The bits are those of the likelihood ratio: how likely is it that one firearm's
 * number was read in both ways, against two firearms' numbers, each kept or damaged in any of the same ways, reading so?
 * Symmetric, as the reading is. Null where either is no number.
 */
export function markComparisons(
  shares: DamageShares,
  likeliestReading: (asked: ComparedMark, recorded: ComparedMark) => LikeliestReading | null,
): (asked: ComparedMark, recorded: ComparedMark) => MarkComparison | null {
  return (asked, recorded) => {
    const found = likeliestReading(asked, recorded)
    if (!found) return null
    const { ratio, passage, recordedDamaged, otherForm } = found
    const bits = Math.log2((1 - shares.unrelated) * ratio + shares.unrelated)
    if (!passage || ratio < shares.unrelated) return { bits, level: 'differs', differences: [], otherForm: null }
    const differences = passage.damages.map((damage) => differenceOf(damage, recordedDamaged))
    return { bits, level: levelOf(passage), differences, otherForm }
  }
}
