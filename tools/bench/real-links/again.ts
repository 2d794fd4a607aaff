import type { BulkModel } from '../../../matching/src/bulk/bulk-model.ts'
import { Legend, RollBuilder } from '../../../matching/src/bulk/roll.ts'
import { rollEntry } from '../../../matching/src/bulk/roll-entry.ts'
import { matchRolls } from '../../../matching/src/bulk/threads/match-rolls.ts'
import { START_MODEL } from '../../../matching/src/model.ts'
import type { Seizure } from './read-seizures.ts'

/** Two records of different reports, by position, with the probability that they are of one firearm. */
export interface Pair {
  readonly one: number
  readonly other: number
  readonly probability: number
}

const THREADS = 2

/**
 * Finds which records of one file are of one firearm. Matching in bulk knows two rolls: the records are parted in two as
 * often as their number has digits in base two, by one digit each time, so that every two stand apart in one of the
 * partings. Of a pair the highest probability counts, since a third record of the firearm takes its share in the others.
 */
export async function recordedAgain(
  seizures: readonly Seizure[],
  order: readonly number[],
  step: (name: string) => void,
): Promise<{ readonly pairs: readonly Pair[]; readonly model: BulkModel; readonly cut: number }> {
  const found = new Map<number, number>()
  const digits = Math.ceil(Math.log2(order.length))
  let model: BulkModel | null = null
  let cut = 0
  for (let digit = 0; digit < digits; digit++) {
    const legend = new Legend()
    const sides = [0, 1].map((side) => order.filter((_, at) => ((at >> digit) & 1) === side))
    const [records, entries] = sides.map((side) => {
      const builder = new RollBuilder(legend)
      for (const at of side) builder.add(rollEntry(seizures[at]!.item, null))
      return builder.finish()
    })
    const matched = await matchRolls(records!, entries!, legend, {
      threads: THREADS,
      background: START_MODEL.mark,
      series: true,
      ...(model && { model }),
    })
    model ??= matched.model
    cut += matched.cut
    for (const [at, probability] of matched.probabilities.entries()) {
      const [a, b] = [sides[0]![matched.records[at]!]!, sides[1]![matched.entries[at]!]!]
      if (seizures[a]!.report === seizures[b]!.report) continue
      const key = Math.min(a, b) * seizures.length + Math.max(a, b)
      found.set(key, Math.max(probability, found.get(key) ?? 0))
    }
    step(`parting ${digit + 1} of ${digits}`)
  }
  const pairs = [...found].map(([key, probability]) => ({
    one: Math.floor(key / seizures.length),
    other: key % seizures.length,
    probability,
  }))
  return { pairs, model: model!, cut }
}
