import { type ChannelShares, KIND, KINDS } from './channel-kinds.ts'
import { CODES, isDigitCode, RUN } from './codes.ts'
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

const ZERO = 0
const LETTER_O = 24
const LETTER_Q = 26
const isZero = (code: number) => code === ZERO || code === LETTER_O || code === LETTER_Q
/** Codes of 1 I L, 2 Z, 5 S, 6 G, 8 B: what is confused but for zeros. */
const CONFUSABLE = new Uint8Array(CODES)
for (const code of [1, 18, 21, 2, 35, 5, 28, 6, 16, 8, 11]) CONFUSABLE[code] = 1

const bitsOf = (share: number) => -Math.log2(share)

/** The likeliest way from one mark to another, as learning and explaining need it. */
export interface Way {
  /** Minus the binary logarithm of its probability; infinite where there is none. */
  bits: number
  /** What befell the number; as many of `kinds` as `things`. */
  things: number
  readonly kinds: Uint8Array
  /** How many characters were confused, beyond the first. */
  again: number
  filled: boolean
  /** What of the bits the shares do not change. */
  fixed: number
}

/** Bits of a way under other shares than those with which it was found. */
export type Costs = ReturnType<typeof costsOf>

export function costsOf(shares: ChannelShares) {
  return {
    kinds: Float64Array.from(KINDS, (kind) => bitsOf(shares.kinds[kind])),
    second: bitsOf(shares.second),
    besideLost: bitsOf(shares.besideLost),
    again: bitsOf(shares.confusedAgain),
  }
}

/** What the shares make of a way. */
export function sharedBits(
  { kinds, things, again, filled }: Pick<Way, 'kinds' | 'things' | 'again' | 'filled'>,
  costs: Costs,
  hasZero: boolean,
): number {
  if (things === 0) return costs.kinds[filled ? KIND.kept_where_lost : hasZero ? KIND.kept_with_zero : KIND.kept]!
  let bits = costs.second * (things - 1) + (filled ? costs.besideLost : 0) + costs.again * again
  for (let at = 0; at < things; at++) bits += costs.kinds[kinds[at]!]!
  return bits
}

/**
 * The noisy channel between what stands on a firearm and what a record says: position by position, with characters
 * confused, misread, added, left out, exchanged, or missing at an end. The likeliest way over all of them, in time that
 * grows with the product of both lengths, without making an object.
 */
export class Channel {
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

  constructor(shares: ChannelShares, table: StepTable) {
    this.shares = shares
    this.costs = costsOf(shares)
    this.table = table
  }

  /** Finds the likeliest way and leaves it in `way`; answers its bits. */
  compare(
    stood: Uint8Array,
    stoodFrom: number,
    stoodTo: number,
    read: Uint8Array,
    readFrom: number,
    readTo: number,
  ): number {
    const { way } = this
    const [rows, columns] = [stoodTo - stoodFrom, readTo - readFrom]
    let [hasZero, others, zeros, runs, same] = [false, 0, 0, false, rows === columns]
    for (let at = 0; at < rows; at++) {
      const code = stood[stoodFrom + at]!
      if (isZero(code)) zeros++
      else if (CONFUSABLE[code] === 1) others++
      if (code === RUN) runs = true
      if (same && (code !== read[readFrom + at] || code >= 36)) same = false
    }
    hasZero = zeros > 0
    way.things = 0
    way.again = 0
    way.filled = false
    way.fixed = 0
    if (same) {
      way.bits = this.costs.kinds[hasZero ? KIND.kept_with_zero : KIND.kept]!
      return way.bits
    }
    for (let at = readFrom; at < readTo; at++) if (read[at] === RUN) runs = true
    const weight = Math.max(zeros + others * this.shares.confusedOther, this.shares.confusedOther)
    const confusedZero = Math.log2(weight) + this.costs.again
    const confusedOther = Math.log2(weight / this.shares.confusedOther) + this.costs.again
    this.fill(stood, stoodFrom, rows, read, readFrom, columns, runs, confusedZero, confusedOther)
    way.bits = Number.POSITIVE_INFINITY
    for (let k = 0; k < LAYERS; k++) this.end(stood, stoodFrom, rows, read, readFrom, columns, k, 0, hasZero)
    for (let missing = 1; missing <= MOST_MISSING && missing < rows; missing++)
      for (let k = 0; k < LAYERS - 1; k++)
        this.end(stood, stoodFrom, rows, read, readFrom, columns, k, missing, hasZero)
    if (way.bits < Number.POSITIVE_INFINITY) way.fixed = way.bits - sharedBits(way, this.costs, hasZero)
    return way.bits
  }

  private fill(
    stood: Uint8Array,
    stoodFrom: number,
    rows: number,
    read: Uint8Array,
    readFrom: number,
    columns: number,
    runs: boolean,
    confusedZero: number,
    confusedOther: number,
  ): void {
    const { cells, moves, table, costs } = this
    const { bits: stepBits, step: steps, chance } = table
    const somewhere = Math.log2(rows)
    const between = Math.log2(rows + 1)
    const leftOut = costs.kinds[KIND.left_out]! + somewhere
    const transposed = costs.kinds[KIND.transposed]! + Math.log2(Math.max(1, rows - 1))
    const substituted = costs.kinds[KIND.substituted]! + somewhere
    const across = costs.kinds[KIND.substituted_across]! + somewhere
    const doubled = costs.kinds[KIND.doubled]! + somewhere
    const addedBits = costs.kinds[KIND.added]! + between
    let prefix = 0
    while (prefix < rows && !isDigitCode(stood[stoodFrom + prefix]!)) prefix++
    const width = (columns + 1) * LAYERS
    for (let i = 0; i <= rows; i++) {
      for (let j = 0; j <= columns; j++) {
        const here = i * width + j * LAYERS
        if (!runs && (i - j > BAND.less || j - i > BAND.more)) {
          cells[here] = cells[here + 1] = cells[here + 2] = Number.POSITIVE_INFINITY
          continue
        }
        const a = i > 0 ? stood[stoodFrom + i - 1]! : -1
        const b = j > 0 ? read[readFrom + j - 1]! : -1
        const diagonal = here - width - LAYERS
        let [straight, step] = [Number.POSITIVE_INFINITY, 0]
        let crossed = Number.POSITIVE_INFINITY
        if (i > 0 && j > 0 && a !== RUN && b !== RUN) {
          const pair = a * CODES + b
          step = steps[pair]!
          if (step === STEP.confusedZero) straight = confusedZero + stepBits[pair]!
          else if (step === STEP.confusedOther) straight = confusedOther + stepBits[pair]!
          else
            straight =
              stepBits[pair]! + (step < STEP.substituted ? 0 : step === STEP.substituted ? substituted : across)
          if (
            i > 1 &&
            j > 1 &&
            a !== b &&
            a === read[readFrom + j - 2] &&
            b === stood[stoodFrom + i - 2] &&
            a < 36 &&
            b < 36
          )
            crossed = transposed
        }
        let addition = Number.POSITIVE_INFINITY
        let doubles = false
        if (j > 0 && b !== RUN) {
          doubles = (j > 1 && read[readFrom + j - 2] === b) || (j < columns && read[readFrom + j] === b)
          addition = doubles ? doubled : addedBits + (isDigitCode(b) ? 3.33 : 4.7)
        }
        const damages = step >= STEP.substituted
        for (let k = 0; k < LAYERS; k++) {
          let best = Number.POSITIVE_INFINITY
          let move: number = MOVE.begun
          if (j === 0 && k === 0 && i === 0) best = 0
          if (j === 0 && k === 1 && i > 0 && i <= Math.max(MOST_MISSING, prefix) && i < rows) {
            if (i <= MOST_MISSING) best = costs.kinds[KIND.front_1 + i - 1]!
            if (i === prefix) best = Math.min(best, costs.kinds[KIND.prefix_missing]!)
            if (best < Number.POSITIVE_INFINITY) move = MOVE.missing
          }
          if (straight < Number.POSITIVE_INFINITY) {
            if (!damages) {
              const value = cells[diagonal + k]! + straight
              if (value < best) {
                best = value
                move = MOVE.diagonal
              }
            } else if (k > 0) {
              const value = cells[diagonal + k - 1]! + straight
              if (value < best) {
                best = value
                move = MOVE.substituted
              }
            }
          }
          if (k > 0) {
            if (crossed < Number.POSITIVE_INFINITY) {
              const value = cells[here - 2 * width - 2 * LAYERS + k - 1]! + crossed
              if (value < best) {
                best = value
                move = MOVE.transposed
              }
            }
            if (addition < Number.POSITIVE_INFINITY) {
              const value = cells[here - LAYERS + k - 1]! + addition
              if (value < best) {
                best = value
                move = doubles ? MOVE.doubled : MOVE.added
              }
            }
            if (i > 0 && a !== RUN) {
              const value = cells[here - width + k - 1]! + leftOut
              if (value < best) {
                best = value
                move = MOVE.leftOut
              }
            }
          }
          if (runs) {
            if (i > 0 && (a === RUN || b === RUN || (j < columns && read[readFrom + j] === RUN))) {
              const value = cells[here - width + k]!
              if (value < best) {
                best = value
                move = MOVE.overStood
              }
            }
            if (j > 0 && (b === RUN || a === RUN || (i < rows && stood[stoodFrom + i] === RUN))) {
              const value = cells[here - LAYERS + k]! + (b === RUN ? 0 : chance[b]!)
              if (value < best) {
                best = value
                move = MOVE.overRead
              }
            }
          }
          cells[here + k] = best
          moves[here + k] = move
        }
      }
    }
  }

  /** Offers the way that ends with `missing` characters behind it and `k` damages. */
  private end(
    stood: Uint8Array,
    stoodFrom: number,
    rows: number,
    read: Uint8Array,
    readFrom: number,
    columns: number,
    k: number,
    missing: number,
    hasZero: boolean,
  ): void {
    const { cells, moves, table, costs, way } = this
    const width = (columns + 1) * LAYERS
    const last = (rows - missing) * width + columns * LAYERS + k
    const more = missing > 0 ? costs.kinds[KIND.back_1 + missing - 1]! : 0
    const base = cells[last]! + more
    if (!(base < way.bits)) return
    let [i, j, layer, confused, things, filled] = [rows - missing, columns, k, 0, 0, false]
    const kinds = SCRATCH
    if (missing > 0) kinds[things++] = KIND.back_1 + missing - 1
    for (;;) {
      const move = moves[i * width + j * LAYERS + layer]!
      if (move === MOVE.begun) break
      if (move === MOVE.diagonal || move === MOVE.substituted) {
        const step = table.step[stood[stoodFrom + i - 1]! * CODES + read[readFrom + j - 1]!]!
        if (step === STEP.filled) filled = true
        else if (step === STEP.confusedZero || step === STEP.confusedOther) confused++
        i--
        j--
        if (move === MOVE.substituted) {
          kinds[things++] = step === STEP.substituted ? KIND.substituted : KIND.substituted_across
          layer--
        }
      } else if (move === MOVE.doubled || move === MOVE.added) {
        kinds[things++] = move === MOVE.doubled ? KIND.doubled : KIND.added
        j--
        layer--
      } else if (move === MOVE.leftOut) {
        kinds[things++] = KIND.left_out
        i--
        layer--
      } else if (move === MOVE.transposed) {
        kinds[things++] = KIND.transposed
        i -= 2
        j -= 2
        layer--
      } else if (move === MOVE.overStood) {
        filled = true
        i--
      } else if (move === MOVE.overRead) {
        filled = true
        j--
      } else {
        const front = i <= MOST_MISSING ? costs.kinds[KIND.front_1 + i - 1]! : Number.POSITIVE_INFINITY
        kinds[things++] = cells[i * width + layer]! < front ? KIND.prefix_missing : KIND.front_1 + i - 1
        break
      }
    }
    let bits = base
    if (confused > 0) {
      kinds[things++] = hasZero ? KIND.confused_with_zero : KIND.confused
      bits += costs.kinds[kinds[things - 1]!]! - costs.again
    }
    if (things === 0) bits += costs.kinds[filled ? KIND.kept_where_lost : hasZero ? KIND.kept_with_zero : KIND.kept]!
    else bits += costs.second * (things - 1) + (filled ? costs.besideLost : 0)
    if (bits >= way.bits) return
    way.bits = bits
    way.things = things
    way.kinds.set(kinds.subarray(0, things))
    way.again = Math.max(0, confused - 1)
    way.filled = filled
  }
}

const SCRATCH = new Uint8Array(LAYERS + 2)
