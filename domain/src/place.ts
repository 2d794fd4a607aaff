import { readCountry } from './country.ts'
import { foldKey, isBlank } from './fold.ts'

/** Where something happened, as far as the source says. Each field is as stated but the country, which is a code. */
export interface Place {
  /** ISO 3166-1 alpha-2, or null. */
  readonly country: string | null
  readonly adminArea: string | null
  readonly locality: string | null
  /** Decimal degrees, WGS 84. Both or neither. */
  readonly latitude: number | null
  readonly longitude: number | null
}

export interface StatedPlace {
  readonly country?: string | null
  readonly adminArea?: string | null
  readonly locality?: string | null
  readonly latitude?: string | null
  readonly longitude?: string | null
}

export interface PlaceProblem {
  readonly id: 'place_country_unknown' | 'place_coordinate' | 'place_coordinate_missing' | 'place_zero_zero'
  readonly field: keyof StatedPlace
  readonly found: string
  readonly accepted: string
}

const LONGEST_NAME = 200

function coordinate(stated: string | null | undefined, most: number): number | null | undefined {
  if (isBlank(stated)) return null
  if (stated!.length > 40) return undefined
  const text = stated!.trim().replace(/,(?=\d+$)/, '.')
  if (!/^[+-]?\d{1,3}(?:\.\d{1,12})?$/.test(text)) return undefined
  const value = Number(text)
  return Math.abs(value) <= most ? value : undefined
}

const text = (stated: string | null | undefined) => (isBlank(stated) ? null : stated!.trim().slice(0, LONGEST_NAME))

/**
 * Reads a place. What cannot be read stays null and is named in `problems`; the rest is kept. Coordinates are decimal
 * degrees; 0, 0 is a placeholder and no place.
 */
export function readPlace(stated: StatedPlace): { readonly place: Place; readonly problems: readonly PlaceProblem[] } {
  const problems: PlaceProblem[] = []
  const country = readCountry(stated.country)
  if (!country.known) {
    problems.push({
      id: 'place_country_unknown',
      field: 'country',
      found: country.stated ?? '',
      accepted: 'an ISO 3166 code or a country’s name',
    })
  }
  let latitude = coordinate(stated.latitude, 90)
  let longitude = coordinate(stated.longitude, 180)
  if (latitude === undefined)
    problems.push({
      id: 'place_coordinate',
      field: 'latitude',
      found: stated.latitude ?? '',
      accepted: 'decimal degrees from -90 to 90',
    })
  if (longitude === undefined)
    problems.push({
      id: 'place_coordinate',
      field: 'longitude',
      found: stated.longitude ?? '',
      accepted: 'decimal degrees from -180 to 180',
    })
  if ((latitude === null) !== (longitude === null) && latitude !== undefined && longitude !== undefined) {
    const field = latitude === null ? 'latitude' : 'longitude'
    problems.push({ id: 'place_coordinate_missing', field, found: '', accepted: 'latitude and longitude together' })
  }
  if (latitude === 0 && longitude === 0) {
    problems.push({ id: 'place_zero_zero', field: 'latitude', found: '0, 0', accepted: 'the coordinates, or none' })
    latitude = null
  }
  if (typeof latitude !== 'number' || typeof longitude !== 'number') {
    latitude = null
    longitude = null
  }
  return {
    place: {
      country: country.code,
      adminArea: text(stated.adminArea),
      locality: text(stated.locality),
      latitude,
      longitude,
    },
    problems,
  }
}

/** Names of one place compare equal in any case, accents, spaces and punctuation. */
export function placeKey(place: Place): string {
  return [place.country ?? '', foldKey(place.adminArea ?? ''), foldKey(place.locality ?? '')].join('/')
}

const LEVELS = ['country', 'adminArea', 'locality'] as const

/**
 * How two places compare: `same` in all that both say, `different` where they contradict each other, `unknown` where
 * they have nothing in common to compare. A place that says less does not contradict one that says more.
 */
export function comparePlaces(a: Place, b: Place): 'same' | 'different' | 'unknown' {
  let compared = false
  for (const level of LEVELS) {
    const left = a[level]
    const right = b[level]
    if (left === null || right === null) continue
    if (foldKey(left) !== foldKey(right)) return 'different'
    compared = true
  }
  return compared ? 'same' : 'unknown'
}

/** Kilometres between two places with coordinates, along the great circle; null where either has none. */
export function kilometresBetween(a: Place, b: Place): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null
  const radians = Math.PI / 180
  const north = Math.sin(((b.latitude - a.latitude) * radians) / 2)
  const east = Math.sin(((b.longitude - a.longitude) * radians) / 2)
  const part = north * north + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * east * east
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(part)))
}

/** How specific: 0 nothing known, 1 the country, 2 an area in it, 3 a locality, 4 coordinates. */
export function placeSpecificity(place: Place): 0 | 1 | 2 | 3 | 4 {
  if (place.latitude !== null) return 4
  if (place.locality !== null) return 3
  if (place.adminArea !== null) return 2
  return place.country === null ? 0 : 1
}
