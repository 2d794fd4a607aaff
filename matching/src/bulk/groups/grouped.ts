import { Legend, type Roll, RollBuilder, type RollEntry } from '../roll.ts'

/** The records of one group on a roll of their own. */
export interface Group {
  readonly roll: Roll
  /** For each of its records the number of it on the roll of all. */
  readonly members: Uint32Array
  /** For each of its records the chain that it belongs to. */
  readonly chains: Int32Array
}

/**
 * Records in groups of which none may bear on what is found in another: each has a roll, an index and counts of its own.
 * Every record looks for its like in every group.
 */
export interface Grouped {
  /** All records, in the order in which they were added. */
  readonly asking: Roll
  /** The group of each record. */
  readonly groupOf: Uint32Array
  /** 1: looks for equal marks alone. */
  readonly byEqual: Uint8Array
  /** Records of one chain are one firearm's anyway and not compared. A record that is alone has a chain of its own. */
  readonly chains: Int32Array
  readonly groups: readonly Group[]
}

/** A record as it is added. */
export interface GroupedEntry extends RollEntry {
  readonly group: number
  /** Looks for equal marks alone: entries of a register are looked for, and do not look around. */
  readonly byEqual: boolean
}

function shared<Kind extends Uint8Array | Uint32Array | Int32Array>(
  values: ArrayLike<number>,
  make: (buffer: SharedArrayBuffer) => Kind,
  bytes: number,
): Kind {
  const column = make(new SharedArrayBuffer(Math.max(bytes, bytes * values.length)))
  column.set(values)
  return column
}

const counts = (values: ArrayLike<number>) => shared(values, (buffer) => new Uint32Array(buffer), 4)
const numbers = (values: ArrayLike<number>) => shared(values, (buffer) => new Int32Array(buffer), 4)

class OneGroup {
  readonly builder: RollBuilder
  readonly members: number[] = []

  constructor(legend: Legend) {
    this.builder = new RollBuilder(legend)
  }
}

/** Takes records up one by one, so that none needs to be kept. */
export class GroupedBuilder {
  private readonly legend = new Legend()
  private readonly asking = new RollBuilder(this.legend)
  private readonly groups: OneGroup[] = []
  private readonly groupOf: number[] = []
  private readonly byEqual: number[] = []

  add(entry: GroupedEntry): void {
    while (this.groups.length <= entry.group) this.groups.push(new OneGroup(this.legend))
    const group = this.groups[entry.group]!
    group.members.push(this.groupOf.length)
    group.builder.add(entry)
    this.asking.add(entry)
    this.groupOf.push(entry.group)
    this.byEqual.push(Number(entry.byEqual))
  }

  /** All of it, in shared memory. `chainOf`: the chain of each record, by its number. */
  finish(chainOf: (record: number) => number): { readonly grouped: Grouped; readonly legend: Legend } {
    const grouped = {
      asking: this.asking.finish(),
      groupOf: counts(this.groupOf),
      byEqual: shared(this.byEqual, (buffer) => new Uint8Array(buffer), 1),
      chains: numbers(this.groupOf.map((_, record) => chainOf(record))),
      groups: this.groups.map(({ builder, members }) => ({
        roll: builder.finish(),
        members: counts(members),
        chains: numbers(members.map(chainOf)),
      })),
    }
    return { grouped, legend: this.legend }
  }
}
