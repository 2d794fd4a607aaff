import { asciiDigit } from '../fold.ts'

export interface ReadTelephone {
  /** `+` and digits where the country is known (ITU-T E.164), else the digits as they stand. */
  readonly form: string
  readonly international: boolean
}

/** Digits of E.164: a country code that does not begin with 0, fifteen in all at most. */
const INTERNATIONAL = /^\+[1-9]\d{6,14}$/
const NATIONAL = /^\d{5,15}$/

/**
 * A telephone number without its separators: `00 381 (0)63 123-456` reads as `+38163123456`. A number without its country
 * stays as it is, and is equal to none that bears one. Null where it is no number.
 */
export function readTelephone(stated: string): ReadTelephone | null {
  if (stated.length > 60) return null
  const digits = [...stated.replaceAll('(0)', '')].map((each) => asciiDigit(each) ?? each).join('')
  const plain = digits.replace(/^\s*(tel|mob)?[.:\s]*/i, '').replace(/[\s().\-/·]/g, '')
  const form = plain.replace(/^00(?=[1-9])/, '+').replace(/^＋/, '+')
  if (INTERNATIONAL.test(form)) return { form, international: true }
  return NATIONAL.test(form) ? { form, international: false } : null
}
