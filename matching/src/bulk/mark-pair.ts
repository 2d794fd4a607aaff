import { type Costs, costsOf, sharedBits, type Way } from './channel-costs.ts'
import { type ChannelShares, KIND } from './channel-kinds.ts'
import { CODES, isDigitCode, isZeroCode, LOST, RUN } from './codes.ts'
import { STEP, type StepTable } from './step-table.ts'

/** More than two things at once befell no number that is still worth comparing. */
export const MOST_DAMAGES = 2
/** More characters than these are not missing at one end. */
export const MOST_MISSING = 4

/** What an added character costs that is a letter, or a digit. */
export const ANYTHING = [Math.log2(26), Math.log2(10)] as const

const NOTHING_READ = new Uint8Array(0)

/** Codes of 1 I L, 2 Z, 5 S, 6 G, 8 B: what is confused but for zeros. */
const CONFUSABLE = new Uint8Array(CODES)
for (const code of [1, 18, 21, 2, 35, 5, 28, 6, 16, 8, 11]) CONFUSABLE[code] = 1

/** Two marks, what each thing costs that may have befallen the one so that it reads as the other, and the likeliest way. */
export class MarkPair {
  protected stood: Uint8Array = NOTHING_READ
  protected stoodFrom = 0
  protected rows = 0
  protected read: Uint8Array = NOTHING_READ
  protected readFrom = 0
  protected columns = 0
  protected hasRun = false
  /** Is every position of both marks one clear character? */
  protected clear = false
  protected hasZero = false
  /** How many letters stand before the first digit. */
  protected prefix = 0
  /** What the shares add to each step over two characters. */
  protected readonly stepCosts = new Float64Array(Object.keys(STEP).length)
  protected leftOut = 0
  protected doubled = 0
  protected added = 0
  protected transposed = 0
  protected readonly walk = { things: 0, kinds: new Uint8Array(MOST_DAMAGES + 2), confused: 0, filled: false }
  protected readonly costs: Costs
  private readonly shares: ChannelShares
  protected readonly table: StepTable
  readonly way: Way = {
    bits: Number.POSITIVE_INFINITY,
    things: 0,
    kinds: new Uint8Array(MOST_DAMAGES + 2),
    again: 0,
    filled: false,
    fixed: 0,
  }

  /** What no way costs less than; below 0 where numbers come in series. */
  readonly least: number

  constructor(shares: ChannelShares, table: StepTable, series = false) {
    this.shares = shares
    this.costs = costsOf(shares, series)
    this.least = Math.min(0, ...this.costs.kinds)
    this.table = table
  }

  /** Takes up two marks; answers whether they are the same, with nothing lost. */
  protected takeUp(
    stood: Uint8Array,
    stoodFrom: number,
    stoodTo: number,
    read: Uint8Array,
    readFrom: number,
    readTo: number,
  ): boolean {
    this.stood = stood
    this.stoodFrom = stoodFrom
    this.rows = stoodTo - stoodFrom
    this.read = read
    this.readFrom = readFrom
    this.columns = readTo - readFrom
    const { way } = this
    way.things = 0
    way.again = 0
    way.filled = false
    way.fixed = 0
    way.bits = Number.POSITIVE_INFINITY
    return this.look()
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
  protected takeCosts(): void {
    const { costs, rows } = this
    const somewhere = Math.log2(Math.max(1, rows))
    this.leftOut = costs.kinds[KIND.left_out]! + somewhere
    this.stepCosts[STEP.substituted] = costs.kinds[KIND.substituted]! + somewhere
    this.stepCosts[STEP.substitutedAcross] = costs.kinds[KIND.substituted_across]! + somewhere
    this.doubled = costs.kinds[KIND.doubled]! + somewhere
    this.added = costs.kinds[KIND.added]! + Math.log2(rows + 1)
    this.transposed = costs.kinds[KIND.transposed]! + Math.log2(Math.max(1, rows - 1))
  }

  /** Is a character that was read the same as its neighbour? */
  protected doubles(j: number, b: number): boolean {
    const { read, readFrom, columns } = this
    return (j > 1 && read[readFrom + j - 2] === b) || (j < columns && read[readFrom + j] === b)
  }

  /** What it costs that the first `count` characters are missing. */
  protected frontMissing(count: number): number {
    const { kinds } = this.costs
    if (count === 0 || count >= this.rows) return Number.POSITIVE_INFINITY
    const counted = count <= MOST_MISSING ? kinds[KIND.front_1 + count - 1]! : Number.POSITIVE_INFINITY
    return count === this.prefix ? Math.min(counted, kinds[KIND.prefix_missing]!) : counted
  }

  protected kindOfFront(count: number): number {
    const { kinds } = this.costs
    const counted = count <= MOST_MISSING ? kinds[KIND.front_1 + count - 1]! : Number.POSITIVE_INFINITY
    const isPrefix = count === this.prefix && kinds[KIND.prefix_missing]! < counted
    return isPrefix ? KIND.prefix_missing : KIND.front_1 + count - 1
  }

  /** Offers the way that `walk` tells of, which costs so much before it is known how many things befell the number. */
  protected offer(base: number): void {
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

  protected found(): number {
    const { way, costs } = this
    if (way.bits < Number.POSITIVE_INFINITY) way.fixed = way.bits - sharedBits(way, costs, this.hasZero)
    return way.bits
  }
}
