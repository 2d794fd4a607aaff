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
import { type Passage, passages } from './damage.ts'
import type { DamageShares } from './model.ts'

/** In which other form a mark had to be taken for the two to agree. */
export type OtherForm = 'zeros' | 'embedded' | 'script' | 'numeral' | 'turned'

export type ComparedMark = Pick<Mark, 'stated' | 'norm' | 'characters'>

/** The likeliest way in which two marks are readings of one number. */
export interface LikeliestReading {
  /** How much likelier both are as readings of one firearm's number than of two. */
  readonly ratio: number
  /** Null where no way leads from one to the other. */
  readonly passage: Passage | null
  /** Is the recorded mark the damaged one, rather than the one that was asked for? */
  readonly recordedDamaged: boolean
  readonly otherForm: OtherForm | null
  /** The characters of both, in the form in which they were taken. */
  readonly asked: readonly MarkCharacter[]
  readonly recorded: readonly MarkCharacter[]
}

/**
 * However odd its shape, a mark is borne as it is read at least this often: odd numbers there are, and what was stamped
 * oddly is read so every time.
 */
const LEAST_CLEAN = 0.1

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

const isPartial = (characters: readonly MarkCharacter[]) =>
  characters.some(({ alternatives }) => alternatives.length !== 1)

/**
 * Reads two marks as one number under one model, as they stand or in another form of theirs. Which of the two is the
 * damaged one is left open, so it is symmetric. Null where either is no number.
 */
export function likeliestReadings(
  shares: DamageShares,
): (asked: ComparedMark, recorded: ComparedMark) => LikeliestReading | null {
  const background = backgrounds(shares)
  const passageOf = passages(shares)

  function reading(asked: readonly MarkCharacter[], recorded: readonly MarkCharacter[]) {
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
    const passage = recordedDamaged ? other.passage : one.passage
    return { ratio: one.ratio + other.ratio, passage, recordedDamaged, asked, recorded }
  }

  return (asked, recorded) => {
    if (asked.norm === null || recorded.norm === null) return null
    let found: LikeliestReading = { ...reading(asked.characters, recorded.characters), otherForm: null }
    for (const [otherForm, share, one, other] of otherForms(asked, recorded, shares)) {
      const reformed = reading(charactersOf(one), charactersOf(other))
      const ratio = (reformed.ratio * share) / shares.kept
      if (ratio > found.ratio) found = { ...reformed, ratio, otherForm }
    }
    return found
  }
}
