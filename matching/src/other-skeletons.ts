import type { Mark } from '@proofmark/domain/marking'
import {
  normWithoutLeadingZeros,
  phoneticForms,
  romanNumeralForm,
  turnedRound,
  withoutEmbeddedLetters,
} from '@proofmark/domain/serial-forms'
import { skeleton } from '@proofmark/domain/serial-norm'

/** What is left without a prefix or suffix must still narrow a search. */
const LEAST_CORE = 3

/** The number without the letters in front of it, and without those behind it. */
function cores(norm: string): string[] {
  const core = /^\p{L}*(\p{N}.*?)\p{L}*$/u.exec(norm)?.[1] ?? ''
  const withSuffix = norm.replace(/^\p{L}+/u, '')
  const withPrefix = norm.replace(/\p{L}+$/u, '')
  return [core, withSuffix, withPrefix].filter((each) => each.length >= LEAST_CORE)
}

/** Characters that are lost together at an end: two or three in front, two behind. One is an edit like any other. */
const LOST_IN_FRONT = [2, 3] as const
const LOST_BEHIND = 2
/** Less than this is left of too many numbers. */
const LEAST_LEFT = 4

/**
 * The skeletons of what is left of the number where an end is worn off or cut away: without its first two or three
 * characters, and without its last two.
 */
export function shortenedSkeletons({ norm, skeleton: own }: Pick<Mark, 'norm' | 'skeleton'>): string[] {
  if (norm === null || own === null || /[?*[]/.test(own)) return []
  const left = [...LOST_IN_FRONT.map((count) => own.slice(count)), own.slice(0, -LOST_BEHIND)]
  return left.filter((each) => each.length >= LEAST_LEFT)
}

/**
 * The skeletons under which the number may stand in another source: without prefix or suffix, without leading zeros or
 * letters between digits, by sound where letters of other scripts were transliterated, a Roman numeral as a number.
 * Its own is not among them, and a number with lost characters has none.
 */
export function otherSkeletons({ stated, norm, skeleton: own }: Pick<Mark, 'stated' | 'norm' | 'skeleton'>): string[] {
  if (norm === null || own === null || /[?*[]/.test(norm)) return []
  const numeral = romanNumeralForm(stated)
  const forms = [
    ...cores(norm),
    normWithoutLeadingZeros(norm),
    withoutEmbeddedLetters(norm),
    ...phoneticForms(stated),
    ...(numeral === null ? [] : [numeral]),
  ]
  const others = new Set(forms.filter((form) => form !== '' && form !== norm))
  const skeletons = new Set([...others].map(skeleton))
  skeletons.delete(own)
  return [...skeletons]
}

/** The skeleton of the number read on a part that was held the other way round; none where it cannot be read so. */
export function turnedSkeleton(norm: string | null): string[] {
  const turned = norm === null ? null : turnedRound(norm)
  return turned === null || turned === norm ? [] : [skeleton(turned)]
}
