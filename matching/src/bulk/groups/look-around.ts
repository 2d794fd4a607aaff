import { START_BULK_MODEL } from '../bulk-model.ts'
import { type Indexed, indexed } from '../indexed.ts'
import type { KeyIndex } from '../key-index.ts'
import type { Weighing } from '../prepare.ts'
import { Weigher } from '../weigher.ts'
import { CommonMarks, IDENTIFIES_AT_MOST } from './common-marks.ts'
import { EqualMarks } from './equal-marks.ts'
import type { Grouped } from './grouped.ts'
import { COUNTED, type Counted, type Found, type LookWish, tallyAt } from './look-wish.ts'

/** Words alone put nothing out of sight here: the pairs that are left are measured once more, by another model. */
const BEHIND = 40
/** So many weighers are kept: each holds a few megabytes. */
const MOST_WEIGHERS = 64

const emptyTally = ({ groups }: Grouped) => new Float64Array(groups.length ** 2 * COUNTED.length)

/** What is needed of one group to look into it. */
interface Within {
  readonly given: Indexed
  readonly common: CommonMarks
}

/**
 * Looks for the like of each record in every group, group by group: what is found in one depends on the record and that
 * group alone. What a thread keeps between orders.
 */
export class LookAround {
  private readonly grouped: Grouped
  private readonly weighings: readonly Weighing[]
  private readonly indexes: readonly KeyIndex[]
  private readonly wish: LookWish
  private readonly equal: EqualMarks
  private readonly within: (Within | undefined)[] = []
  private readonly weighers = new Map<number, Weigher>()
  private found = new Set<number>()
  private asked: number[] = []
  private others: number[] = []
  private tally: Float64Array

  /** `weighings` and `indexes`: those of each group. */
  constructor(grouped: Grouped, weighings: readonly Weighing[], indexes: readonly KeyIndex[], wish: LookWish) {
    this.grouped = grouped
    this.weighings = weighings
    this.indexes = indexes
    this.wish = wish
    this.equal = new EqualMarks(weighings[0]?.symbols.classes ?? new Uint8Array(0))
    this.tally = emptyTally(grouped)
  }

  /** The candidates of the records from `from` to `to`, a record's own together. */
  look(from: number, to: number): Found {
    const { groups } = this.grouped
    this.asked = []
    this.others = []
    for (let record = from; record < to; record++)
      for (let group = 0; group < groups.length; group++) this.lookInto(record, group)
    return { from, asked: Uint32Array.from(this.asked), others: Uint32Array.from(this.others) }
  }

  /** What was counted since it was last taken. */
  takeTally(): Float64Array {
    const { tally } = this
    this.tally = emptyTally(this.grouped)
    return tally
  }

  private count(record: number, group: number, what: Counted, by: number): void {
    this.tally[tallyAt(this.grouped, this.grouped.groupOf[record]!, group, what)]! += by
  }

  private lookInto(record: number, group: number): void {
    const { asking, byEqual } = this.grouped
    this.count(record, group, 'asked', 1)
    this.found.clear()
    const passedOver = new Set<number>()
    let [open, worn] = [false, false]
    for (let mark = asking.markStart[record]!; mark < asking.markStart[record + 1]!; mark++) {
      const known = this.equal.take(asking, mark)
      if (known && byEqual[record] === 1) this.takeEqual(record, group)
      else if (known && this.get(group).common.isCommon(this.equal)) this.takeCommon(record, group)
      else {
        open = true
        worn ||= !known
        continue
      }
      passedOver.add(mark)
    }
    if (open) this.weigh(record, group, passedOver, worn)
    const { members } = this.grouped.groups[group]!
    for (const entry of this.found) {
      this.asked.push(record)
      this.others.push(members[entry]!)
    }
  }

  private get(group: number): Within {
    const known = this.within[group]
    if (known) return known
    const { grouped, indexes } = this
    const one = grouped.groups[group]!
    const made = {
      given: indexed(this.weighings[group]!, indexes[group]!),
      common: new CommonMarks(grouped, one, indexes[group]!),
    }
    this.within[group] = made
    return made
  }

  /** Equal marks, where they identify anything on either side. */
  private takeEqual(record: number, group: number): void {
    const { groups, groupOf, chains } = this.grouped
    const records = (of: number): number[] | null => {
      const { roll, chains: entryChains } = groups[of]!
      const bearing = new Set<number>()
      const whole = this.equal.each(roll, this.indexes[of]!, (mark) => {
        const entry = roll.recordOfMark[mark]!
        if (entryChains[entry] !== chains[record]) bearing.add(entry)
        return bearing.size <= IDENTIFIES_AT_MOST
      })
      return whole ? [...bearing] : null
    }
    const own = groupOf[record]!
    const equal = records(group)
    if (equal && equal.length === 0) return
    if (!equal || (own !== group && !records(own))) {
      this.count(record, group, 'bounded', 1)
      return
    }
    this.count(record, group, 'equal', equal.length)
    for (const entry of equal) this.found.add(entry)
  }

  private takeCommon(record: number, group: number): void {
    const found = this.get(group).common.agreeing(this.equal, record)
    if (found === 'bounded') {
      this.count(record, group, 'bounded', 1)
      return
    }
    const { chains } = this.grouped.groups[group]!
    const others = found.filter((entry) => chains[entry] !== this.grouped.chains[record])
    this.count(record, group, 'equal', others.length)
    for (const entry of others) this.found.add(entry)
  }

  private weigh(record: number, group: number, passedOver: ReadonlySet<number>, worn: boolean): void {
    const weigher = this.weigherOf(group)
    const before = { lookedAt: weigher.lookedAt, near: weigher.lookedAtNear, cut: weigher.cutNear }
    weigher.ownChain = this.grouped.chains[record]!
    // What stands under fewer keys since characters are lost is found from its own side, also where others fit better.
    weigher.alwaysWide = worn
    weigher.passedOver.clear()
    for (const mark of passedOver) weigher.passedOver.add(mark)
    weigher.weigh(record)
    const near = weigher.lookedAtNear - before.near
    this.count(record, group, 'near', near)
    this.count(record, group, 'wide', weigher.lookedAt - before.lookedAt - near)
    if (weigher.cutNear > before.cut) this.count(record, group, 'bounded', 1)
    this.keepBest(weigher, this.wish.least[group]!)
  }

  private keepBest({ count, entries, bits }: Weigher, least: number): void {
    const order: number[] = []
    for (let at = 0; at < count; at++) if (bits[at]! >= least) order.push(at)
    if (order.length > 1) order.sort((a, b) => bits[b]! - bits[a]! || entries[a]! - entries[b]!)
    let kept = 0
    for (const at of order) {
      const entry = entries[at]!
      if (this.found.has(entry)) continue
      if (kept++ === this.wish.kept) return
      this.found.add(entry)
    }
  }

  private weigherOf(group: number): Weigher {
    const known = this.weighers.get(group)
    if (known) return known
    if (this.weighers.size === MOST_WEIGHERS) this.weighers.delete(this.weighers.keys().next().value!)
    const weigher = new Weigher(this.get(group).given, START_BULK_MODEL, {
      behind: BEHIND,
      least: this.wish.least[group]!,
      settledFrom: this.wish.settledFrom[group]!,
      chains: this.grouped.groups[group]!.chains,
    })
    this.weighers.set(group, weigher)
    return weigher
  }
}
