import { COMMON } from '../gather.ts'
import type { KeyIndex } from '../key-index.ts'
import type { EqualMarks } from './equal-marks.ts'
import type { Group, Grouped } from './grouped.ts'

/** A number that more marks of a group bear is common there: it alone says nothing. */
const COMMON_IN_GROUP = 500
/** A mark that more records of one group share, with all else that is asked, identifies none of them. */
export const IDENTIFIES_AT_MOST = 20

/** What is to be looked at for a common number: what agrees in make and model, or nothing where that is too much. */
export type CommonFound = readonly number[] | 'bounded'

/**
 * The common numbers of one group. However many records bear one, what is looked at for each is bounded, and found once
 * for all who state the same make and model. Depends on the asking record and the group alone.
 */
export class CommonMarks {
  private readonly grouped: Grouped
  private readonly group: Group
  private readonly index: KeyIndex
  private readonly common = new Map<number, boolean>()
  private readonly found = new Map<string, CommonFound>()

  constructor(grouped: Grouped, group: Group, index: KeyIndex) {
    this.grouped = grouped
    this.group = group
    this.index = index
  }

  /** Is the number that was taken up common in the group? Rare ones cost one subtraction. */
  isCommon(equal: EqualMarks): boolean {
    if (equal.crowd(this.index) <= COMMON) return false
    const known = this.common.get(equal.key)
    if (known !== undefined) return known
    let bearing = 0
    equal.each(this.group.roll, this.index, () => ++bearing <= COMMON_IN_GROUP)
    const common = bearing > COMMON_IN_GROUP
    this.common.set(equal.key, common)
    return common
  }

  /** The records of the group that bear the common number and agree with a record in the make and model that it states. */
  agreeing(equal: EqualMarks, record: number): CommonFound {
    const { words } = this.grouped.asking
    const [make, model] = [words.make[record]!, words.model[record]!]
    const key = `${equal.key} ${make} ${model}`
    const known = this.found.get(key)
    if (known) return known
    const { roll } = this.group
    const records: number[] = []
    const whole = equal.each(roll, this.index, (mark) => {
      const entry = roll.recordOfMark[mark]!
      const agrees = (make < 0 || roll.words.make[entry] === make) && (model < 0 || roll.words.model[entry] === model)
      if (agrees) records.push(entry)
      // One of them may be the asking record itself.
      return records.length <= IDENTIFIES_AT_MOST + 1
    })
    const found = whole ? records : 'bounded'
    this.found.set(key, found)
    return found
  }
}
