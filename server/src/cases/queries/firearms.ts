import type { Context } from '../../access/context.ts'
import { neighbourhood } from '../../linkage/queries/neighbourhood.ts'
import { groupsOf } from '../../linkage/rules/items.ts'
import type { LinkedRecord } from '../../linkage/rules/pair.ts'
import type { WeighedPair } from '../../linkage/rules/weigh-pairs.ts'
import { idOf, isOfRecord, type NodeName, nodeNamed } from '../rules/graph/node.ts'

/** So many records are asked for at once: each brings its neighbourhood, and a walk of the graph reaches many. */
const AT_ONCE = 200

/**
 * Which records are one firearm, as far as a walk has come: a firearm is one node under the smallest of its records that
 * the reader may see, and what is tied to any of them is tied to it.
 */
export interface Firearms {
  /** Folds these records into firearms. What is hidden or does not stand has no name afterwards. */
  readonly fold: (records: readonly string[]) => Promise<void>
  readonly nameOf: (record: string) => NodeName | null
  /** The records of a firearm, the smallest first; of another node, itself. */
  readonly keptUnder: (node: NodeName) => readonly string[]
  readonly recordOf: (record: string) => LinkedRecord | undefined
  /** Pairs of these records with records of other firearms. */
  readonly pairsBeyond: (node: NodeName) => readonly WeighedPair[]
}

export function foldingFirearms(context: Context): Firearms {
  const names = new Map<string, NodeName | null>()
  const groups = new Map<NodeName, readonly string[]>()
  const records = new Map<string, LinkedRecord>()
  const beyond = new Map<NodeName, readonly WeighedPair[]>()

  async function foldSome(some: readonly string[]): Promise<void> {
    const found = await neighbourhood(context, some)
    const grouped = groupsOf(found.records, found.pairs)
    const pairs = Map.groupBy(found.pairs, ({ record }) => record)
    for (const id of some) {
      if (names.has(id)) continue
      const group = grouped.get(id)
      if (!group) {
        names.set(id, null)
        continue
      }
      const name = nodeNamed(found.records.get(group[0]!)!.lot ? 'record' : 'firearm', group[0]!)
      const within = new Set(group)
      groups.set(name, group)
      const outwards = group.flatMap((each) => (pairs.get(each) ?? []).filter(({ other }) => !within.has(other)))
      beyond.set(name, outwards)
      for (const each of [...group, ...outwards.map(({ other }) => other)]) records.set(each, found.records.get(each)!)
      for (const each of group) names.set(each, name)
    }
  }

  return {
    fold: async (wanted) => {
      const missing = [...new Set(wanted)].filter((id) => !names.has(id)).sort()
      for (let at = 0; at < missing.length; at += AT_ONCE) await foldSome(missing.slice(at, at + AT_ONCE))
    },
    nameOf: (record) => names.get(record) ?? null,
    keptUnder: (node) => (isOfRecord(node) ? (groups.get(node) ?? [idOf(node)]) : [idOf(node)]),
    recordOf: (record) => records.get(record),
    pairsBeyond: (node) => beyond.get(node) ?? [],
  }
}
