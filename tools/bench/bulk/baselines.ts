import { baselineRow } from './baseline-row.ts'
import { matchInDuckdb } from './duckdb.ts'
import { matchExactly } from './exact.ts'
import type { Judged } from './judged.ts'
import type { BulkProblem } from './problem.ts'

export interface Baseline {
  readonly name: string
  readonly judged: readonly Judged[]
  /** From what is loaded to the judgements. */
  readonly seconds: number
  /** Of the whole process; null where it has none of its own. */
  readonly peakMegabytes: number | null
}

/** What our bulk matching is measured beside, on the same readings of the same records. */
export async function runBaselines(
  { entriesRead, recoveriesRead }: BulkProblem,
  step: (name: string) => void,
): Promise<Baseline[]> {
  const entries = [...entriesRead().map(baselineRow)]
  const recoveries = [...recoveriesRead().map(baselineRow)]
  step('exact match on serial and make')
  const began = performance.now()
  const exact = matchExactly(entries, recoveries)
  const exactSeconds = (performance.now() - began) / 1000
  step('Fellegi–Sunter in DuckDB')
  const { judged, seconds, peakMegabytes } = await matchInDuckdb(entries, recoveries)
  return [
    { name: 'exact match on serial and make', judged: exact, seconds: exactSeconds, peakMegabytes: null },
    { name: 'Fellegi–Sunter in DuckDB', judged, seconds, peakMegabytes },
  ]
}
