import type { OperationKind } from '@proofmark/contract/deconfliction-words'
import type { OperationAddRequest } from '@proofmark/contract/schemas/deconfliction'

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

type Point = NonNullable<OperationAddRequest['point']>

/** The point of a draft; null where none of it is written, `wrong` where it is not a point yet. */
export function pointOf({ latitude, longitude, radius }: PlanDraft): Point | 'wrong' | null {
  const texts = [latitude, longitude, radius].map((text) => text.trim().replace(',', '.'))
  if (texts.every((text) => text === '')) return null
  const [north, east, metres] = texts.map((text) => (text === '' ? Number.NaN : Number(text)))
  return [north, east, metres].every(Number.isFinite)
    ? { latitude: north!, longitude: east!, radius: metres! }
    : 'wrong'
}

/** What is sent of it; null where something is missing. */
export function requestOf(draft: PlanDraft): Omit<OperationAddRequest, 'id' | 'grounds'> | null {
  const [named, place, contact] = [draft.case.trim(), draft.place.trim(), draft.contact.trim()]
  const point = pointOf(draft)
  if (draft.kind === '' || named === '' || contact === '' || draft.from === '' || draft.to === '') return null
  if (point === 'wrong' || (place === '' && point === null)) return null
  return {
    ...{ kind: draft.kind, case: named, contact },
    ...(place !== '' && { place }),
    ...(point !== null && { point }),
    ...{ from: new Date(draft.from).toISOString(), to: new Date(draft.to).toISOString() },
  }
}
