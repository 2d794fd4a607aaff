import type { TraceForm } from '@proofmark/contract/schemas/trace-desk'
import { readCountry } from '@proofmark/domain/country'
import { findMake, readMake } from '@proofmark/domain/make'
import type { RouteFacts } from './propose-route.ts'

/** A country of manufacture by its code, or a former state by the name that stands where the code would be. */
function madeIn({ countryOfManufacture, countryUnknownBecause }: TraceForm['firearm']): string | null {
  return countryOfManufacture ?? readCountry(countryUnknownBecause).code
}

/** What a route is chosen by, as far as the form says it. */
export function routeFacts(
  { firearm }: Pick<TraceForm, 'firearm'>,
  more: Pick<RouteFacts, 'home' | 'searchedAtHome' | 'reExported' | 'asked'>,
): RouteFacts {
  const { code } = readMake(firearm.make).make
  const row = code === null ? null : findMake(code)
  return {
    ...more,
    importMark: firearm.importMark,
    importer: firearm.importer,
    countryOfManufacture: madeIn(firearm),
    year: firearm.year,
    plants: row?.role === 'manufacturer' ? row.countries : [],
  }
}
