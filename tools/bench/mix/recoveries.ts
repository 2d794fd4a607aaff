import { type Chances, chancesFrom } from '../../../server/src/demonstration/random.ts'
import { seedOf } from './draw.ts'
import type { RegisterEntry } from './register.ts'
import { type Damage, damageSerial } from './serial-damage.ts'
import { LAST_YEAR, type StatedDescription, statedDescription } from './stated-description.ts'

/** A registered firearm as a recovery states it; what is not stated is empty. */
export interface Recovery extends StatedDescription {
  readonly id: string
  readonly serial: string
  /** When it was recovered, `YYYY-MM-DD`. */
  readonly date: string
  /** The id of the register entry that it is. */
  readonly truth: string
  /** What happened to the serial. */
  readonly damage: Damage
}

const DAY = 86_400_000
const END = Date.UTC(LAST_YEAR, 11, 31)

/** On how many days after its registration a firearm can be recovered: of twelve years, none after the last year. */
export const daysAfter = (day: string): number => Math.min(12 * 365, (END - Date.parse(day)) / DAY)

const later = (day: string, chances: Chances): string =>
  new Date(Date.parse(day) + DAY * (1 + chances.below(daysAfter(day)))).toISOString().slice(0, 10)

/** `count` different positions below `limit`. */
function differentPositions(count: number, limit: number, chances: Chances): number[] {
  const positions = new Set<number>()
  while (positions.size < count) positions.add(chances.below(limit))
  return [...positions]
}

/**
 * Recoveries of `count` different firearms of a register, each described with the errors of the benchmark mix. Throws
 * where the register has fewer entries.
 */
export function makeRecoveries(register: readonly RegisterEntry[], count: number, seed: number): Recovery[] {
  if (!Number.isInteger(count) || count < 0 || count > register.length)
    throw new Error(`A register of ${register.length} entries has 0 to ${register.length} recoveries, not ${count}.`)
  // A stream of its own, also where the register was made from the same seed.
  const chances = chancesFrom(seedOf(`recoveries ${seed}`))
  return differentPositions(count, register.length, chances).map((position, place) => {
    const entry = register[position]!
    const { serial, damage } = damageSerial(entry.serial, chances)
    return {
      id: `S${place + 1}`,
      serial,
      ...statedDescription(entry, register, chances),
      date: later(entry.date, chances),
      truth: entry.id,
      damage,
    }
  })
}
