import { asciiDigit } from '../fold.ts'

/** Cyrillic and Greek capitals that look like Latin ones, and are written for each other on plates and papers. */
const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [...'АВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'].map((letter, at) => [letter, 'ABEKMHOPCTYXIJSABEZHIKMNOPTYX'[at]!]),
)

/**
 * A number as an authority or a maker gave it, apart from how it is set: capitals, no separators, digits of every script as ours,
 * letters that look alike as the Latin one. Null where fewer than `least` or more than 40 characters are left.
 */
export function readCode(stated: string, least = 3): string | null {
  const form = [...stated.normalize('NFKC').toUpperCase()]
    .map((each) => LOOK_ALIKES[each] ?? asciiDigit(each) ?? each)
    .join('')
    .replace(/[^\p{L}\p{Nd}]/gu, '')
  return form.length < least || form.length > 40 ? null : form
}

/** A plate of a vehicle: `BG-123 AB`, `ВG 123 АВ`. */
export const readPlate = (stated: string): string | null => {
  const form = readCode(stated, 2)
  return form === null || form.length > 12 ? null : form
}

/** A vehicle identification number (ISO 3779) has seventeen characters and neither I nor O nor Q, which are misread digits. */
export const readVin = (stated: string): string | null =>
  readCode(stated, 5)?.replaceAll('I', '1').replaceAll(/[OQ]/g, '0') ?? null
export const isWholeVin = (form: string): boolean => /^[A-HJ-NPR-Z0-9]{17}$/.test(form)

/** The number of a telephone itself: its fourteen digits, without the one that checks them or the version of its programs. */
export function readImei(stated: string): string | null {
  const form = readCode(stated, 14)
  return form !== null && /^\d{14,16}$/.test(form) ? form.slice(0, 14) : null
}

/** Do the fifteen digits of a telephone check (Luhn, as 3GPP TS 23.003 asks)? True where there is nothing to check. */
export function imeiChecks(stated: string): boolean {
  const form = readCode(stated, 14) ?? ''
  if (!/^\d{15}$/.test(form)) return true
  const sum = [...form].reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** An account number of ISO 13616 without its spaces; null where it does not have that shape. */
export function readIban(stated: string): string | null {
  const form = readCode(stated, 15)
  return form !== null && /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(form) ? form : null
}

/** Does an account number check (ISO 7064, MOD 97-10)? */
export function ibanChecks(form: string): boolean {
  let rest = 0
  for (const each of form.slice(4) + form.slice(0, 4)) {
    const digits = /\d/.test(each) ? each : String(each.charCodeAt(0) - 55)
    for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  }
  return rest === 1
}
