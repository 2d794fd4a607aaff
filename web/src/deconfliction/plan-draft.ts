import { OPERATION_LIMITS, type OperationKind } from '@proofmark/contract/deconfliction-words'
import type { Operation, OperationAddRequest } from '@proofmark/contract/schemas/deconfliction'

/** An operation while it is written: each field as it stands in its control. */
export interface PlanDraft {
  readonly kind: OperationKind | ''
  readonly case: string
  readonly place: string
  readonly latitude: string
  readonly longitude: string
  readonly radius: string
  /** As the browser gives them, in the time of the reader. */
  readonly from: string
  readonly to: string
  readonly contact: string
}

export const NOTHING_PLANNED: PlanDraft = {
  ...{ kind: '', case: '', place: '', latitude: '', longitude: '', radius: '', from: '', to: '', contact: '' },
}

const two = (figure: number): string => String(figure).padStart(2, '0')

/** A moment as a control for day and time holds it, in the time of the reader, to the minute. */
export function localMoment(instant: string): string {
  const at = new Date(instant)
  const day = [String(at.getFullYear()).padStart(4, '0'), two(at.getMonth() + 1), two(at.getDate())].join('-')
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** An operation as it was planned, to be changed. */
export const draftOf = ({ kind, case: of, place, point, from, to, contact }: Operation): PlanDraft => ({
  ...{ kind, case: of.id, place: place ?? '', contact: contact ?? '' },
  ...{ latitude: point ? String(point.latitude) : '', longitude: point ? String(point.longitude) : '' },
  ...{ radius: point ? String(point.radius) : '', from: localMoment(from), to: localMoment(to) },
})

const POINT = ['latitude', 'longitude', 'radius'] as const
export type PointField = (typeof POINT)[number]
const BOUNDS: Readonly<Record<PointField, readonly [least: number, most: number]>> = {
  ...{ latitude: [-90, 90], longitude: [-180, 180], radius: [1, OPERATION_LIMITS.radius] },
}

/** The figure in one field of the point; null where it is none that could stand there. */
function figureIn(field: PointField, text: string): number | null {
  const [least, most] = BOUNDS[field]
  const plain = text.trim().replace(',', '.')
  const figure = plain === '' ? Number.NaN : Number(plain)
  const fits = figure >= least && figure <= most && (field !== 'radius' || Number.isInteger(figure))
  return fits ? figure : null
}

type Point = NonNullable<OperationAddRequest['point']>

/** The point of a draft; null where none of it is written, else the fields that are wrong or still missing. */
export function pointOf(draft: PlanDraft): Point | readonly PointField[] | null {
  if (POINT.every((field) => draft[field].trim() === '')) return null
  const [latitude, longitude, radius] = POINT.map((field) => figureIn(field, draft[field]))
  const wrong = POINT.filter((field) => figureIn(field, draft[field]) === null)
  return wrong.length > 0 ? wrong : { latitude: latitude!, longitude: longitude!, radius: radius! }
}

const isWrong = (point: ReturnType<typeof pointOf>): point is readonly PointField[] => Array.isArray(point)

/** Which fields of the point are wrong. */
export const wrongIn = (draft: PlanDraft): readonly PointField[] => {
  const point = pointOf(draft)
  return isWrong(point) ? point : []
}

/** What is sent of it; null where something is missing. */
export function requestOf(draft: PlanDraft): Omit<OperationAddRequest, 'id' | 'grounds'> | null {
  const [named, place, contact] = [draft.case.trim(), draft.place.trim(), draft.contact.trim()]
  const point = pointOf(draft)
  if (draft.kind === '' || named === '' || contact === '' || draft.from === '' || draft.to === '') return null
  if (isWrong(point) || (place === '' && point === null)) return null
  return {
    ...{ kind: draft.kind, case: named, contact },
    ...(place !== '' && { place }),
    ...(point !== null && { point }),
    ...{ from: new Date(draft.from).toISOString(), to: new Date(draft.to).toISOString() },
  }
}
