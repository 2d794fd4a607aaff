import { ProofmarkError } from '@proofmark/contract/errors'

/** What is known of a person is asked for after a year, and after three at the latest; of a victim or a witness after one. */
const [USUAL, LONGEST, LONGEST_PROTECTED] = [1, 3, 1]

const yearsAfter = (now: Date, years: number): string => {
  const day = new Date(now)
  day.setUTCFullYear(day.getUTCFullYear() + years)
  return day.toISOString().slice(0, 10)
}

/**
 * When it is asked whether to keep what is known of a person (Directive (EU) 2016/680, article 5): on the day that was said,
 * else after the usual time. Throws `review_too_late`.
 */
export function reviewDay(said: string | undefined, now: Date, isProtected = false): string {
  const last = yearsAfter(now, isProtected ? LONGEST_PROTECTED : LONGEST)
  if (said === undefined) return yearsAfter(now, USUAL)
  if (said > last) throw new ProofmarkError('review_too_late', { reviewOn: said, last })
  return said
}
