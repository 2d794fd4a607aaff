import type { BulkModel } from '../bulk-model.ts'
import { keepsHardlyAny, shareKept } from '../numbers-kept.ts'
import type { Roll } from '../roll.ts'
import { counted, type Oddity } from './oddity.ts'

/** Pairs that a run found, those of one record together, and the look-ups that it cut short. */
export interface FoundPairs {
  readonly records: Uint32Array
  readonly entries: Uint32Array
  readonly probabilities: Float64Array
  readonly cut: number
  /** What was learned, where anything was. */
  readonly model?: Pick<BulkModel, 'channel'>
}

/** From here on a pair is a link. */
const LINK = 0.5
/** A firearm is seldom recovered more often than this. */
const CROWDED = 8
/** Two are as likely as each other where they differ by less. */
const ALIKE = 0.01
const FEWEST = 20
const MOST = 0.9

function numbersNotKept({ model, probabilities }: FoundPairs): Oddity[] {
  if (!model || !keepsHardlyAny(model)) return []
  const count = probabilities.reduce((sum, probability) => sum + (probability >= LINK ? 1 : 0), 0)
  return [{ kind: 'numbers_not_kept', count, share: shareKept(model) }]
}

function crowdedEntries({ entries, probabilities }: FoundPairs, entryCount: number): Oddity[] {
  const records = new Uint32Array(entryCount)
  for (const [at, entry] of entries.entries()) if (probabilities[at]! >= LINK) records[entry]!++
  const crowded = records.reduce((count, each) => count + (each > CROWDED ? 1 : 0), 0)
  if (crowded === 0) return []
  const most = records.reduce((one, other) => Math.max(one, other), 0)
  const entry = records.indexOf(most)
  return [{ kind: 'crowded_entries', entry, records: most, ...counted(crowded, entryCount) }]
}

/** Records whose first two entries are alike, where all its entries together are likelier than none; and records found. */
function standing({ records, probabilities }: FoundPairs): { readonly undecidable: number; readonly found: number } {
  let [undecidable, found] = [0, 0]
  for (let from = 0; from < records.length; ) {
    let [to, first, second, all] = [from, 0, 0, 0]
    for (; to < records.length && records[to] === records[from]; to++) {
      const probability = probabilities[to]!
      all += probability
      if (probability > first) [first, second] = [probability, first]
      else if (probability > second) second = probability
    }
    found++
    if (all >= LINK && first < LINK && first - second < ALIKE) undecidable++
    from = to
  }
  return { undecidable, found }
}

/** What is odd about what a run found for the records of one roll among the entries of another. */
export function odditiesOfRun(found: FoundPairs, records: Roll, entries: Roll): Oddity[] {
  let marked = 0
  for (let record = 0; record < records.length; record++)
    if (records.markStart[record] !== records.markStart[record + 1]) marked++
  const odd: Oddity[] = []
  const { undecidable, found: withPairs } = standing(found)
  if (found.cut > 0) odd.push({ kind: 'cut_short', ...counted(found.cut, marked) })
  odd.push(...numbersNotKept(found), ...crowdedEntries(found, entries.length))
  if (undecidable > 0) odd.push({ kind: 'undecidable', ...counted(undecidable, records.length) })
  const nothing = marked - withPairs
  if (marked >= FEWEST && nothing > MOST * marked) odd.push({ kind: 'nothing_found', ...counted(nothing, marked) })
  return odd
}
