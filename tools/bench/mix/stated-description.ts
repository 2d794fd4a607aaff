import type { Chances } from '../../../server/src/demonstration/random.ts'
import { calibreSynonym } from './calibre-words.ts'
import { countrySynonym, wrongCountry } from './country-words.ts'
import { casesOf, repeated } from './draw.ts'
import { makeAlias, misspeltMake, wrongMake } from './make-words.ts'
import { modelVariant, wrongModel } from './model-words.ts'
import type { RegisterEntry } from './register.ts'
import { nearbyType, typeSynonym } from './type-words.ts'

/** What a recovery says of a firearm beside its serial; what it does not say is empty. */
export type StatedDescription = Readonly<Record<'make' | 'model' | 'calibre' | 'type' | 'country' | 'year', string>>

const drawMakeCase = casesOf({ registered: 60, alias: 20, misspelt: 8, missing: 9, wrong: 3 })

/** How a recovery states the make of an entry. */
export function statedMake({ make }: Pick<RegisterEntry, 'make'>, chances: Chances): string {
  const stated = drawMakeCase(chances)
  if (stated === 'alias') return makeAlias(make, chances)
  if (stated === 'misspelt') return misspeltMake(make, chances)
  if (stated === 'wrong') return wrongMake(make, chances)
  return stated === 'missing' ? '' : make
}

const drawModelCase = casesOf({ registered: 48, variant: 27, missing: 20, wrong: 5 })

/** How a recovery states the model of an entry. */
export function statedModel(entry: Pick<RegisterEntry, 'make' | 'model'>, chances: Chances): string {
  const stated = drawModelCase(chances)
  if (stated === 'variant') return modelVariant(entry, chances)
  if (stated === 'wrong') return wrongModel(entry, chances)
  return stated === 'missing' ? '' : entry.model
}

/** The value of some entry of the register. */
type OfAny = (chances: Chances) => string

/** A value of another entry of the register that differs. */
function ofAnother(ofAny: OfAny, not: string, chances: Chances): string {
  const attempt = (attempted: Chances) => {
    const value = ofAny(attempted)
    return value === not ? null : value
  }
  return repeated(attempt, chances, 1000) ?? not
}

const drawCalibreCase = casesOf({ registered: 50, synonym: 34, missing: 12, wrong: 4 })

/** How a recovery states the calibre of an entry. */
export function statedCalibre({ calibre }: Pick<RegisterEntry, 'calibre'>, ofAny: OfAny, chances: Chances): string {
  const stated = drawCalibreCase(chances)
  if (stated === 'synonym') return calibreSynonym(calibre, chances)
  if (stated === 'wrong') return ofAnother(ofAny, calibre, chances)
  return stated === 'missing' ? '' : calibre
}

/** A right word is another language's one time in four. */
const drawTypeCase = casesOf({ registered: 64.5, synonym: 21.5, nearby: 7, missing: 5, wrong: 2 })

/** How a recovery states the type of an entry. */
export function statedType({ type }: Pick<RegisterEntry, 'type'>, ofAny: OfAny, chances: Chances): string {
  const stated = drawTypeCase(chances)
  if (stated === 'synonym') return typeSynonym(type, chances)
  if (stated === 'nearby') return nearbyType(type, chances)
  if (stated === 'wrong') return ofAnother(ofAny, type, chances)
  return stated === 'missing' ? '' : type
}

const drawCountryCase = casesOf({ registered: 58.5, synonym: 19.5, missing: 17, wrong: 5 })

/** How a recovery states the country of an entry. */
export function statedCountry({ country }: Pick<RegisterEntry, 'country'>, chances: Chances): string {
  const stated = drawCountryCase(chances)
  if (stated === 'synonym') return countrySynonym(country, chances)
  if (stated === 'wrong') return wrongCountry(country, chances)
  return stated === 'missing' ? '' : country
}

/** The year in which the recoveries end, so that none lies in the future. */
export const LAST_YEAR = 2025

const drawYearCase = casesOf({ right: 45, oneOff: 10, farOff: 5, missing: 40 })

/** How a recovery states the year of an entry. */
export function statedYear({ year }: Pick<RegisterEntry, 'year'>, chances: Chances): string {
  const stated = drawYearCase(chances)
  const direction = chances.happens(0.5) ? 1 : -1
  if (stated === 'oneOff') return String(year + direction)
  if (stated === 'farOff') {
    const away = 3 + chances.below(20)
    return String(year + away > LAST_YEAR ? year - away : year + direction * away)
  }
  return stated === 'missing' ? '' : String(year)
}

/** The description of a register's entry as a recovery states it, field by field by the shares of the mix. */
export function statedDescription(
  entry: RegisterEntry,
  register: readonly RegisterEntry[],
  chances: Chances,
): StatedDescription {
  return {
    make: statedMake(entry, chances),
    model: statedModel(entry, chances),
    calibre: statedCalibre(entry, (drawn) => drawn.pick(register).calibre, chances),
    type: statedType(entry, (drawn) => drawn.pick(register).type, chances),
    country: statedCountry(entry, chances),
    year: statedYear(entry, chances),
  }
}
