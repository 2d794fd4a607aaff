import { KIND } from './channel-kinds.ts'
import { CODES, isDigitCode, LOST, RUN } from './codes.ts'
import { LONGEST_MARK } from './fields.ts'
import { ANYTHING, MOST_DAMAGES, MOST_MISSING } from './mark-pair.ts'
import { MarksAtSight, SEEN } from './marks-at-sight.ts'
import type { Nearness } from './nearness.ts'
import { STEP } from './step-table.ts'

const LAYERS = MOST_DAMAGES + 1
/** Two things at once, one of which is an exchange of two characters. */
const MOST_EDITS = 3
const SIDE = LONGEST_MARK + 1
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

/** Before the first position. */
const NONE = -1

/**
 * The noisy channel between what stands on a firearm and what a record says: position by position, with characters
 * confused, misread, added, left out, exchanged, or missing at an end. The likeliest way over all of them, in time that
 * grows with the product of both lengths, without making an object.
 */
export class Channel extends MarksAtSight {
  /** How near marks are to the one that is read, where whoever compares has taken it up; what is far needs no grid. */
  nearness: Nearness | null = null
  private readonly cells = new Float64Array(SIDE * SIDE * LAYERS)
  private readonly moves = new Uint8Array(SIDE * SIDE * LAYERS)

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
    if (this.takeUp(stood, stoodFrom, stoodTo, read, readFrom, readTo)) {
      this.way.bits = this.costs.kinds[this.hasZero ? KIND.kept_with_zero : KIND.kept]!
      return this.way.bits
    }
    this.takeCosts()
    const seen = this.hasRun ? SEEN.nothing : this.atSight()
    if (seen === SEEN.way || (seen === SEEN.twoThings && this.leastOfTwo() > most)) return this.found()
    if (this.nearness !== null && this.nearness.within(stood, stoodFrom, stoodTo) > MOST_EDITS) return this.found()
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
}
