import type { Happening } from './happenings.ts'
import type { Custody } from './lawful-custody.ts'
import { traitsOf } from './sighting.ts'

/** What tells that the item had left lawful hands: shown by a record, or no more than a pattern. */
export type Cause =
  | 'theft'
  | 'loss'
  | 'loss-or-theft'
  | 'offer'
  | 'crime'
  | 'mark'
  | 'conversion'
  | 'reactivation'
  | 'recovery'
  | 'recovered-again'
  | 'destroyed'
  | 'deactivated'

/** The time within which the item left lawful hands, before it is put into days. */
export interface Window {
  readonly cause: Cause
  /** The last lawful hands; null where no record tells of any. */
  readonly custody: Custody | null
  /** All that proved lawful custody before, in any hands. */
  readonly proofs: readonly Happening[]
  /** What closes the window: it had left lawful hands by then. */
  readonly end: Happening
  /** By what it is known; empty where a recovery alone is on record. */
  readonly evidence: readonly Happening[]
  /** Where the item came to light afterwards, and what was then seen of it. */
  readonly borneOut: readonly Happening[]
  /** A record shows it; else it may be, and no more. */
  readonly shown: boolean
}

const CAUSE_OF: Readonly<Partial<Record<Happening['event'], Cause>>> = {
  theft: 'theft',
  loss: 'loss',
  'loss-or-theft': 'loss-or-theft',
  'online-offer': 'offer',
  shooting: 'crime',
  'ballistic-result': 'crime',
}

/** By what an event on its own shows that the item had left lawful hands. */
export const causeOf = (happening: Happening): Cause => CAUSE_OF[happening.event] ?? seenOn([happening]) ?? 'crime'

export const isReport = (cause: Cause): boolean => cause === 'theft' || cause === 'loss' || cause === 'loss-or-theft'

/** What was seen of the item itself, the gravest first; null where nothing makes it illicit. */
export function seenOn(happenings: readonly Happening[]): Cause | null {
  const traits = new Set(happenings.flatMap(({ records }) => records.flatMap(traitsOf)))
  if (traits.has('reactivation')) return 'reactivation'
  if (traits.has('conversion')) return 'conversion'
  return traits.has('mark') ? 'mark' : null
}
