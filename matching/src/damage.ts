import type { MarkCharacter } from '@proofmark/domain/marking'
import { Grid, NUMBER_OF } from './damage-grid.ts'
import {
  ADDED,
  type Costs,
  chanceCost,
  cost,
  costsOf,
  type DamageKind,
  DROPPED,
  type Move,
  only,
  type Step,
  stepsOver,
  text,
} from './damage-steps.ts'
import type { DamageShares } from './model.ts'
import { isDigit } from './shapes.ts'

/** `read` stands where `stood` was; either is empty where nothing stands. */
export interface Damage {
  readonly kind: DamageKind
  readonly stood: string
  readonly read: string
}

/** One step of a passage: which positions of either mark it leads over, the end not included, and what it costs. */
export interface PassageStep {
  readonly move: Exclude<Move, 'begun'>
  readonly stood: Span
  readonly read: Span
  readonly bits: number
}
type Span = readonly [from: number, to: number]

/** The likeliest way from one mark to another. */
export interface Passage {
  /** Minus the binary logarithm of its probability. */
  readonly bits: number
  readonly damages: readonly Damage[]
  /** Did a lost or doubtful character have to be taken for what stands in the other mark? */
  readonly filled: boolean
  /** Its steps in order. They cost less than the whole: that nothing more befell the mark has its cost too. */
  readonly steps: () => readonly PassageStep[]
  /** What of its bits is paid as well where nothing befell the mark. */
  readonly unharmed: number
}

/** More characters than these at either end are not lost at once. */
const MOST_DROPPED = 4
/** More than this befell no mark that is still worth comparing. */
const MOST_DAMAGES = 3

function prefixLength(characters: readonly MarkCharacter[]): number {
  const firstDigit = characters.findIndex((one) => one.alternatives.some(isDigit))
  return Math.max(0, firstDigit)
}

/**
 * The likeliest way in which `stood`, what stands on an item, was read as `read`: position by position, with characters
 * confused, misread, added, left out, exchanged, or missing at an end; lost characters fit any one, a run any number.
 * Null where it takes more than three damages. Time grows with the product of both lengths.
 */
export function passages(
  shares: DamageShares,
): (stood: readonly MarkCharacter[], read: readonly MarkCharacter[]) => Passage | null {
  const costs = costsOf(shares)
  const step = stepsOver(costs)
  const ends = { kept: cost(shares.kept), keptWhereLost: cost(shares.keptWhereLost), further: cost(shares.further) }
  const grid = new Grid()
  const lay = (stood: readonly MarkCharacter[], read: readonly MarkCharacter[]) => {
    begin(grid, stood, read, costs)
    return fill(grid, stood, read, costs, step)
  }
  return (stood, read) => {
    if (stood.length === 0 || read.length === 0) return null
    const confused = lay(stood, read)
    const found = best(grid, stood, read, confused, costs, ends)
    if (!found) return null
    const { bits, last, missing, way } = found
    const steps = () => {
      lay(stood, read)
      return stepsTo(grid, last, stood.length, missing > 0 ? backMissing(costs) : 0)
    }
    const unharmed = way.filled ? ends.keptWhereLost : ends.kept
    return { bits, damages: damagesTo(grid, stood, read, found), filled: way.filled, steps, unharmed }
  }
}

function begin(grid: Grid, stood: readonly MarkCharacter[], read: readonly MarkCharacter[], costs: Costs): void {
  const runs = stood.some(({ run }) => run) || read.some(({ run }) => run)
  grid.layOut({ stood: stood.length, read: read.length, damages: MOST_DAMAGES, missing: MOST_DROPPED, runs })
  grid.begin(NUMBER_OF.begun)
  grid.stand(0, 0)
  const prefix = prefixLength(stood)
  for (let count = 1; count <= Math.min(MOST_DROPPED, stood.length - 1); count++) {
    const bits = costs.frontMissing + (count === prefix ? DROPPED.prefix : DROPPED.some)
    grid.go(count, 0, 1, NUMBER_OF.front_missing, bits)
  }
}

const backMissing = (costs: Costs) => costs.backMissing + DROPPED.some

const areTheSame = (one: MarkCharacter | undefined, other: MarkCharacter) =>
  one !== undefined && text(one) === text(other)

/** Answers whether any two characters are such as are confused. */
function fill(
  grid: Grid,
  stood: readonly MarkCharacter[],
  read: readonly MarkCharacter[],
  costs: Costs,
  stepOver: (stood: MarkCharacter, read: MarkCharacter) => Step,
): boolean {
  const somewhere = Math.log2(Math.max(1, stood.length))
  const added = read.map((b, j) => {
    const doubles = areTheSame(read[j - 1], b) || areTheSame(read[j + 1], b)
    return costs.added + somewhere + (doubles ? ADDED.double : ADDED.other)
  })
  let confused = false
  for (let i = 0; i <= stood.length; i++) {
    for (let j = 0; j <= read.length; j++) {
      if (!grid.stand(i, j)) continue
      const a = stood[i]
      const b = read[j]
      if (a) {
        if (a.run || b?.run) grid.go(1, 0, 0, NUMBER_OF.filled, 0)
        else grid.go(1, 0, 1, NUMBER_OF.left_out, costs.leftOut, somewhere)
      }
      if (b) {
        if (b.run || a?.run) grid.go(0, 1, 0, NUMBER_OF.filled, b.run ? 0 : chanceCost(b))
        else grid.go(0, 1, 1, NUMBER_OF.added, added[j]!)
      }
      if (!a || !b) continue
      if (!a.run && !b.run) {
        const { move, bits } = stepOver(a, b)
        confused ||= move === 'confused'
        if (move === 'substituted') grid.go(1, 1, 1, NUMBER_OF.substituted, bits, somewhere)
        else grid.go(1, 1, 0, NUMBER_OF[move], bits)
      }
      if (areCrossed(a, stood[i + 1], b, read[j + 1]))
        grid.go(2, 2, 1, NUMBER_OF.transposed, costs.transposed, somewhere)
    }
  }
  return confused
}

/** Do two clear characters stand in the other order? */
function areCrossed(a: MarkCharacter, a2: MarkCharacter | undefined, b: MarkCharacter, b2: MarkCharacter | undefined) {
  if (!a2 || !b2) return false
  const [one, two] = [only(a), only(a2)]
  return one !== null && two !== null && one !== two && one === only(b2) && two === only(b)
}

interface Ends {
  readonly kept: number
  readonly keptWhereLost: number
  readonly further: number
}

/** The likeliest way found: where in the grid it ends, and how many characters are missing behind that. */
interface Found {
  readonly bits: number
  readonly last: number
  readonly missing: number
  readonly way: Way
}

function best(
  grid: Grid,
  stood: readonly MarkCharacter[],
  read: readonly MarkCharacter[],
  confused: boolean,
  costs: Costs,
  ends: Ends,
): Found | null {
  let found: Found | null = null
  const offer = (missing: number, k: number) => {
    const last = grid.place(stood.length - missing, read.length, k)
    const reached = grid.bitsAt(last) + (missing > 0 ? backMissing(costs) : 0)
    // Where nothing is confused, a way comes to no less than its steps.
    if (reached >= (confused || !found ? Number.POSITIVE_INFINITY : found.bits)) return
    const way = wayTo(grid, last, missing)
    const bits = reached + settled(way, costs, ends)
    if (!found || bits < found.bits) found = { bits, last, missing, way }
  }
  for (let k = 0; k <= MOST_DAMAGES; k++) offer(0, k)
  for (let missing = 1; missing <= Math.min(MOST_DROPPED, stood.length - 1); missing++)
    for (let k = 0; k < MOST_DAMAGES; k++) offer(missing, k)
  return found
}

const textOf = (characters: readonly MarkCharacter[]) => characters.map((one) => text(one) || '?').join('')

/** What befell the mark on a way: so many things, so many of them characters confused. */
interface Way {
  readonly damages: number
  readonly confused: number
  readonly filled: boolean
}

function wayTo(grid: Grid, last: number, missing: number): Way {
  let damages = missing > 0 ? 1 : 0
  let confused = 0
  let filled = false
  for (let place = last; grid.fromAt(place) >= 0; place = grid.fromAt(place)) {
    const move = grid.moveAt(place)
    if (move === 'filled') filled = true
    else if (move !== 'same') damages++
    if (move === 'confused') confused++
  }
  return { damages, confused, filled }
}

/** What the way costs beside its steps: that nothing befell the mark, or more than one thing. */
function settled({ damages, confused, filled }: Way, costs: Costs, ends: Ends): number {
  const things = damages - confused + Math.min(1, confused)
  if (things === 0) return filled ? ends.keptWhereLost : ends.kept
  // Several characters confused are one thing: the first is dear, each more is not.
  const again = Math.max(0, confused - 1) * (costs.confused.again - costs.confused.other)
  return again + ends.further * (filled ? things : things - 1)
}

/** The steps to a place of the grid, and over what is missing behind it, which costs so many bits. */
function stepsTo(grid: Grid, last: number, length: number, missing: number): PassageStep[] {
  const steps: PassageStep[] = []
  const [end, read] = grid.beginnings(last)
  if (end < length) steps.push({ move: 'back_missing', stood: [end, length], read: [read, read], bits: missing })
  for (let place = last, from = grid.fromAt(place); from >= 0; place = from, from = grid.fromAt(place)) {
    const [[i, j], [i0, j0]] = [grid.beginnings(place), grid.beginnings(from)]
    const move = grid.moveAt(place) as PassageStep['move']
    steps.unshift({ move, stood: [i0, i], read: [j0, j], bits: grid.bitsAt(place) - grid.bitsAt(from) })
  }
  return steps
}

function damagesTo(
  grid: Grid,
  stood: readonly MarkCharacter[],
  read: readonly MarkCharacter[],
  { last, missing, way }: Found,
): Damage[] {
  const damages: Damage[] = []
  if (way.damages === 0) return damages
  if (missing > 0) damages.push({ kind: 'back_missing', stood: textOf(stood.slice(-missing)), read: '' })
  for (let place = last, from = grid.fromAt(place); from >= 0; place = from, from = grid.fromAt(place)) {
    const move = grid.moveAt(place)
    if (move === 'same' || move === 'filled' || move === 'begun') continue
    const [[i, j], [i0, j0]] = [grid.beginnings(place), grid.beginnings(from)]
    damages.unshift({ kind: move, stood: textOf(stood.slice(i0, i)), read: textOf(read.slice(j0, j)) })
  }
  return damages
}
