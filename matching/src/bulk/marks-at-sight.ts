import { KIND } from './channel-kinds.ts'
import { CODES, isDigitCode, LOST } from './codes.ts'
import { ANYTHING, MarkPair, MOST_MISSING } from './mark-pair.ts'
import { STEP } from './step-table.ts'

/** What holding two marks beside each other tells. */
export const SEEN = { nothing: 0, way: 1, twoThings: 2 } as const

/** Two marks held beside each other, from both ends. */
export class MarksAtSight extends MarkPair {
  /**
   * Most numbers differ in one thing at most, and which it is shows by holding the two beside each other from both ends:
   * the way is then known without a grid. Else it is often known that two things befell it at least.
   */
  protected atSight(): number {
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
  protected leastOfTwo(): number {
    const { costs, hasZero } = this
    const { kinds } = costs
    let one = Math.min(this.leftOut, this.doubled, this.added, this.transposed, kinds[KIND.prefix_missing]!)
    one = Math.min(one, this.stepCosts[STEP.substituted]!, this.stepCosts[STEP.substitutedAcross]!)
    for (let kind: number = KIND.front_1; kind < kinds.length; kind++) one = Math.min(one, kinds[kind]!)
    return one + Math.min(one, kinds[hasZero ? KIND.confused_with_zero : KIND.confused]!) + costs.second
  }
}
