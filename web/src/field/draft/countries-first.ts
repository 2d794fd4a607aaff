import { INVENTED_COUNTRIES } from '@proofmark/contract/country-names'
import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { Session } from '@proofmark/contract/schemas/session'

/** The countries that an installation is about: its own, and in a demonstration the other invented ones, which stand nowhere else. */
export function countriesOfInstallation({ country, demonstration }: Session['installation']): string[] {
  return [...new Set([...(country === null ? [] : [country]), ...(demonstration ? INVENTED_COUNTRIES : [])])]
}

type Named = Pick<RecoveryForm, 'place' | 'route' | 'parcel' | 'vehicles'>

/** Every country that a form names by its code, as often as it does. */
function countriesIn({ place, route, parcel, vehicles }: Named): string[] {
  const all = [
    ...[place.country, route?.origin, route?.departure, ...(route?.transit ?? []), route?.destination],
    ...[parcel?.sender, parcel?.recipient, ...(parcel?.path ?? []).map(({ country }) => country)],
    ...vehicles.map(({ country }) => country),
  ]
  return all.filter((code) => code !== undefined)
}

/** So many stand before the others at most: more would be a list to search again. */
const MOST_FIRST = 12

/**
 * The countries that are offered before all others: those of the installation, then those that the officer's drafts on this
 * device name, the most named first.
 */
export function countriesFirst(installation: readonly string[], drafts: readonly Named[]): string[] {
  const counts = Map.groupBy(drafts.flatMap(countriesIn), (code) => code)
  const used = [...counts].sort(([, one], [, other]) => other.length - one.length).map(([code]) => code)
  return [...new Set([...installation, ...used])].slice(0, MOST_FIRST)
}
