import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'

/** In which part a route names a country: of what was recovered, or of the parcel in which it was. */
export type RouteRole = 'origin' | 'departure' | 'transit' | 'destination' | 'sender' | 'recipient' | 'stop'

export interface RouteCountry {
  readonly role: RouteRole
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** Where a parcel passed, as stated. */
  readonly place?: string | undefined
}

/**
 * The countries that the route of a recovery names, each with the part that it has there, in the order of the form. A stop of
 * a parcel without a country is left out: of which country a place is, is not guessed.
 */
export function routeCountries({ route, parcel }: Pick<RecoveryForm, 'route' | 'parcel'>): readonly RouteCountry[] {
  const named = (role: RouteRole, country: string | undefined, place?: string): RouteCountry[] =>
    country === undefined ? [] : [{ role, country, ...(place === undefined ? {} : { place }) }]
  return [
    ...named('origin', route?.origin),
    ...named('departure', route?.departure),
    ...(route?.transit ?? []).flatMap((country) => named('transit', country)),
    ...named('destination', route?.destination),
    ...named('sender', parcel?.sender),
    ...(parcel?.path ?? []).flatMap(({ country, place }) => named('stop', country, place)),
    ...named('recipient', parcel?.recipient),
  ]
}
