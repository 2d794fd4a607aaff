import { type Chances, chancesFrom } from '../../../server/src/demonstration/random.ts'
import { registeredCalibre } from './calibre-words.ts'
import { casesOf, drawerOf } from './draw.ts'
import { MAKE_WEIGHTS, MIX_MAKES, type MixMake } from './makes.ts'
import { type DrawSeries, firstOf, type Series, serialOf, seriesDrawer } from './numbering.ts'
import { PlainNumbers } from './plain-numbers.ts'
import { registeredType } from './type-words.ts'

/** A firearm as its register wrote it down. */
export interface RegisterEntry {
  readonly id: string
  readonly serial: string
  readonly make: string
  readonly model: string
  readonly calibre: string
  readonly type: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly year: number
  /** When it was registered, `YYYY-MM-DD`. */
  readonly date: string
}

/**
 * A consignment left the factory in one run of numbers, or reached the register with only some of a larger run, or is
 * no consignment: single firearms of one series, each of its own model and year.
 */
const drawConsignment = casesOf({ run: 0.3, thinned: 0.3, singles: 0.4 })
/** Plain numbers have fewer neighbours in real records than numbers with letters. */
const drawPlainConsignment = casesOf({ run: 0.15, thinned: 0.35, singles: 0.5 })
/** Of the numbers of a run, how many the register lacks. */
const GAP = 0.15
const WIDEST_GAP = 400
const LARGEST_CONSIGNMENT = 24
const OLDEST = 1950
const NEWEST = 2024

type Description = Omit<RegisterEntry, 'id' | 'serial'>

function descriptionOf({ name, row, since, drawModel }: MixMake, chances: Chances): Description {
  const model = drawModel(chances)
  const oldest = Math.max(OLDEST, since, model.since)
  // More of the newer: the larger of two draws.
  const year = oldest + Math.max(chances.below(NEWEST - oldest), chances.below(NEWEST - oldest))
  const registered = Math.min(year + chances.below(4), NEWEST)
  const month = String(1 + chances.below(12)).padStart(2, '0')
  const day = String(1 + chances.below(28)).padStart(2, '0')
  return {
    make: name,
    model: model.name,
    calibre: registeredCalibre(chances.happens(0.8) ? model.calibres[0]! : chances.pick(model.calibres)),
    type: registeredType(model.type),
    country: chances.happens(0.8) ? row.countries[0]! : chances.pick(row.countries),
    year,
    date: `${registered}-${month}-${day}`,
  }
}

interface Numbering {
  readonly make: MixMake
  /** Counts from 1. */
  readonly rank: number
  readonly drawSeries: DrawSeries
  readonly taken: Set<string>
}

/** The serial of a number, or null where it is taken already. */
function numbered(
  { taken, rank }: Numbering,
  series: Series,
  number: number,
  plain: PlainNumbers,
  chances: Chances,
): string | null {
  const { digits } = series
  if (!series.plain || !PlainNumbers.holds(digits)) {
    const serial = serialOf(series, number)
    if (taken.has(serial)) return null
    taken.add(serial)
    return serial
  }
  const again = plain.again(rank, digits, chances)
  if (again !== null) return serialOf(series, again)
  return plain.give(rank, number, digits) ? serialOf(series, number) : null
}

/**
 * A register made from a seed after the benchmark mix: makes by Zipf's law, serials of each make's shapes, numbered in
 * sequence with gaps within a consignment, plain numbers of five and six digits shared by makes. No make has two
 * firearms of one serial. Throws where `entries` is no whole number of at least 1.
 */
export function makeMixRegister(entries: number, seed: number): RegisterEntry[] {
  if (!Number.isInteger(entries) || entries < 1)
    throw new Error(`A register has a whole number of at least 1 entries, not ${entries}.`)
  const chances = chancesFrom(seed)
  const drawMake = drawerOf(MAKE_WEIGHTS)
  const weights = MAKE_WEIGHTS.reduce((sum, weight) => sum + weight, 0)
  const numberings = MIX_MAKES.map((make, position): Numbering => {
    const drawSeries = seriesDrawer(make, (entries * MAKE_WEIGHTS[position]!) / weights, chances)
    return { make, rank: position + 1, drawSeries, taken: new Set() }
  })
  const plain = new PlainNumbers()
  const register: RegisterEntry[] = []
  while (register.length < entries) {
    const numbering = numberings[drawMake(chances)]!
    const series = numbering.drawSeries(chances)
    const consignment = series.plain ? drawPlainConsignment(chances) : drawConsignment(chances)
    const range = 10 ** series.digits - firstOf(series)
    const anywhere = () => firstOf(series) + chances.below(range)
    const size = Math.min(1 + chances.below(LARGEST_CONSIGNMENT), entries - register.length)
    let number = anywhere()
    let description = descriptionOf(numbering.make, chances)
    for (let place = 0; place < size; place++) {
      const serial = number < 10 ** series.digits ? numbered(numbering, series, number, plain, chances) : null
      if (serial !== null) register.push({ id: `R${register.length + 1}`, serial, ...description })
      if (consignment === 'run')
        do number++
        while (chances.happens(GAP))
      else if (consignment === 'thinned') number += 2 + chances.below(Math.min(WIDEST_GAP, range / 50))
      else {
        number = anywhere()
        description = descriptionOf(numbering.make, chances)
      }
    }
  }
  return register
}
