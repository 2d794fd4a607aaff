import type { SourceKind } from '@proofmark/domain/source-kind'
import type { ComparedItem } from '../balance.ts'

/** A record as it is learned from. */
export interface LearningRecord {
  readonly record: string
  /** The records of one entry are of one firearm by what their source says, and are not compared. */
  readonly entry: string
  readonly kind: SourceKind
  readonly item: ComparedItem
}

/** A record with what may be of its firearm among the records of one kind of source. */
export interface LearningGroup {
  readonly asking: LearningRecord
  readonly kind: SourceKind
  readonly candidates: readonly LearningRecord[]
  /** How many records of this kind there are. */
  readonly entries: number
}

/** Two records of which people said what they are to each other, and how much that counts. */
export interface TaughtPair {
  readonly one: LearningRecord
  readonly other: LearningRecord
  readonly same: boolean
  /** Zero where it teaches nothing. */
  readonly weight: number
}

/** Everything that a model is learned from. */
export interface LearningSet {
  readonly groups: readonly LearningGroup[]
  /** Records from which pairs are drawn at random. */
  readonly records: readonly LearningRecord[]
  readonly taught: readonly TaughtPair[]
}

const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
const keyOf = ({ record }: LearningRecord) => record
const sorted = <Item>(items: readonly Item[], key: (item: Item) => string): Item[] =>
  [...items].sort((one, other) => byText(key(one), key(other)))

/** The same set in an order of its own, in whatever order a database handed it out. */
export function inOrder({ groups, records, taught }: LearningSet): LearningSet {
  return {
    groups: sorted(groups, ({ asking, kind }) => `${asking.record} ${kind}`).map((group) => ({
      ...group,
      candidates: sorted(group.candidates, keyOf),
    })),
    records: sorted(records, keyOf),
    taught: sorted(taught, ({ one, other }) => `${one.record} ${other.record}`),
  }
}
