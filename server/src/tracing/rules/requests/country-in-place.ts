import { readCountry } from '@proofmark/domain/country'

const CODE = /^[A-Z]{2}$/

/**
 * The state that a place as it is written names at its end, such as `Toll, XC`: ISO 3166-1 alpha-2; null where none is named.
 * A town alone names no state, whatever else is called like it.
 */
export function countryInPlace(place: string | null): string | null {
  const parts = (place ?? '').split(',').map((part) => part.trim())
  const last = parts.at(-1) ?? ''
  if (CODE.test(last)) return last
  if (parts.length < 2) return null
  const { code } = readCountry(last)
  return code !== null && CODE.test(code) ? code : null
}
