import type { Session } from '@proofmark/contract/schemas/session'
import { createContext } from 'react'
import { keep, kept } from '../frame/preferences.ts'
import { countriesOfInstallation } from './draft/countries-first.ts'

const KEY = 'field-countries'

/** The countries of the installation as the server last said, for a device that is on its own now. */
export function installationCountries(session: Session | null): string[] {
  if (session === null) return (kept(KEY) ?? '').split(' ').filter((code) => /^[A-Z]{2}$/.test(code))
  const codes = countriesOfInstallation(session.installation)
  keep(KEY, codes.join(' '))
  return codes
}

/** The countries that every list of countries offers first. */
export const CountriesFirst = createContext<readonly string[]>([])
