import { NO_DAY } from '../fields.ts'

const DAYS_IN_400_YEARS = 146_097

/** The year of a day since 1970 in the Gregorian calendar; null where there is none. After Hinnant’s civil_from_days. */
export function yearOf(day: number): number | null {
  if (day === NO_DAY) return null
  const shifted = day + 719_468
  const era = Math.floor(shifted / DAYS_IN_400_YEARS)
  const ofEra = shifted - era * DAYS_IN_400_YEARS
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  // Its years begin in March.
  return yearOfEra + era * 400 + (ofYear >= 306 ? 1 : 0)
}
