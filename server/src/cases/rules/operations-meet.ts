/** A circle on the ground, in decimal degrees (WGS 84) and metres. */
export interface Circle {
  readonly latitude: number
  readonly longitude: number
  readonly radius: number
}

/** Where and when somebody acts, as far as it may be compared. */
export interface Planned {
  readonly circle: Circle | null
  /** Of the address or the name of the place. */
  readonly key: string | null
  readonly from: Date
  readonly to: Date
}

/** Mean radius of the Earth in metres (IUGG). */
const EARTH = 6_371_009
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres between two points along the surface, by the haversine formula. */
export function distance(one: Omit<Circle, 'radius'>, other: Omit<Circle, 'radius'>): number {
  const north = Math.sin(radians(other.latitude - one.latitude) / 2) ** 2
  const east = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2
  const half = north + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * east
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** Do two operations meet: at one place, and for a moment at one time? The end of one is not the beginning of another. */
export function operationsMeet(one: Planned, other: Planned): boolean {
  if (one.from >= other.to || other.from >= one.to) return false
  if (one.key !== null && one.key === other.key) return true
  if (one.circle === null || other.circle === null) return false
  return distance(one.circle, other.circle) <= one.circle.radius + other.circle.radius
}
