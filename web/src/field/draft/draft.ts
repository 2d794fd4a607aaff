import type { RecoveryConflict } from '@proofmark/contract/merge-recovery'
import type { Purpose } from '@proofmark/contract/purposes'
import { type ExhibitKind, type PhotographView, RECOVERY_ATTEMPTS } from '@proofmark/contract/recovery-words'
import type { RecoveryExhibit, RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { RecoverySaved } from '@proofmark/contract/schemas/recovery-answers'

/** How far a draft has come on its way to the server. What is under way at this moment stands in memory alone. */
export type Sending =
  | { readonly kind: 'writing' }
  | { readonly kind: 'waiting' }
  /** The server has it, as this version. */
  | { readonly kind: 'taken'; readonly at: string }
  /** The server would not have it; nothing of it is lost here. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  /** The server has it, beside what somebody else said of the same fields: one chooses. */
  | { readonly kind: 'conflict' }

export type PictureState =
  | { readonly kind: 'waiting'; readonly received: number }
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly reason: string }

/** A photograph on this device: hashed when it was taken. */
export interface Picture {
  readonly file: string
  readonly exhibit: string
  readonly view: PhotographView
  readonly sha256: string
  readonly bytes: number
  readonly state: PictureState
}

/** Everything that this device holds of one recovery. */
export interface Draft {
  readonly recovery: string
  readonly begunAt: string
  /** The code under which it was begun, whatever the officer's is now. */
  readonly officer: string
  readonly form: RecoveryForm
  /** The version and the form that it began from, or that the server took last. */
  readonly base: { readonly version: number; readonly form: RecoveryForm } | null
  /** The sends since the base of which no answer came, in order; of drafts that were begun before there were names of sends, none. */
  readonly attempts?: readonly string[]
  readonly pictures: readonly Picture[]
  readonly sending: Sending
  readonly saved: RecoverySaved | null
  readonly conflicts: readonly RecoveryConflict[]
  /** Why others are asked whether they know the items. */
  readonly purpose: Purpose
  /** Fingerprints or DNA are secured: photographs wait no longer. */
  readonly tracesSecured: boolean
}

/** A form in which nothing is said. */
export const EMPTY_FORM: RecoveryForm = {
  status: 'seized',
  place: {},
  justifications: [],
  contexts: [],
  anonymous: false,
  persons: [],
  vehicles: [],
  exhibits: [],
}

export interface Beginning {
  readonly recovery: string
  readonly officer: string
  readonly at: Date
  readonly zone: string
}

const two = (number: number) => String(number).padStart(2, '0')

const momentHere = (at: Date) => ({
  date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
  time: `${two(at.getHours())}:${two(at.getMinutes())}`,
})

/** Is a recovery dated after what this device's clock says here? Without a time the day alone counts; without a day nothing. */
export function liesAhead({ date, time }: Pick<RecoveryForm, 'date' | 'time'>, now: Date): boolean {
  const here = momentHere(now)
  if (!date) return false
  return date > here.date || (date === here.date && time !== undefined && time > here.time)
}

/** A draft of today, here; day and time by the clock of the device, to be set right by whoever holds it. */
export function newDraft({ recovery, officer, at, zone }: Beginning): Draft {
  const { date, time } = momentHere(at)
  return {
    recovery,
    begunAt: at.toISOString(),
    officer,
    form: { ...EMPTY_FORM, date, time, zone, officer },
    base: null,
    pictures: [],
    sending: { kind: 'writing' },
    saved: null,
    conflicts: [],
    purpose: 'criminal_investigation',
    tracesSecured: false,
  }
}

export function newExhibit(exhibit: string, kind: ExhibitKind): RecoveryExhibit {
  return { exhibit, kind, stated: {}, notKnown: {}, marks: [], typologies: [], photographs: [] }
}

/** Another one like it: what tells one thing from the other stays with the first. */
export function likeIt(item: RecoveryExhibit, exhibit: string): RecoveryExhibit {
  const { serial: _serial, serial_state: _state, ...stated } = item.stated
  const { number: _number, seal: _seal, ...rest } = item
  return { ...rest, exhibit, stated, marks: [], photographs: [] }
}

/** Do photographs wait, since something is to be taken from the items first? */
export const photographsWait = ({ form, tracesSecured }: Pick<Draft, 'form' | 'tracesSecured'>): boolean =>
  form.tracesFirst !== undefined && form.tracesFirst !== 'neither' && !tracesSecured

/** The draft as it waits to be sent, under a name by which the server knows this send again. */
export const waiting = ({ attempts = [] }: Draft, attempt: string): Pick<Draft, 'sending' | 'attempts'> => ({
  sending: { kind: 'waiting' },
  attempts: [...attempts, attempt].slice(-RECOVERY_ATTEMPTS),
})

type Fields = Readonly<Record<string, unknown>>

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (Array.isArray(value)) return value.map(cleaned).filter((each) => each !== undefined)
  if (typeof value !== 'object' || value === null) return value
  const said = Object.entries(value as Fields)
    .map(([key, each]) => [key, cleaned(each)] as const)
    .filter(([, each]) => each !== undefined)
  return Object.fromEntries(said)
}

/** Is there nothing in it that anybody said? */
const isBare = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && Object.values(value).every(isBare))

/** The form as it is sent: without blank texts, without persons where nobody is named, with its photographs. */
export function formToSend({ form, pictures }: Pick<Draft, 'form' | 'pictures'>): RecoveryForm {
  const sent = cleaned(form) as RecoveryForm
  const photographs = (exhibit: RecoveryExhibit) => {
    const taken = pictures
      .filter((picture) => picture.exhibit === exhibit.exhibit && picture.state.kind !== 'refused')
      .map(({ sha256, view }) => ({ sha256, view }))
    const known = exhibit.photographs.filter(({ sha256 }) => taken.every((each) => each.sha256 !== sha256))
    return [...known, ...taken]
  }
  const { parcel, route, safety, ...rest } = sent
  const path = parcel?.path.filter((stop) => !isBare(stop)) ?? []
  return {
    ...rest,
    ...(parcel === undefined || sent.anonymous || isBare({ ...parcel, path }) ? {} : { parcel: { ...parcel, path } }),
    ...(isBare(route) ? {} : { route }),
    ...(safety?.state ? { safety } : {}),
    persons: sent.anonymous ? [] : sent.persons.filter(({ value }) => value !== undefined),
    vehicles: sent.vehicles.filter(({ field: _, ...said }) => !isBare(said)),
    exhibits: sent.exhibits.map((exhibit) => ({
      ...exhibit,
      marks: exhibit.marks.filter(({ stated, state }) => stated !== undefined || state !== undefined),
      photographs: photographs(exhibit),
    })),
  }
}
