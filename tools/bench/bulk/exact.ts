import type { BaselineRow } from './baseline-row.ts'
import type { Judged } from './judged.ts'

/** What must be equal; null where it is not known, or not whole. */
function keyOf({ serial, make }: BaselineRow): string | null {
  return serial === null || make === null || serial.includes('?') ? null : `${serial} ${make}`
}

/** The baseline of equality: the same normalised serial and the same make. Several entries share the probability. */
export function matchExactly(entries: readonly BaselineRow[], recoveries: readonly BaselineRow[]): Judged[] {
  const byKey = new Map<string, number[]>()
  for (const [entry, row] of entries.entries()) {
    const key = keyOf(row)
    if (key === null) continue
    const same = byKey.get(key)
    if (same) same.push(entry)
    else byKey.set(key, [entry])
  }
  return recoveries.flatMap((row, recovery) => {
    const key = keyOf(row)
    const same = (key !== null && byKey.get(key)) || []
    return same.map((entry) => ({ recovery, entry, probability: 1 / same.length }))
  })
}
