import type { Custodian } from '@proofmark/contract/life-words'
import { knownDay } from './bounds.ts'
import type { Happening } from './happenings.ts'
import type { LifeRecord } from './life-record.ts'

/** Lawful hands: by what the item came into them, and what proves that it was in them. */
export interface Custody {
  readonly custodian: Custodian
  readonly since: Happening
  readonly proofs: readonly Happening[]
}

export const custodyBy = (custodian: Custodian, since: Happening): Custody => ({ custodian, since, proofs: [since] })

export const provenAlso = (custody: Custody, proof: Happening): Custody => ({
  ...custody,
  proofs: [...custody.proofs, proof],
})

/** The place that the latest record of these hands states; a laboratory is no place of the holder. */
export function placeOf({ custodian, proofs }: Custody): string | null {
  for (const { records, event } of [...proofs].reverse()) {
    if (event === 'examination' && custodian !== 'state_custody') continue
    const stated = records.find(({ place }) => place !== null)?.place
    if (stated) return stated
  }
  return null
}

/** A register's `until` proves its holder's custody until then; a licence's end, or a loan's, does not. */
export const provesUntil = ({ event, rowKind }: LifeRecord): boolean =>
  rowKind === 'holding' || event === 'registration' || event === 'stocktaking'

/** The days on which a happening proves lawful custody, each the first that its record leaves open. */
export function provenDays({ bounds, records }: Happening): string[] {
  const ends = records.filter(provesUntil).map(({ until }) => until.from)
  return [knownDay(bounds.earliest), ...ends].filter((day) => day !== null)
}

/**
 * The last day, up to `limit`, on which one of these proves lawful custody; null where none has a day. Of a date that is
 * an interval the first day counts, so that a window that begins there surely holds the moment.
 */
export function lastProven(proofs: readonly Happening[], limit: string | null): string | null {
  let last: string | null = null
  for (const proof of proofs) {
    const days = limit === null ? [knownDay(proof.bounds.earliest)] : provenDays(proof)
    for (const day of days) {
      if (day !== null && (limit === null || day <= limit) && (last === null || day > last)) last = day
    }
  }
  return last
}
