import { randomInt, timingSafeEqual } from 'node:crypto'

/** Wrong codes after which a request is refused. */
export const WRONG_CODES = 5

/** Eight digits that a person reads out to whoever confirms a role: so the two have spoken. */
export const newConfirmationCode = (): string => String(randomInt(100_000_000)).padStart(8, '0')

/** Could it be a code? Blanks and hyphens are no part of it. */
export const isCodeShaped = (typed: string): boolean => /^[0-9]{8}$/.test(typed.replaceAll(/[\s-]/g, ''))

/** Is this the code? Blanks and hyphens, in which it is read out, are no part of it. */
export function isCode(typed: string, code: string): boolean {
  const digits = typed.replaceAll(/[\s-]/g, '')
  return digits.length === code.length && timingSafeEqual(Buffer.from(digits), Buffer.from(code))
}
