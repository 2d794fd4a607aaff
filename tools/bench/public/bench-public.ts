import { atThreshold, bestF1 } from '../bulk/evaluate.ts'
import type { Judged, Truth } from '../bulk/judged.ts'
import { type Measure, measure, shareMeasure } from '../measure.ts'
import { linkPersonsInDuckdb } from './duckdb-persons.ts'
import { linkPersons, matchPersonsExactly } from './link-persons.ts'
import { makePersons } from './make-persons.ts'
import type { PersonProblem } from './person.ts'
import { readFebrl } from './read-febrl.ts'

const PERSONS = 5_000
/** From here on a pair is a link. */
const LINK = 0.5
const TARGET = { precision: 99, recall: 95 }

/** Of each record its likeliest entry. */
function bestOf(judged: readonly Judged[]): Judged[] {
  const best = new Map<number, Judged>()
  for (const each of judged)
    if (each.probability > (best.get(each.recovery)?.probability ?? -1)) best.set(each.recovery, each)
  return [...best.values()]
}

function measuresOf(name: string, judged: readonly Judged[], truth: Truth, ours: boolean): Measure[] {
  const best = bestOf(judged)
  const { precision, recall } = atThreshold(best, truth, LINK)
  return [
    shareMeasure(`${name}: precision`, precision ?? 0, ours ? { atLeast: TARGET.precision } : undefined),
    shareMeasure(`${name}: recall`, recall, ours ? { atLeast: TARGET.recall } : undefined),
    shareMeasure(`${name}: best F1`, bestF1(best, truth)),
  ]
}

/**
 * Ordinary record linkage, persons who do not exist, without anything that knows firearms: a remake of Febrl's `dataset4`, or
 * the published files where a folder holds them, beside exact match and a plain Fellegi–Sunter model in DuckDB.
 */
export async function benchPublic(
  folder: string | null,
  seed: number,
  step: (name: string) => void,
): Promise<Measure[]> {
  const problem: PersonProblem = folder === null ? makePersons(PERSONS, seed) : await readFebrl(folder)
  const set = folder === null ? 'Febrl remade' : 'Febrl as published'
  step(`${set}: ${problem.originals.length} originals, ${problem.duplicates.length} duplicates`)
  const truth: Truth = { entries: problem.truth, damages: problem.truth.map(() => 'unchanged') }
  const began = performance.now()
  const judged = linkPersons(problem)
  const seconds = (performance.now() - began) / 1000
  step('Fellegi–Sunter in DuckDB')
  const inDuckdb = await linkPersonsInDuckdb(problem)
  return [
    ...measuresOf(`${set}, generic linking`, judged, truth, true),
    measure({ name: `${set}, generic linking`, unit: 's', value: seconds }),
    ...measuresOf(`${set}, exact match`, matchPersonsExactly(problem), truth, false),
    ...measuresOf(`${set}, Fellegi–Sunter in DuckDB`, inDuckdb, truth, false),
  ]
}
