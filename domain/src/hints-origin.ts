import { countryDistance } from './country.ts'
import { isBlank } from './fold.ts'
import type { Hint, HintContext } from './hint.ts'
import type { ItemRead } from './item.ts'
import { findMake, readMake } from './make.ts'
import { plantsOf } from './plants.ts'

/** No country of the one side is, was or became one of the other. */
const apart = (country: string, others: readonly string[]) =>
  others.every((other) => countryDistance(country, other) === 1)

/** An importer, a brand or a maker of ammunition stands where the maker of the firearm is asked for (DOMAIN 4.8, E3). */
function notTheMaker({ make, category }: ItemRead): Hint[] {
  if (make.code === null) {
    const importer = make.said === 'unread' ? null : readMake(make.stated).importer
    return importer ? [{ field: 'make', id: 'make_is_importer', params: { importer: importer.name ?? '' } }] : []
  }
  const name = make.name ?? make.code
  const role = findMake(make.code)?.role
  if (role === 'brand') return [{ field: 'make', id: 'make_is_brand', params: { make: name } }]
  const isAmmunition = category === 'ammunition' || category === 'other'
  if (role === 'ammunition' && !isAmmunition)
    return [{ field: 'make', id: 'make_is_ammunition', params: { make: name } }]
  return []
}

function foreignPlant({ make, country }: ItemRead): Hint[] {
  const plants = plantsOf(make.code)
  if (plants === null || country.code === null || !apart(country.code, plants)) return []
  const params = { make: make.name ?? '', country: country.code, countries: plants.join(' ') }
  return [{ field: 'country', id: 'country_not_of_make', params }]
}

/** Without the importer, the trace of a foreign arm has no second way (DOMAIN 4.8, E6). */
function importerMissing({ make, importer, country, category }: ItemRead, own: string | null): Hint[] {
  const imported = category === 'firearm' || category === 'component' || category === 'unknown'
  if (own === null || !imported || importer.code !== null || !isBlank(importer.stated)) return []
  const origins = country.code === null ? plantsOf(make.code) : [country.code]
  if (origins === null || !apart(own, origins)) return []
  return [{ field: 'importer', id: 'importer_missing', params: { countries: origins.join(' ') } }]
}

/** Hints about who made the item, where, and who brought it into the state (DOMAIN 4.8). */
export function hintsOnOrigin(item: ItemRead, { country }: HintContext): Hint[] {
  return [...notTheMaker(item), ...foreignPlant(item), ...importerMissing(item, country)]
}
