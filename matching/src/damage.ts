import type { MarkCharacter } from '@proofmark/domain/marking'
import { skeleton } from '@proofmark/domain/serial-norm'
import { CONFUSED_SHARE } from './confused-share.ts'
import type { DamageShares } from './model.ts'
import { CHANCE, isDigit } from './shapes.ts'

/** What befell one place of a mark between the item and the other reading. */
export type DamageKind =
  | 'confused'
  | 'substituted'
  | 'added'
  | 'left_out'
  | 'transposed'
  | 'front_missing'
  | 'back_missing'

/** `read` stands where `stood` was; either is empty where nothing stands. */
export interface Damage {
  readonly kind: DamageKind
  readonly stood: string
  readonly read: string
}

/** The likeliest way from one mark to another. */
export interface Passage {
  /** Minus the binary logarithm of its probability. */
  readonly bits: number
  readonly damages: readonly Damage[]
  /** Did a lost or doubtful character have to be taken for what stands in the other mark? */
  readonly filled: boolean
}

/** More characters than these at either end are not lost at once. */
const MOST_DROPPED = 4
/** More than this befell no mark that is still worth comparing. */
const MOST_DAMAGES = 3

const cost = (share: number) => -Math.log2(share)

/** Costs in bits that do not depend on the marks. */
function costsOf(shares: DamageShares) {
  return {
    confused: {
      common: cost(shares.confused * CONFUSED_SHARE.common),
      other: cost(shares.confused * CONFUSED_SHARE.other),
      again: 2,
    },
    substituted: cost(shares.substituted),
    added: cost(shares.added),
    leftOut: cost(shares.leftOut),
    transposed: cost(shares.transposed),
    frontMissing: cost(shares.frontMissing),
    backMissing: cost(shares.backMissing),
  }
}
type Costs = ReturnType<typeof costsOf>

/** Of characters that were misread for one another most stay of their kind. */
const KIND = { digit: cost(0.85 / 9), letter: cost(0.85 / 25), crossed: cost(0.15 / 26) } as const
const DROPPED = { prefix: cost(0.55), some: cost(0.15) } as const
/** An added character doubles its neighbour as often as not. */
const ADDED = { double: 1, other: cost(0.5 / 20) } as const

/** What pairs of characters cost is kept for this many; there are not more letters and digits than that. */
const KEPT_PAIRS = 4_096

const ALL_ZEROS = /^[0OQ]$/

const only = ({ alternatives }: MarkCharacter): string | null => (alternatives.length === 1 ? alternatives[0]! : null)
const text = (one: MarkCharacter | undefined): string => one?.alternatives[0] ?? ''
const isLost = ({ alternatives, run }: MarkCharacter) => alternatives.length === 0 && !run

/** What a character costs that nothing is known of on the other side: as rare as it is. */
function chanceCost(one: MarkCharacter): number {
  const character = one.alternatives[0]
  if (character === undefined) return 0
  return cost(Math.min(1, one.alternatives.length * (isDigit(character) ? CHANCE.digit : CHANCE.letter)))
}

type Move = 'begun' | 'same' | 'filled' | DamageKind

interface Step {
  readonly bits: number
  readonly move: Move
}

function stepOverClear(one: string, other: string, costs: Costs): Step {
  if (one === other) return { bits: 0, move: 'same' }
  if (skeleton(one) === skeleton(other)) {
    const common = ALL_ZEROS.test(one) && ALL_ZEROS.test(other)
    return { bits: common ? costs.confused.common : costs.confused.other, move: 'confused' }
  }
  const kind = isDigit(one) === isDigit(other) ? (isDigit(one) ? KIND.digit : KIND.letter) : KIND.crossed
  return { bits: costs.substituted + kind, move: 'substituted' }
}

/** Reading one position where another stands; what two clear characters cost is worked out once. */
function stepsOver(costs: Costs): (stood: MarkCharacter, read: MarkCharacter) => Step {
  const known = new Map<string, Step>()
  const clear = (one: string, other: string): Step => {
    const pair = one + other
    const found = known.get(pair) ?? stepOverClear(one, other, costs)
    if (known.size < KEPT_PAIRS) known.set(pair, found)
    return found
  }
  return (stood, read) => {
    if (stood.alternatives.length === 1 && read.alternatives.length === 1)
      return clear(stood.alternatives[0]!, read.alternatives[0]!)
    if (isLost(read)) return { bits: 0, move: 'filled' }
    if (isLost(stood)) return { bits: chanceCost(read), move: 'filled' }
    const steps = stood.alternatives.flatMap((one) => read.alternatives.map((other) => clear(one, other)))
    const best = steps.reduce((least, step) => (step.bits < least.bits ? step : least))
    const bits = best.bits + Math.log2(stood.alternatives.length)
    return best.move === 'same' ? { bits, move: 'filled' } : { bits, move: best.move }
  }
}

function prefixLength(characters: readonly MarkCharacter[]): number {
  const firstDigit = characters.findIndex((one) => one.alternatives.some(isDigit))
  return firstDigit < 0 ? 0 : firstDigit
}

/** What an alignment has come to in one place, and from where. */
interface Cell {
  readonly bits: number
  readonly move: Move
  readonly from: number
}

/** The grid of an alignment: for each beginning of both marks and number of damages, the likeliest way there. */
class Grid {
  private readonly cells: (Cell | undefined)[] = []
  private readonly width: number
  constructor(read: number) {
    this.width = read + 1
  }
  place(stood: number, read: number, damages: number): number {
    return (stood * this.width + read) * (MOST_DAMAGES + 1) + damages
  }
  at(place: number): Cell | undefined {
    return this.cells[place]
  }
  offer(stood: number, read: number, damages: number, bits: number, move: Move, from: number): void {
    if (damages > MOST_DAMAGES) return
    const place = this.place(stood, read, damages)
    const cell = this.cells[place]
    if (!cell || bits < cell.bits) this.cells[place] = { bits, move, from }
  }
  /** Which beginnings a place stands for. */
  beginnings(place: number): readonly [stood: number, read: number] {
    const cell = Math.floor(place / (MOST_DAMAGES + 1))
    return [Math.floor(cell / this.width), cell % this.width]
  }
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
    const grid = new Grid(read.length)
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
      const [a, b, a2, b2] = [stood[i], read[j], stood[i + 1], read[j + 1]]
      const over = a && b && !a.run && !b.run ? stepOver(a, b) : null
      const exchanged = a && b && a2 && b2 && areCrossed(a, a2, b, b2)
      const doubles = b && [read[j - 1], b2].some((beside) => beside && text(beside) === text(b))
      const added = costs.added + somewhere + (doubles ? ADDED.double : ADDED.other)
      for (let k = 0; k <= MOST_DAMAGES; k++) {
        const from = grid.place(i, j, k)
        const bits = grid.at(from)?.bits
        if (bits === undefined) continue
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
    if (!found || total < found.bits) found = { bits: total, ...way }
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

function walk(
  grid: Grid,
  stood: readonly MarkCharacter[],
  read: readonly MarkCharacter[],
  last: number,
): { damages: Damage[]; filled: boolean } {
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
