import type { Recovery } from '../../mix/recoveries.ts'
import type { RegisterEntry } from '../../mix/register.ts'
import type { Judged } from '../judged.ts'
import { Candidates } from './candidates.ts'
import { LikelyEntries } from './likely-entries.ts'
import { judgedAlone, judgedOneToOne } from './posteriors.ts'
import { SerialLikelihood } from './serial-likelihood.ts'
import { WordLikelihood } from './word-likelihood.ts'

/** What is to be matched; each recovery is an entry of the register. */
export interface OracleProblem {
  readonly register: readonly RegisterEntry[]
  readonly recoveries: readonly Recovery[]
}

export interface OracleResult {
  /** Each recovery by itself. */
  readonly alone: Judged[]
  /** All together, knowing that no two are the same entry. */
  readonly oneToOne: Judged[]
}

/** Of each recovery, all entries that it can be. */
export function likelyEntries({ register, recoveries }: OracleProblem): LikelyEntries[] {
  const words = new WordLikelihood(register)
  const serials = new SerialLikelihood()
  const candidates = new Candidates(recoveries)
  const rows = recoveries.map(() => new LikelyEntries())
  for (const [position, { serial }] of register.entries()) {
    candidates.find(serial, (recovery) => {
      const stated = recoveries[recovery]!
      const likelihood = words.of(position, stated)
      if (likelihood > 0) rows[recovery]!.add(position, likelihood * serials.of(serial, stated.serial))
    })
  }
  return rows
}

/**
 * The best entry of each recovery and its probability, as a judge tells them who knows exactly how the mix damages: no
 * matcher can do better but by luck. It does not look at `truth` and `damage`. A recovery whose year is not stated is
 * judged without it. Less than 2 GB for a register of a million and 200,000 recoveries, but up to twenty minutes.
 */
export function runOracle(problem: OracleProblem, step: (name: string) => void): OracleResult {
  step(`the oracle: ${problem.recoveries.length} recoveries with ${problem.register.length} entries`)
  const rows = likelyEntries(problem)
  step('the oracle: one to one')
  return { alone: judgedAlone(rows), oneToOne: judgedOneToOne(rows, problem.register.length) }
}
