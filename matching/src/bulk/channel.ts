import { type Costs, costsOf, sharedBits, type Way } from './channel-costs.ts'
import { type ChannelShares, KIND } from './channel-kinds.ts'
import { CODES, isDigitCode, isZeroCode, LOST, RUN } from './codes.ts'
import { LONGEST_MARK } from './fields.ts'
import { STEP, type StepTable } from './step-table.ts'

/** More than two things at once befell no number that is still worth comparing. */
const MOST_DAMAGES = 2
const LAYERS = MOST_DAMAGES + 1
const SIDE = LONGEST_MARK + 1
/** More characters than these are not missing at one end. */
const MOST_MISSING = 4
/** Further than this the way leaves the diagonal only over a run. */
const BAND = { less: MOST_MISSING + 1, more: MOST_DAMAGES + 1 } as const

const MOVE = {
  begun: 0,
  diagonal: 1,
  substituted: 2,
  doubled: 3,
  added: 4,
  leftOut: 5,
  transposed: 6,
  overStood: 7,
  overRead: 8,
  missing: 9,
} as const

/** What holding two marks beside each other tells. */
const SEEN = { nothing: 0, way: 1, twoThings: 2 } as const

/** Before the first position. */
const NONE = -1
const NOTHING_READ = new Uint8Array(0)
/** What an added character costs that is a letter, or a digit. */
const ANYTHING = [Math.log2(26), Math.log2(10)] as const

/** Codes of 1 I L, 2 Z, 5 S, 6 G, 8 B: what is confused but for zeros. */
const CONFUSABLE = new Uint8Array(CODES)
for (const code of [1, 18, 21, 2, 35, 5, 28, 6, 16, 8, 11]) CONFUSABLE[code] = 1

/**
 * The noisy channel between what stands on a firearm and what a record says: position by position, with characters
 * confused, misread, added, left out, exchanged, or missing at an end. The likeliest way over all of them, in time that
 * grows with the product of both lengths, without making an object.
 */
export class Channel {
  private stood: Uint8Array = NOTHING_READ
  private stoodFrom = 0
  private rows = 0
  private read: Uint8Array = NOTHING_READ
  private readFrom = 0
  private columns = 0
  private hasRun = false
  /** Is every position of both marks one clear character? */
  private clear = false
  private hasZero = false
  /** How many letters stand before the first digit. */
  private prefix = 0
  /** What the shares add to each step over two characters. */
  private readonly stepCosts = new Float64Array(Object.keys(STEP).length)
  private leftOut = 0
  private doubled = 0
  private added = 0
  private transposed = 0
  private readonly walk = { things: 0, kinds: new Uint8Array(LAYERS + 1), confused: 0, filled: false }
  private readonly cells = new Float64Array(SIDE * SIDE * LAYERS)
  private readonly moves = new Uint8Array(SIDE * SIDE * LAYERS)
  private readonly costs: Costs
  private readonly shares: ChannelShares
  private readonly table: StepTable
  readonly way: Way = {
    bits: Number.POSITIVE_INFINITY,
    things: 0,
    kinds: new Uint8Array(LAYERS + 1),
    again: 0,
    filled: false,
    fixed: 0,
  }

  constructor(shares: ChannelShares, table: StepTable, series = false) {
    this.shares = shares
    this.costs = costsOf(shares, series)
    this.table = table
  }

  /**
   * Finds the likeliest way from one stretch of codes to another and leaves it in `way`; answers its bits. Infinite where
   * there is none, and where it surely costs more than `most`.
   */
  compare(
    stood: Uint8Array,
    stoodFrom: number,
    stoodTo: number,
    read: Uint8Array,
    readFrom: number,
    readTo: number,
    most = Number.POSITIVE_INFINITY,
  ): number {
    this.stood = stood
    this.stoodFrom = stoodFrom
    this.rows = stoodTo - stoodFrom
    this.read = read
    this.readFrom = readFrom
    this.columns = readTo - readFrom
    const { way, costs } = this
    way.things = 0
    way.again = 0
    way.filled = false
    way.fixed = 0
    const same = this.look()
    if (same) {
      way.bits = costs.kinds[this.hasZero ? KIND.kept_with_zero : KIND.kept]!
      return way.bits
    }
    way.bits = Number.POSITIVE_INFINITY
    this.takeCosts()
    const seen = this.hasRun ? SEEN.nothing : this.atSight()
    if (seen === SEEN.way || (seen === SEEN.twoThings && this.leastOfTwo() > most)) return this.found()
    return this.byGrid(most)
  }

  /** The same by the whole grid, whatever shows at sight. The marks were taken up by {@link compare}. */
  byGrid(most = Number.POSITIVE_INFINITY): number {
    this.way.bits = Number.POSITIVE_INFINITY
    const filled = this.fill(most)
    if (filled === this.rows) for (let layer = 0; layer < LAYERS; layer++) this.end(layer, 0)
    for (let missing = Math.max(1, this.rows - filled); missing <= MOST_MISSING && missing < this.rows; missing++)
      for (let layer = 0; layer < MOST_DAMAGES; layer++) this.end(layer, missing)
    return this.found()
  }

  private found(): number {
    const { way, costs } = this
    if (way.bits < Number.POSITIVE_INFINITY) way.fixed = way.bits - sharedBits(way, costs, this.hasZero)
    return way.bits
  }

  /** Takes in what of both marks bears on every step; answers whether they are the same, with nothing lost. */
  private look(): boolean {
    const { stood, stoodFrom, rows, read, readFrom, columns, shares, costs } = this
    let [zeros, others, prefix] = [0, 0, -1]
    let same = rows === columns
    this.hasRun = false
    this.clear = true
    for (let at = 0; at < rows; at++) {
      const code = stood[stoodFrom + at]!
      if (isZeroCode(code)) zeros++
      else if (CONFUSABLE[code] === 1) others++
      if (code >= LOST) {
        this.clear = false
        if (code === RUN) this.hasRun = true
      }
      if (prefix < 0 && isDigitCode(code)) prefix = at
      if (same && (code !== read[readFrom + at] || code >= LOST)) same = false
    }
    for (let at = readFrom; at < readFrom + columns; at++) {
      if (read[at]! < LOST) continue
      this.clear = false
      if (read[at] === RUN) this.hasRun = true
    }
    this.hasZero = zeros > 0
    this.prefix = prefix < 0 ? rows : prefix
    // Which of the characters that may be confused it is: each by its weight among all of the mark.
    const weight = Math.max(zeros + others * shares.confusedOther, shares.confusedOther)
    this.stepCosts[STEP.confusedZero] = Math.log2(weight) + costs.again
    this.stepCosts[STEP.confusedOther] = Math.log2(weight / shares.confusedOther) + costs.again
    return same
  }

  /** What one thing costs that befalls a mark of this length. */
  private takeCosts(): void {
    const { costs, rows } = this
    const somewhere = Math.log2(Math.max(1, rows))
    this.leftOut = costs.kinds[KIND.left_out]! + somewhere
    this.stepCosts[STEP.substituted] = costs.kinds[KIND.substituted]! + somewhere
    this.stepCosts[STEP.substitutedAcross] = costs.kinds[KIND.substituted_across]! + somewhere
    this.doubled = costs.kinds[KIND.doubled]! + somewhere
    this.added = costs.kinds[KIND.added]! + Math.log2(rows + 1)
    this.transposed = costs.kinds[KIND.transposed]! + Math.log2(Math.max(1, rows - 1))
  }

  /**
   * Most numbers differ in one thing at most, and which it is shows by holding the two beside each other from both ends:
   * the way is then known without a grid. Else it is often known that two things befell it at least.
   */
  private atSight(): number {
    if (this.rows === this.columns) return this.straightAtSight()
    return this.clear ? this.shiftedAtSight() : SEEN.nothing
  }

  private straightAtSight(): number {
    const { stood, stoodFrom, read, readFrom, rows, table, stepCosts, walk } = this
    let [base, damages, last, apart] = [0, 0, -2, false]
    walk.things = 0
    walk.confused = 0
    walk.filled = false
    for (let at = 0; at < rows; at++) {
      const [a, b] = [stood[stoodFrom + at]!, read[readFrom + at]!]
      if (a === b && a < LOST) continue
      const pair = a * CODES + b
      const step = table.step[pair]!
      base += table.bits[pair]! + stepCosts[step]!
      if (step === STEP.filled) walk.filled = true
      else if (step === STEP.confusedZero || step === STEP.confusedOther) walk.confused++
      else if (step >= STEP.substituted) {
        if (damages++ > 0 && last !== at - 1) apart = true
        if (damages > 2 || apart) return this.clear ? SEEN.twoThings : SEEN.nothing
        last = at
        walk.kinds[0] = step === STEP.substituted ? KIND.substituted : KIND.substituted_across
        walk.things = 1
      }
    }
    if (walk.confused > 1) return SEEN.nothing
    if (walk.confused > 0 && damages > 0) return this.clear ? SEEN.twoThings : SEEN.nothing
    if (damages === 2) {
      const [a, b] = [stood[stoodFrom + last]!, read[readFrom + last]!]
      const crossed = a === read[readFrom + last - 1] && b === stood[stoodFrom + last - 1]
      if (!crossed || !this.clear) return this.clear ? SEEN.twoThings : SEEN.nothing
      walk.kinds[0] = KIND.transposed
      base = this.transposed
    }
    this.offer(base)
    return SEEN.way
  }

  private shiftedAtSight(): number {
    const { stood, stoodFrom, read, readFrom, rows, columns, costs, walk } = this
    const shorter = Math.min(rows, columns)
    let [front, back] = [0, 0]
    while (front < shorter && stood[stoodFrom + front] === read[readFrom + front]) front++
    while (back < shorter && stood[stoodFrom + rows - 1 - back] === read[readFrom + columns - 1 - back]) back++
    let [base, kind] = [Number.POSITIVE_INFINITY, 0]
    const missing = rows - columns
    if (missing > 0) {
      if (back === columns) {
        base = this.frontMissing(missing)
        kind = this.kindOfFront(missing)
      }
      if (front === columns && missing <= MOST_MISSING && costs.kinds[KIND.back_1 + missing - 1]! < base) {
        kind = KIND.back_1 + missing - 1
        base = costs.kinds[kind]!
      }
      if (missing === 1 && front + back >= columns && this.leftOut < base) {
        base = this.leftOut
        kind = KIND.left_out
      }
    } else if (missing === -1 && front + back >= rows) {
      const added = read[readFrom + front]!
      const doubles = this.doubles(front + 1, added)
      base = doubles ? this.doubled : this.added + ANYTHING[Number(isDigitCode(added))]!
      kind = doubles ? KIND.doubled : KIND.added
    }
    if (base === Number.POSITIVE_INFINITY) return SEEN.twoThings
    walk.things = 1
    walk.kinds[0] = kind
    walk.confused = 0
    walk.filled = false
    this.offer(base)
    return SEEN.way
  }

  /** What two things at once cost at least, one of which may be a confusion. */
  private leastOfTwo(): number {
    const { costs, hasZero } = this
    const { kinds } = costs
    let one = Math.min(this.leftOut, this.doubled, this.added, this.transposed, kinds[KIND.prefix_missing]!)
    one = Math.min(one, this.stepCosts[STEP.substituted]!, this.stepCosts[STEP.substitutedAcross]!)
    for (let kind: number = KIND.front_1; kind < kinds.length; kind++) one = Math.min(one, kinds[kind]!)
    return one + Math.min(one, kinds[hasZero ? KIND.confused_with_zero : KIND.confused]!) + costs.second
  }

  /**
   * Fills the grid: for each beginning of both marks and number of damages the likeliest way there. Answers which row is
   * the last; behind one in which every way costs too much there is nothing to fill.
   */
  private fill(most: number): number {
    const { rows, columns } = this
    const slack = Math.max(0, -this.stepCosts[STEP.confusedZero]!, -this.stepCosts[STEP.confusedOther]!) * columns
    for (let i = 0; i <= rows; i++) {
      let least = Number.POSITIVE_INFINITY
      for (let j = 0; j <= columns; j++) least = Math.min(least, this.fillCell(i, j))
      if (least > most + slack && !this.hasRun) return i
    }
    return rows
  }

  /** Answers the bits of the likeliest way to a cell. */
  private fillCell(i: number, j: number): number {
    const { cells, moves, stood, read, columns, hasRun, table, stepCosts } = this
    const width = (columns + 1) * LAYERS
    const here = i * width + j * LAYERS
    if (!hasRun && (i - j > BAND.less || j - i > BAND.more)) {
      cells[here] = cells[here + 1] = cells[here + 2] = Number.POSITIVE_INFINITY
      return Number.POSITIVE_INFINITY
    }
    const a = i > 0 ? stood[this.stoodFrom + i - 1]! : NONE
    const b = j > 0 ? read[this.readFrom + j - 1]! : NONE
    const isStep = a >= 0 && b >= 0 && a !== RUN && b !== RUN
    const pair = a * CODES + b
    const step = isStep ? table.step[pair]! : STEP.same
    const straight = isStep ? table.bits[pair]! + stepCosts[step]! : Number.POSITIVE_INFINITY
    const damages = step >= STEP.substituted
    const crossed = this.crossing(i, j, a, b)
    const doubles = this.doubles(j, b)
    const addition =
      j === 0 || b === RUN
        ? Number.POSITIVE_INFINITY
        : doubles
          ? this.doubled
          : this.added + ANYTHING[Number(isDigitCode(b))]!
    const omission = i === 0 || a === RUN ? Number.POSITIVE_INFINITY : this.leftOut
    const [diagonal, above, before] = [here - width - LAYERS, here - width, here - LAYERS]
    let least = Number.POSITIVE_INFINITY
    for (let k = 0; k < LAYERS; k++) {
      let best = i === 0 && j === 0 && k === 0 ? 0 : Number.POSITIVE_INFINITY
      let move: number = MOVE.begun
      if (j === 0 && k === 1) {
        best = this.frontMissing(i)
        move = MOVE.missing
      }
      if (straight < Number.POSITIVE_INFINITY && !damages && cells[diagonal + k]! + straight < best) {
        best = cells[diagonal + k]! + straight
        move = MOVE.diagonal
      }
      if (k > 0) {
        if (damages && cells[diagonal + k - 1]! + straight < best) {
          best = cells[diagonal + k - 1]! + straight
          move = MOVE.substituted
        }
        if (crossed < Number.POSITIVE_INFINITY && cells[diagonal - width - LAYERS + k - 1]! + crossed < best) {
          best = cells[diagonal - width - LAYERS + k - 1]! + crossed
          move = MOVE.transposed
        }
        if (addition < Number.POSITIVE_INFINITY && cells[before + k - 1]! + addition < best) {
          best = cells[before + k - 1]! + addition
          move = doubles ? MOVE.doubled : MOVE.added
        }
        if (omission < Number.POSITIVE_INFINITY && cells[above + k - 1]! + omission < best) {
          best = cells[above + k - 1]! + omission
          move = MOVE.leftOut
        }
      }
      cells[here + k] = best
      moves[here + k] = move
      if (hasRun) this.overRun(i, j, k, a, b)
      if (cells[here + k]! < least) least = cells[here + k]!
    }
    return least
  }

  /** What it costs that two clear characters stand in the other order. */
  private crossing(i: number, j: number, a: number, b: number): number {
    if (i < 2 || j < 2 || a === b || a >= LOST || b >= LOST) return Number.POSITIVE_INFINITY
    const crossed = a === this.read[this.readFrom + j - 2] && b === this.stood[this.stoodFrom + i - 2]
    return crossed ? this.transposed : Number.POSITIVE_INFINITY
  }

  /** Is a character that was read the same as its neighbour? */
  private doubles(j: number, b: number): boolean {
    const { read, readFrom, columns } = this
    return (j > 1 && read[readFrom + j - 2] === b) || (j < columns && read[readFrom + j] === b)
  }

  /** What it costs that the first `count` characters are missing. */
  private frontMissing(count: number): number {
    const { kinds } = this.costs
    if (count === 0 || count >= this.rows) return Number.POSITIVE_INFINITY
    const counted = count <= MOST_MISSING ? kinds[KIND.front_1 + count - 1]! : Number.POSITIVE_INFINITY
    return count === this.prefix ? Math.min(counted, kinds[KIND.prefix_missing]!) : counted
  }

  /** A run stands for any number of characters, on either side. */
  private overRun(i: number, j: number, k: number, a: number, b: number): void {
    const { cells, moves, stood, stoodFrom, rows, read, readFrom, columns } = this
    const width = (columns + 1) * LAYERS
    const here = i * width + j * LAYERS + k
    const offer = (bits: number, move: number) => {
      if (bits >= cells[here]!) return
      cells[here] = bits
      moves[here] = move
    }
    const stoodRuns = a === RUN || b === RUN || (j < columns && read[readFrom + j] === RUN)
    if (i > 0 && stoodRuns) offer(cells[here - width]!, MOVE.overStood)
    const readRuns = b === RUN || a === RUN || (i < rows && stood[stoodFrom + i] === RUN)
    if (j > 0 && readRuns) offer(cells[here - LAYERS]! + (b === RUN ? 0 : this.table.chance[b]!), MOVE.overRead)
  }

  /** Offers the way that ends in a layer with `missing` characters left behind it. */
  private end(layer: number, missing: number): void {
    const { cells, costs, way, rows, columns } = this
    const { kinds } = costs
    const width = (columns + 1) * LAYERS
    const missed = missing > 0 ? kinds[KIND.back_1 + missing - 1]! : 0
    const base = cells[(rows - missing) * width + columns * LAYERS + layer]! + missed
    if (!(base < way.bits)) return
    const { walk } = this
    walk.things = 0
    if (missing > 0) walk.kinds[walk.things++] = KIND.back_1 + missing - 1
    this.walkBack(rows - missing, columns, layer)
    this.offer(base)
  }

  /** Offers the way that `walk` tells of, which costs so much before it is known how many things befell the number. */
  private offer(base: number): void {
    const { costs, way, walk, hasZero } = this
    const { kinds } = costs
    const { confused, filled } = walk
    let bits = base
    if (confused > 0) {
      const kind = hasZero ? KIND.confused_with_zero : KIND.confused
      walk.kinds[walk.things++] = kind
      bits += kinds[kind]! - costs.again
    }
    if (walk.things === 0) bits += kinds[filled ? KIND.kept_where_lost : hasZero ? KIND.kept_with_zero : KIND.kept]!
    else bits += costs.second * (walk.things - 1) + (filled ? costs.besideLost : 0)
    if (bits >= way.bits) return
    way.bits = bits
    way.things = walk.things
    way.kinds.set(walk.kinds.subarray(0, walk.things))
    way.again = Math.max(0, confused - 1)
    way.filled = filled
  }

  /** Goes a way back to its beginning, and notes what befell the number on it. */
  private walkBack(row: number, column: number, last: number): void {
    const { moves, table, stood, stoodFrom, read, readFrom, walk } = this
    const width = (this.columns + 1) * LAYERS
    let [i, j, layer] = [row, column, last]
    walk.confused = 0
    walk.filled = false
    const befell = (kind: number) => {
      walk.kinds[walk.things++] = kind
      layer--
    }
    for (;;) {
      switch (moves[i * width + j * LAYERS + layer]) {
        case MOVE.diagonal:
        case MOVE.substituted: {
          const step = table.step[stood[stoodFrom + i - 1]! * CODES + read[readFrom + j - 1]!]!
          if (step === STEP.filled) walk.filled = true
          else if (step === STEP.confusedZero || step === STEP.confusedOther) walk.confused++
          else if (step === STEP.substituted) befell(KIND.substituted)
          else if (step === STEP.substitutedAcross) befell(KIND.substituted_across)
          i--
          j--
          break
        }
        case MOVE.doubled:
          befell(KIND.doubled)
          j--
          break
        case MOVE.added:
          befell(KIND.added)
          j--
          break
        case MOVE.leftOut:
          befell(KIND.left_out)
          i--
          break
        case MOVE.transposed:
          befell(KIND.transposed)
          i -= 2
          j -= 2
          break
        case MOVE.overStood:
          walk.filled = true
          i--
          break
        case MOVE.overRead:
          walk.filled = true
          j--
          break
        case MOVE.missing:
          befell(this.kindOfFront(i))
          return
        default:
          return
      }
    }
  }

  private kindOfFront(count: number): number {
    const { kinds } = this.costs
    const counted = count <= MOST_MISSING ? kinds[KIND.front_1 + count - 1]! : Number.POSITIVE_INFINITY
    const isPrefix = count === this.prefix && kinds[KIND.prefix_missing]! < counted
    return isPrefix ? KIND.prefix_missing : KIND.front_1 + count - 1
  }
}
