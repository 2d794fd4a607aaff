import type { Mark, MarkCharacter } from '@proofmark/domain/marking'
import { charactersOf } from '@proofmark/domain/serial-characters'
import {
  normWithoutLeadingZeros,
  phoneticForms,
  romanNumeralForm,
  turnedRound,
  withoutEmbeddedLetters,
} from '@proofmark/domain/serial-forms'
import { backgrounds } from './background.ts'
import { type Damage, type Passage, passages } from './damage.ts'
import type { DamageShares } from './model.ts'

/** In which other form a mark had to be taken for the two to agree. */
export type OtherForm = 'zeros' | 'embedded' | 'script' | 'numeral' | 'turned'

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

export type ComparedMark = Pick<Mark, 'stated' | 'norm' | 'characters'>

interface Likelihood {
  readonly ratio: number
  readonly passage: Passage | null
  /** Is the recorded mark the damaged one, rather than the one that was asked for? */
  readonly recordedDamaged: boolean
}

/**
 * However odd its shape, a mark is borne as it is read at least this often: odd numbers there are, and what was stamped
 * oddly is read so every time.
 */
const LEAST_CLEAN = 0.1

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

/** The other forms in which either mark may have been written, each with the share of records in which it is. */
function otherForms(asked: ComparedMark, recorded: ComparedMark, shares: DamageShares) {
  const [a, b] = [asked.norm ?? '', recorded.norm ?? '']
  const pairs: [OtherForm, number, string, string][] = [
    ['zeros', shares.zeros, normWithoutLeadingZeros(a), normWithoutLeadingZeros(b)],
    ['embedded', shares.embedded, withoutEmbeddedLetters(a), withoutEmbeddedLetters(b)],
  ]
  for (const form of phoneticForms(asked.stated)) pairs.push(['script', shares.byOtherScript, form, b])
  for (const form of phoneticForms(recorded.stated)) pairs.push(['script', shares.byOtherScript, a, form])
  const [numeralAsked, numeralRecorded] = [romanNumeralForm(asked.stated), romanNumeralForm(recorded.stated)]
  if (numeralAsked !== null) pairs.push(['numeral', shares.byOtherScript, numeralAsked, b])
  if (numeralRecorded !== null) pairs.push(['numeral', shares.byOtherScript, a, numeralRecorded])
  const [turnedAsked, turnedRecorded] = [turnedRound(a), turnedRound(b)]
  if (turnedAsked !== null) pairs.push(['turned', shares.turned, turnedAsked, b])
  if (turnedRecorded !== null) pairs.push(['turned', shares.turned, a, turnedRecorded])
  return pairs.filter(([, , one, other]) => one !== '' && other !== '' && (one !== a || other !== b))
}

/**
 * Compares two marks under one model. The bits are those of the likelihood ratio: how likely is it that one firearm's
 * number was read in both ways, against two firearms' numbers, each kept or damaged in any of the same ways, reading so?
 * Which of the two is the damaged one is left open, so the comparison is symmetric. Null where either is no number.
 */
export function markComparisons(
  shares: DamageShares,
): (asked: ComparedMark, recorded: ComparedMark) => MarkComparison | null {
  const background = backgrounds(shares)
  const passageOf = passages(shares)

  function likelihood(asked: readonly MarkCharacter[], recorded: readonly MarkCharacter[]): Likelihood {
    const [a, b] = [background(asked), background(recorded)]
    const term = (stood: readonly MarkCharacter[], read: readonly MarkCharacter[], clean: number, chance: number) => {
      const passage = passageOf(stood, read)
      return { passage, ratio: passage ? (clean * 2 ** -passage.bits) / chance : 0 }
    }
    const clean = (borne: number, read: number, lost: boolean) =>
      Math.max(LEAST_CLEAN, Math.min(1, ((lost ? shares.keptWhereLost : shares.kept) * borne) / read))
    const one = term(recorded, asked, clean(b.borne, b.read, isPartial(recorded)), a.read)
    const other = term(asked, recorded, clean(a.borne, a.read, isPartial(asked)), b.read)
    const recordedDamaged = other.ratio > one.ratio
    return { ratio: one.ratio + other.ratio, passage: recordedDamaged ? other.passage : one.passage, recordedDamaged }
  }

  return (asked, recorded) => {
    if (asked.norm === null || recorded.norm === null) return null
    let found = likelihood(asked.characters, recorded.characters)
    let otherForm: OtherForm | null = null
    for (const [form, share, one, other] of otherForms(asked, recorded, shares)) {
      const { ratio, ...rest } = likelihood(charactersOf(one), charactersOf(other))
      const reformed = (ratio * share) / shares.kept
      if (reformed <= found.ratio) continue
      found = { ratio: reformed, ...rest }
      otherForm = form
    }
    const bits = Math.log2((1 - shares.unrelated) * found.ratio + shares.unrelated)
    if (!found.passage || found.ratio < shares.unrelated)
      return { bits, level: 'differs', differences: [], otherForm: null }
    const { passage, recordedDamaged } = found
    return {
      bits,
      level: levelOf(passage),
      differences: passage.damages.map((damage) => differenceOf(damage, recordedDamaged)),
      otherForm,
    }
  }
}

const isPartial = (characters: readonly MarkCharacter[]) =>
  characters.some(({ alternatives }) => alternatives.length !== 1)
