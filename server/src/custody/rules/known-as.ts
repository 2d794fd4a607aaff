import type { KnownAs, KnownSurely } from '@proofmark/contract/recovery-words'
import type { EventKind } from '@proofmark/domain/event-kind'

const KNOWN_BY_EVENT: Readonly<Partial<Record<EventKind, KnownAs>>> = {
  theft: 'stolen',
  'loss-or-theft': 'stolen',
  loss: 'lost',
  seizure: 'recovered_before',
  find: 'recovered_before',
  surrender: 'recovered_before',
  registration: 'registered',
  transfer: 'registered',
  stocktaking: 'registered',
  allocation: 'registered',
  destruction: 'destroyed',
}

/** As what a record of this event makes an exhibit known: whoever stands at the roadside needs one word. */
export const knownAs = (event: EventKind): KnownAs => KNOWN_BY_EVENT[event] ?? 'other'

/** What is told first: what changes what the officer does next. */
const ORDER: readonly KnownAs[] = [
  'wanted',
  'stolen',
  'lost',
  'destroyed',
  'recovered_before',
  'pointer',
  'registered',
  'other',
]

interface Told {
  readonly kind: KnownAs
  readonly source: string | null
  readonly agency: string
  readonly surely: KnownSurely
  /** From 0 to 1; null where nothing was weighed. */
  readonly likely: number | null
}

/** A pointer says nothing of the exhibit: it stands where it stood, and what may be of it comes behind. */
const isOpen = ({ kind, surely }: Told) => surely === 'may_be' && kind !== 'pointer'
const weight = ({ likely }: Told) => likely ?? 1

/**
 * One line for each thing that an agency's source says, however many records say it, the likeliest of them: first what the
 * exhibit is, the weightiest first; then what it may be, the likeliest first.
 */
export function fewest<Known extends Told>(all: readonly Known[]): Known[] {
  const lines = Map.groupBy(all, ({ kind, source, agency }) => JSON.stringify([kind, source, agency]))
  const first = [...lines.values()].map((said) =>
    said.reduce((best, each) => (weight(each) > weight(best) ? each : best)),
  )
  return first.sort(
    (one, other) =>
      Number(isOpen(one)) - Number(isOpen(other)) ||
      (isOpen(one) ? weight(other) - weight(one) : 0) ||
      ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind),
  )
}
