import { atThreshold, bestF1 } from '../bulk/evaluate.ts'
import type { Judged, Truth } from '../bulk/judged.ts'
import { type Measure, measure, shareMeasure } from '../measure.ts'
import { linkPersonsInDuckdb } from './duckdb-persons.ts'
import { linkPersons, matchPersonsExactly } from './link-persons.ts'
import { makePersons } from './make-persons.ts'
import type { Person, PersonField, PersonProblem } from './person.ts'
import { readFebrl } from './read-febrl.ts'

const PERSONS = 5_000
/** From here on a pair is a link. */
const LINK = 0.5

/** In percent. */
interface Targets {
  readonly precision: number
  readonly recall: number
}

/** Of each record its likeliest entry. */
function bestOf(judged: readonly Judged[]): Judged[] {
  const best = new Map<number, Judged>()
  for (const each of judged)
    if (each.probability > (best.get(each.recovery)?.probability ?? -1)) best.set(each.recovery, each)
  return [...best.values()]
}

function measuresOf(name: string, judged: readonly Judged[], truth: Truth, targets?: Targets): Measure[] {
  const best = bestOf(judged)
  const { precision, recall } = atThreshold(best, truth, LINK)
  return [
    shareMeasure(`${name}: precision`, precision ?? 0, targets && { atLeast: targets.precision }),
    shareMeasure(`${name}: recall`, recall, targets && { atLeast: targets.recall }),
    shareMeasure(`${name}: best F1`, bestF1(best, truth)),
  ]
}

const WITHOUT_NUMBERS = { soc_sec_id: '', date_of_birth: '' }

/** The same persons, of whom nothing is known but names and addresses. */
const named = ({ originals, duplicates, truth }: PersonProblem): PersonProblem => {
  const bare = (person: Person): Person => ({ ...person, ...WITHOUT_NUMBERS })
  return { originals: originals.map(bare), duplicates: duplicates.map(bare), truth }
}

async function measured(set: string, problem: PersonProblem, first: PersonField, targets: Targets): Promise<Measure[]> {
  const truth: Truth = { entries: problem.truth, damages: problem.truth.map(() => 'unchanged') }
  const began = performance.now()
  const judged = linkPersons(problem)
  const seconds = (performance.now() - began) / 1000
  return [
    ...measuresOf(`${set}, generic linking`, judged, truth, targets),
    measure({ name: `${set}, generic linking`, unit: 's', value: seconds }),
    ...measuresOf(`${set}, exact match`, matchPersonsExactly(problem), truth),
    ...measuresOf(`${set}, Fellegi–Sunter in DuckDB`, await linkPersonsInDuckdb(problem, first), truth),
  ]
}

/**
 * Ordinary record linkage, persons who do not exist, without anything that knows firearms: a remake of Febrl's `dataset4`, or
 * the published files where a folder holds them, with all fields and with names and addresses alone, beside exact match and
 * a plain Fellegi–Sunter model in DuckDB.
 */
export async function benchPublic(
  folder: string | null,
  seed: number,
  step: (name: string) => void,
): Promise<Measure[]> {
  const problem = folder === null ? makePersons(PERSONS, seed) : await readFebrl(folder)
  const set = folder === null ? 'Febrl remade' : 'Febrl as published'
  step(`${set}: ${problem.originals.length} originals, ${problem.duplicates.length} duplicates`)
  const whole = await measured(set, problem, 'soc_sec_id', { precision: 99, recall: 99 })
  step('names and addresses alone')
  return [
    ...whole,
    ...(await measured(`${set}, names and addresses`, named(problem), 'address_1', { precision: 98, recall: 95 })),
  ]
}
