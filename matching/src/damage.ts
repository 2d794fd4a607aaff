import type { MarkCharacter } from '@proofmark/domain/marking'
import { Grid } from './damage-grid.ts'
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
  return (stood, read) => {
    if (stood.length === 0 || read.length === 0) return null
    const runs = stood.some(({ run }) => run) || read.some(({ run }) => run)
    const size = { stood: stood.length, read: read.length, damages: MOST_DAMAGES, missing: MOST_DROPPED, runs }
    const grid = new Grid(size)
    grid.offer(0, 0, 0, 0, 'begun', -1)
    const prefix = prefixLength(stood)
    for (let count = 1; count <= Math.min(MOST_DROPPED, stood.length - 1); count++) {
      const bits = costs.frontMissing + (count === prefix ? DROPPED.prefix : DROPPED.some)
      grid.offer(count, 0, 1, bits, 'front_missing', 0)
    }
    fill(grid, stood, read, costs, step)
    return best(grid, stood, read, costs, ends)
  }
}

function fill(
  grid: Grid,
  stood: readonly MarkCharacter[],
  read: readonly MarkCharacter[],
  costs: Costs,
  stepOver: (stood: MarkCharacter, read: MarkCharacter) => Step,
): void {
  const somewhere = Math.log2(Math.max(1, stood.length))
  for (let i = 0; i <= stood.length; i++) {
    for (let j = 0; j <= read.length; j++) {
      if (!grid.isReached(i, j)) continue
      const [a, b, a2, b2] = [stood[i], read[j], stood[i + 1], read[j + 1]]
      const over = a && b && !a.run && !b.run ? stepOver(a, b) : null
      const exchanged = a && b && a2 && b2 && areCrossed(a, a2, b, b2)
      const doubles = b && [read[j - 1], b2].some((beside) => beside && text(beside) === text(b))
      const added = costs.added + somewhere + (doubles ? ADDED.double : ADDED.other)
      for (let k = 0; k <= MOST_DAMAGES; k++) {
        const from = grid.place(i, j, k)
        const bits = grid.bitsAt(from)
        if (bits === Number.POSITIVE_INFINITY) continue
        if (a?.run) grid.offer(i + 1, j, k, bits, 'filled', from)
        else if (a && b?.run) grid.offer(i + 1, j, k, bits, 'filled', from)
        else if (a) grid.offer(i + 1, j, k + 1, bits + costs.leftOut + somewhere, 'left_out', from)
        if (b?.run) grid.offer(i, j + 1, k, bits, 'filled', from)
        else if (b && a?.run) grid.offer(i, j + 1, k, bits + chanceCost(b), 'filled', from)
        else if (b) grid.offer(i, j + 1, k + 1, bits + added, 'added', from)
        if (over?.move === 'substituted')
          grid.offer(i + 1, j + 1, k + 1, bits + over.bits + somewhere, 'substituted', from)
        else if (over) grid.offer(i + 1, j + 1, k, bits + over.bits, over.move, from)
        if (exchanged) grid.offer(i + 2, j + 2, k + 1, bits + costs.transposed + somewhere, 'transposed', from)
      }
    }
  }
}

/** Do two clear characters stand in the other order? */
function areCrossed(a: MarkCharacter, a2: MarkCharacter, b: MarkCharacter, b2: MarkCharacter): boolean {
  const [one, two] = [only(a), only(a2)]
  return one !== null && two !== null && one !== two && one === only(b2) && two === only(b)
}

interface Ends {
  readonly kept: number
  readonly keptWhereLost: number
  readonly further: number
}

function best(
  grid: Grid,
  stood: readonly MarkCharacter[],
  read: readonly MarkCharacter[],
  costs: Costs,
  ends: Ends,
): Passage | null {
  let found: Passage | null = null
  const offer = (missing: number, k: number, more: number) => {
    const last = grid.place(stood.length - missing, read.length, k)
    const cell = grid.at(last)
    if (!cell) return
    const way = walk(grid, stood, read, last)
    if (missing > 0) way.damages.push({ kind: 'back_missing', stood: textOf(stood.slice(-missing)), read: '' })
    const total = cell.bits + more + settled(way, costs, ends)
    if (found && total >= found.bits) return
    const unharmed = way.filled ? ends.keptWhereLost : ends.kept
    found = { bits: total, ...way, steps: () => stepsTo(grid, last, stood.length, more), unharmed }
  }
  for (let k = 0; k <= MOST_DAMAGES; k++) offer(0, k, 0)
  for (let missing = 1; missing <= Math.min(MOST_DROPPED, stood.length - 1); missing++)
    for (let k = 0; k < MOST_DAMAGES; k++) offer(missing, k, costs.backMissing + DROPPED.some)
  return found
}

const textOf = (characters: readonly MarkCharacter[]) => characters.map((one) => text(one) || '?').join('')

/** What the way costs beside its steps: that nothing befell the mark, or more than one thing. */
function settled({ damages, filled }: Pick<Passage, 'damages' | 'filled'>, costs: Costs, ends: Ends): number {
  const confused = damages.filter(({ kind }) => kind === 'confused').length
  const things = damages.length - confused + Math.min(1, confused)
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
  let place = last
  for (let cell = grid.at(place); cell && cell.move !== 'begun'; cell = grid.at(place)) {
    const [[i, j], [i0, j0]] = [grid.beginnings(place), grid.beginnings(cell.from)]
    const bits = cell.bits - (grid.at(cell.from)?.bits ?? 0)
    steps.unshift({ move: cell.move, stood: [i0, i], read: [j0, j], bits })
    place = cell.from
  }
  return steps
}

function walk(
  grid: Grid,
  stood: readonly MarkCharacter[],
  read: readonly MarkCharacter[],
  last: number,
): Pick<Passage, 'filled'> & { damages: Damage[] } {
  const damages: Damage[] = []
  let filled = false
  for (
    let place = last, cell = grid.at(place);
    cell && cell.move !== 'begun';
    place = cell.from, cell = grid.at(place)
  ) {
    const { move, from } = cell
    if (move === 'filled') filled = true
    else if (move !== 'same') {
      const [[i, j], [i0, j0]] = [grid.beginnings(place), grid.beginnings(from)]
      damages.unshift({ kind: move, stood: textOf(stood.slice(i0, i)), read: textOf(read.slice(j0, j)) })
    }
  }
  return { damages, filled }
}
