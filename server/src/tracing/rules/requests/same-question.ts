import type { TraceForm } from '@proofmark/contract/schemas/trace-desk'
import type { DuplicateGround } from '@proofmark/contract/trace-words'
import { readMake } from '@proofmark/domain/make'
import { readSerial } from '@proofmark/domain/serial'

/** What tells by a request's form which firearm it asks about; null where the form does not tell it apart. */
export interface FirearmKey {
  readonly skeleton: string
  readonly make: string | null
}

/** The mark as it is compared, with the make: shorter ones are shared by many firearms. */
const LEAST_CHARACTERS = 4

export function firearmKey({ firearm }: Pick<TraceForm, 'firearm'>): FirearmKey | null {
  const { observed, state } = firearm.serial
  if (observed === null || state !== 'legible') return null
  const skeleton = readSerial(observed)[0]?.skeleton ?? null
  if (skeleton === null || skeleton.length < LEAST_CHARACTERS) return null
  return { skeleton, make: readMake(firearm.make).make.code }
}

export interface Asking {
  readonly country: string | null
  readonly partner: string | null
  readonly records: readonly string[]
  readonly key: FirearmKey | null
}

/**
 * Does another request ask the same state about the same firearm? By its links, where one asks about a record of what is
 * one firearm with the other's; else by make and mark. Null where it does not.
 */
export function sameQuestion(one: Asking, other: Asking, firearm: ReadonlySet<string>): DuplicateGround | null {
  const sameState = one.country !== null ? one.country === other.country : one.partner === other.partner
  if (!sameState) return null
  if (other.records.some((record) => firearm.has(record))) return 'same_firearm'
  if (one.key === null || other.key === null) return null
  const alike = one.key.skeleton === other.key.skeleton && one.key.make !== null && one.key.make === other.key.make
  return alike ? 'same_mark' : null
}
