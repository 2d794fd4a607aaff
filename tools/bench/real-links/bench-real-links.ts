import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { chancesFrom } from '../../../server/src/demonstration/random.ts'
import { csvLine } from '../../../server/src/records/files/csv-line.ts'
import { ROOT } from '../../run-program.ts'
import { type Measure, measure, shareMeasure } from '../measure.ts'
import { shuffled } from '../mix/draw.ts'
import { type Pair, recordedAgain } from './again.ts'
import { drawLinks, plainPairs, STRATA, stratumOf } from './draw-links.ts'
import { readSeizures, type Seizure } from './read-seizures.ts'

const SEED = 2026
const LINKS = 200
const MISSED = 50
/** From here on a pair is a link. */
const LINK = 0.5

const SIDE = ['report', 'year', 'city', 'type', 'make', 'calibre', 'serial'] as const

const sideOf = ({ report, year, city, stated }: Seizure): string[] => {
  const cells: Readonly<Record<(typeof SIDE)[number], string>> = { report, year: String(year), city, ...stated }
  return SIDE.map((column) => cells[column])
}

/** Pairs side by side for whoever judges them, who is not told what the matching says; that stands in a file of its own. */
async function writeSample(
  folder: string,
  name: string,
  pairs: readonly Pair[],
  seizures: readonly Seizure[],
): Promise<void> {
  const heading = ['number', 'verdict', ...SIDE.map((column) => `${column} 1`), ...SIDE.map((column) => `${column} 2`)]
  const rows = pairs.map(({ one, other }, at) => [
    String(at + 1),
    '',
    ...sideOf(seizures[one]!),
    ...sideOf(seizures[other]!),
  ])
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${name}.csv`), [heading, ...rows].map((row) => csvLine(row)).join(''))
  const said = pairs.map(({ probability }, at) => csvLine([at + 1, stratumOf(probability), probability]))
  await writeFile(join(folder, `${name}-said.csv`), [csvLine(['number', 'stratum', 'probability']), ...said].join(''))
}

/** A folder outside of the project, so that no row of anybody's file comes into it. Throws where it is inside. */
function outside(folder: string): string {
  const inside = relative(ROOT, resolve(folder))
  if (!inside.startsWith('..')) throw new Error(`--sample takes a folder outside of the project, not ${folder}.`)
  return resolve(folder)
}

/**
 * Which records of a real file of seizures are of one firearm, in different reports? How many, how likely; and where a
 * folder is named, a sample for a person to judge: links by probability, and pairs of one long number and make that were
 * not linked. What comes out names no row and no number.
 */
export async function benchRealLinks(
  path: string,
  sample: string | null,
  step: (name: string) => void,
): Promise<Measure[]> {
  const folder = sample === null ? null : outside(sample)
  step('reading the seizures')
  const seizures = await readSeizures(path)
  const chances = chancesFrom(SEED)
  const marked = seizures.flatMap(({ item }, at) => (item.marks.some(({ norm }) => norm !== null) ? [at] : []))
  const { pairs, model, cut } = await recordedAgain(seizures, shuffled(marked, chances), step)
  const links = pairs.filter(({ probability }) => probability >= LINK)
  const keyOf = ({ one, other }: Pick<Pair, 'one' | 'other'>) => one * seizures.length + other
  const linked = new Set(links.map(keyOf))
  const told = new Map(pairs.map((pair) => [keyOf(pair), pair.probability]))
  const plain = plainPairs(seizures)
  const missed = plain
    .filter((pair) => !linked.has(keyOf(pair)))
    .map((pair) => ({ ...pair, probability: told.get(keyOf(pair)) ?? 0 }))
  if (folder !== null) {
    await writeSample(folder, 'links', drawLinks(links, LINKS, chances), seizures)
    await writeSample(folder, 'missed', shuffled(missed, chances).slice(0, MISSED), seizures)
  }
  const count = (name: string, value: number) => measure({ name, value, unit: '' })
  return [
    count('seizures of the real file', seizures.length),
    count('seizures with a number', marked.length),
    shareMeasure('of them so many have a record on the other side, as learned', model.recorded),
    count('links between reports', links.length),
    ...STRATA.map((from, at) =>
      count(
        `links with a probability from ${from} to ${STRATA[at + 1] ?? 1}`,
        links.filter(({ probability }) => stratumOf(probability) === from).length,
      ),
    ),
    count('pairs of one number of 7 or more characters and one make', plain.length),
    count('of them not linked', missed.length),
    count('look-ups cut short', cut),
  ]
}
