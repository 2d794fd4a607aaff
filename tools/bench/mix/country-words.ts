import { COUNTRIES } from '../../../domain/src/lexicons/countries.ts'
import { COUNTRY_WORDS } from '../../../domain/src/lexicons/country-words.ts'
import type { Chances } from '../../../server/src/demonstration/random.ts'
import { repeated } from './draw.ts'
import { drawMake } from './makes.ts'

const wordsOf = new Map(
  COUNTRIES.map(([two, three, names]) => [
    two,
    [three, ...names.split('|'), ...(COUNTRY_WORDS[two]?.split('|') ?? [])],
  ]),
)

/** Another word for a country than its alpha-2 code: its alpha-3 code, its name in some language, an inscription. */
export const countrySynonym = (country: string, chances: Chances): string =>
  chances.pick(wordsOf.get(country) ?? [country])

/** The code of another country that makes firearms, by the makes' shares. */
export function wrongCountry(country: string, chances: Chances): string {
  const attempt = (attempted: Chances) => {
    const [other = ''] = drawMake(attempted).row.countries
    return other === '' || other === country ? null : other
  }
  return repeated(attempt, chances)!
}
