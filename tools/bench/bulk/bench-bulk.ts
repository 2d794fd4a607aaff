import type { ShareByDamage } from '../asked.ts'
import { type Band, bandsOf } from '../calibration.ts'
import { type Measure, measure, shareMeasure } from '../measure.ts'
import { type Baseline, runBaselines } from './baselines.ts'
import { matchInBulk } from './engine.ts'
import type { EngineReport } from './engine-process.ts'
import { atThreshold, bestF1, evaluate } from './evaluate.ts'
import type { Judged, Truth } from './judged.ts'
import { runOracle } from './oracle/run-oracle.ts'
import { type BulkProblem, makeProblem } from './problem.ts'

/** So many register entries to a recovery. */
const ENTRIES_A_RECOVERY = 5
const THREADS = 2
/** From here on a link is taken for right, and for as good as sure. They stay what they are, whatever the seeds. */
const RIGHT = 0.5
const SURE = 0.8
/** What is asked of a register of a hundred thousand is not asked of one of a million, where more fits as well. */
const SMALL = 300_000

const targetsOf = (entries: number) =>
  entries <= SMALL
    ? { recall: 96.5, sure: 95, f1: 97.5, candidates: 98.5, lookedAt: 120, seconds: 1, memory: 0.7 }
    : { recall: 90, sure: null, f1: 95.5, candidates: null, lookedAt: 400, seconds: 1.5, memory: null }

export interface BulkResult {
  readonly measures: readonly Measure[]
  readonly recall: Readonly<Record<string, ShareByDamage>>
  readonly calibration: readonly Band[]
}

/** Of each recovery its likeliest entry. */
function bestOf(judged: readonly Judged[]): Judged[] {
  const best = new Map<number, Judged>()
  for (const each of judged)
    if (each.probability > (best.get(each.recovery)?.probability ?? -1)) best.set(each.recovery, each)
  return [...best.values()]
}

/**
 * How far what was said lies from what came true, in the mean over bands of probability. Of the lowest band there are as
 * many as are kept, and all come out right: it is left out.
 */
function calibrationError(all: readonly Band[]): number {
  const bands = all.filter(({ from }) => from > 0)
  const told = bands.reduce((sum, { count }) => sum + count, 0)
  return bands.reduce((sum, { count, said, right }) => sum + count * Math.abs(said - right), 0) / told
}

const isTrue =
  ({ entries }: Truth) =>
  ({ recovery, entry }: Judged) =>
    entries[recovery] === entry

function accuracyMeasures(report: EngineReport, truth: Truth, entries: number): Measure[] {
  const recoveries = truth.entries.length
  const best = bestOf(report.judged)
  const targets = targetsOf(entries)
  const right = atThreshold(best, truth, RIGHT)
  const sure = atThreshold(best, truth, SURE)
  const kept = new Set(report.judged.filter(isTrue(truth)).map(({ recovery }) => recovery)).size / recoveries
  const share = (name: string, value: number, atLeast: number | null) =>
    shareMeasure(name, value, atLeast === null ? undefined : { atLeast })
  const of = `of ${recoveries} recoveries with ${entries} entries`
  return [
    share(`precision at a probability of ${RIGHT}, ${of}`, right.precision ?? 0, 99),
    share(`recall at a probability of ${RIGHT}`, right.recall, targets.recall),
    share(`precision at a probability of ${SURE}`, sure.precision ?? 0, targets.sure && 99.5),
    share(`recall at a probability of ${SURE}`, sure.recall, targets.sure),
    share('best F1', bestF1(best, truth), targets.f1),
    share('true entry among what is kept', kept, targets.candidates),
    measure({
      name: 'entries looked at for each recovery',
      unit: '',
      value: report.matched.lookedAt / recoveries,
      target: { atMost: targets.lookedAt },
    }),
    share('recoveries that take the wide path', report.matched.wide / recoveries, null),
  ]
}

function costMeasures(report: EngineReport, baselines: readonly Baseline[], entries: number): Measure[] {
  const { seconds, memory } = targetsOf(entries)
  const rival = baselines.find(({ peakMegabytes }) => peakMegabytes !== null)
  const steps = Object.entries(report.matched.milliseconds).map(([step, took]) =>
    measure({ name: `bulk matching, ${step}`, unit: 's', value: took / 1000 }),
  )
  if (!rival?.peakMegabytes) return steps
  return [
    measure({
      name: 'bulk matching, from loaded rolls to the result',
      unit: 's',
      value: report.seconds,
      baseline: { name: rival.name, value: rival.seconds },
      target: { atMost: seconds },
    }),
    ...steps,
    measure({
      name: 'peak memory of the matching process',
      unit: 'MB',
      value: report.peakMegabytes,
      baseline: { name: rival.name, value: rival.peakMegabytes },
      target: { atMost: memory ?? 1_500 },
      absolute: memory === null,
    }),
  ]
}

/**
 * Matches recoveries with a register in bulk, in a process of its own from a fixed seed, beside exact match, a plain
 * Fellegi–Sunter model in DuckDB and, up to a size, the oracle that knows how the mix damages.
 */
export async function benchBulk(
  entries: number,
  registerSeed: number,
  recoverySeed: number,
  step: (name: string) => void,
): Promise<BulkResult> {
  const recoveries = Math.floor(entries / ENTRIES_A_RECOVERY)
  // The oracle takes twenty minutes for a million.
  const isSmall = entries <= SMALL
  step(`making ${entries} entries and ${recoveries} recoveries, and reading them`)
  const problem: BulkProblem = makeProblem(entries, recoveries, registerSeed, recoverySeed)
  const { truth } = problem
  step('matching in bulk')
  const report = await matchInBulk(problem, THREADS)
  const baselines = await runBaselines(problem, step)
  const oracle = isSmall ? runOracle(problem, step).oneToOne : null
  const recall: Record<string, ShareByDamage> = {
    ours: evaluate(bestOf(report.judged), truth).byDamage,
    ...(oracle && { oracle: evaluate(oracle, truth).byDamage }),
  }
  for (const { name, judged } of baselines) recall[name] = evaluate(judged, truth).byDamage
  const calibration = bandsOf(
    report.judged.map((each) => ({ probability: each.probability, right: isTrue(truth)(each) })),
  )
  return {
    recall,
    calibration,
    measures: [
      ...accuracyMeasures(report, truth, entries),
      measure({
        name: 'calibration error of its probabilities',
        unit: '%',
        value: 100 * calibrationError(calibration),
        target: { atMost: 2 },
      }),
      ...(oracle ? [shareMeasure('recall of the oracle at precision 99 %', evaluate(oracle, truth).recallAt99)] : []),
      shareMeasure('recall of bulk matching at precision 99 %', evaluate(bestOf(report.judged), truth).recallAt99),
      ...baselines.map(({ name, judged }) =>
        shareMeasure(`recall of ${name} at precision 99 %`, evaluate(judged, truth).recallAt99),
      ),
      ...costMeasures(report, baselines, entries),
    ],
  }
}
