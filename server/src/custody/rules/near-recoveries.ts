import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import { foldKey } from '@proofmark/domain/fold'
import { readPartialDate } from '@proofmark/domain/partial-date'
import { readSerial } from '@proofmark/domain/serial'

/** What two recoveries have in common, and the words that they share. */
export interface NearReason {
  readonly kind: 'mark' | 'person' | 'vehicle' | 'parcel' | 'place' | 'time'
  readonly value: string
}

/** A recovery as far as it is compared with others. */
export interface ComparedRecovery {
  readonly marks: ReadonlyMap<string, string>
  readonly persons: ReadonlyMap<string, string>
  readonly vehicles: ReadonlyMap<string, string>
  readonly parcels: ReadonlyMap<string, string>
  readonly places: ReadonlyMap<string, string>
  readonly point: readonly [number, number] | null
  readonly days: { readonly from: string; readonly to: string } | null
  readonly minutes: number | null
}

/** A serial shorter than this is shared by too many firearms to say anything. */
const LEAST_MARK = 4

const keyed = (words: readonly (string | undefined)[], keyOf: (word: string) => string | null) =>
  new Map(
    words.flatMap((word) => {
      const key = word?.trim() ? keyOf(word.trim()) : null
      return key ? [[key, word!.trim()] as const] : []
    }),
  )

const markKey = (serial: string): string | null => {
  const skeleton = readSerial(serial)[0]?.skeleton ?? null
  return skeleton !== null && skeleton.length >= LEAST_MARK ? skeleton : null
}
const wordKey = (word: string) => foldKey(word) || null

/** What of a recovery is compared: read once, so that one is compared with many. */
export function compared(form: RecoveryForm): ComparedRecovery {
  const read = form.date === undefined ? null : readPartialDate(form.date, {})
  const days = read?.ok && read.date.from !== null && read.date.to !== null ? read.date : null
  const { locality, latitude, longitude } = form.place
  const [hours, minutes] = form.time?.split(':').map(Number) ?? []
  const serials = form.exhibits.flatMap(({ stated, marks }) => [stated.serial, ...marks.map((mark) => mark.stated)])
  return {
    marks: keyed(serials, markKey),
    persons: keyed(
      form.persons.filter(({ role }) => role !== 'witness').map(({ value }) => value),
      wordKey,
    ),
    vehicles: keyed(
      form.vehicles.map(({ plate }) => plate),
      wordKey,
    ),
    parcels: keyed([form.parcel?.number], wordKey),
    places: keyed([locality], wordKey),
    point: latitude === undefined || longitude === undefined ? null : [latitude, longitude],
    days: days as ComparedRecovery['days'],
    minutes: hours === undefined || minutes === undefined ? null : hours * 60 + minutes,
  }
}

const sharedOf = (kind: NearReason['kind'], one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) =>
  [...one].flatMap(([key, value]): NearReason[] => (other.has(key) ? [{ kind, value }] : []))

const DAY_MS = 86_400_000
/** Reports of one night are dated a day apart; more than that is another incident. */
const NEAR_DAYS = 1
const NEAR_KILOMETRES = 5
const NEAR_MINUTES = 180

function daysApart(one: NonNullable<ComparedRecovery['days']>, other: NonNullable<ComparedRecovery['days']>): number {
  const gap = Math.max(Date.parse(one.from) - Date.parse(other.to), Date.parse(other.from) - Date.parse(one.to))
  return Math.max(0, gap / DAY_MS)
}

/** Great-circle distance by the haversine formula, on a sphere of 6371 km. */
function kilometres([lat, lon]: readonly [number, number], [toLat, toLon]: readonly [number, number]): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const [up, across] = [radians(toLat - lat), radians(toLon - lon)]
  const h = Math.sin(up / 2) ** 2 + Math.cos(radians(lat)) * Math.cos(radians(toLat)) * Math.sin(across / 2) ** 2
  return 2 * 6_371 * Math.asin(Math.min(1, Math.sqrt(h)))
}

function placeReasons(one: ComparedRecovery, other: ComparedRecovery): NearReason[] {
  const named = sharedOf('place', one.places, other.places)
  if (named.length > 0 || one.point === null || other.point === null) return named
  const apart = kilometres(one.point, other.point)
  return apart <= NEAR_KILOMETRES ? [{ kind: 'place', value: `${apart.toFixed(1)} km` }] : []
}

function isSameTime(one: ComparedRecovery, other: ComparedRecovery): boolean {
  if (one.days === null || other.days === null) return false
  const isDay = ({ from, to }: NonNullable<ComparedRecovery['days']>) => from === to
  if (!isDay(one.days) || !isDay(other.days) || daysApart(one.days, other.days) > NEAR_DAYS) return false
  if (one.minutes === null || other.minutes === null) return true
  const moment = ({ days, minutes }: ComparedRecovery) => Date.parse(days!.from) / 60_000 + minutes!
  return Math.abs(moment(one) - moment(other)) <= NEAR_MINUTES
}

/**
 * Why two recoveries may be reports of one incident; empty where they may not. A day that cannot be reconciled rules it
 * out. Then a shared mark, person, vehicle or parcel suffices; place and time must be near together, and neither alone
 * says anything.
 */
export function nearReasons(one: ComparedRecovery, other: ComparedRecovery): NearReason[] {
  if (one.days !== null && other.days !== null && daysApart(one.days, other.days) > NEAR_DAYS) return []
  const shared = [
    ...sharedOf('mark', one.marks, other.marks),
    ...sharedOf('person', one.persons, other.persons),
    ...sharedOf('vehicle', one.vehicles, other.vehicles),
    ...sharedOf('parcel', one.parcels, other.parcels),
  ]
  const places = placeReasons(one, other)
  const near = isSameTime(one, other) ? [...places, { kind: 'time' as const, value: other.days!.from }] : places
  return shared.length > 0 ? [...shared, ...near] : near.length > places.length && places.length > 0 ? near : []
}
