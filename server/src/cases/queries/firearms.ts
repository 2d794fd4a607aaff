import type { Context } from '../../access/context.ts'
import { countEntries } from '../../linkage/queries/candidates.ts'
import {
  type LoneRecord,
  linkedRecords,
  loneOf,
  loneRecords,
  type StandingRow,
} from '../../linkage/queries/linked-records.ts'
import { neighbourhood } from '../../linkage/queries/neighbourhood.ts'
import { groupsOf, type Item, itemAround } from '../../linkage/rules/items.ts'
import type { LinkedRecord } from '../../linkage/rules/pair.ts'
import type { WeighedPair } from '../../linkage/rules/weigh-pairs.ts'
import { idOf, isOfRecord, type NodeName, nodeNamed } from '../rules/graph/node.ts'
import { planOnce } from './plan-once.ts'

/** So many records are asked for at once: each brings its neighbourhood, and a walk of the graph reaches many. */
const AT_ONCE = 200

/** A record that a level reached, and whether a desk keeps something of it beside ties, among what the reader may see. */
export interface ReachedRow extends StandingRow {
  readonly elsewhere: boolean
}

/**
 * Which records are one firearm, as far as a walk has come: a firearm is one node under the smallest of its records that
 * the reader may see, and what is tied to any of them is tied to it.
 */
export interface Firearms {
  /** Takes rows that came with something else, so that what they settle is not asked for again. */
  readonly take: (rows: readonly ReachedRow[]) => void
  /** May a desk keep something of this record beside ties? Until its row was taken, it may. */
  readonly keptElsewhere: (record: string) => boolean
  /** Folds these records into firearms. What is hidden or does not stand has no name afterwards. */
  readonly fold: (records: readonly string[]) => Promise<void>
  readonly nameOf: (record: string) => NodeName | null
  /** The records of a firearm, the smallest first; of another node, itself. */
  readonly keptUnder: (node: NodeName) => readonly string[]
  /** Reads what the records of these nodes say, once for all of them. */
  readonly describe: (nodes: readonly NodeName[]) => Promise<void>
  /** What a record says, of those that were read: of a firearm of several records all, else after `describe`. */
  readonly recordOf: (record: string) => LinkedRecord | undefined
  /** Pairs of these records with records of other firearms. */
  readonly pairsBeyond: (node: NodeName) => readonly WeighedPair[]
  /** The firearm of a record that was folded, seen from that record: by which links each of its records came to it. */
  readonly itemFrom: (record: string) => Item | null
}

/**
 * A firearm under the first of its records; a lot of ammunition stays a record, and so do a licence for many items and loose
 * parts of which no record of a firearm is.
 */
function nameFor(group: readonly LoneRecord[]): NodeName {
  const [first] = group as [LoneRecord]
  const isFirearm = !first.lot && !first.many && group.some(({ loose }) => !loose)
  return nodeNamed(isFirearm ? 'firearm' : 'record', first.record)
}

const aloneItem = (record: string): Item => ({
  item: record,
  members: [{ record, link: 'self', level: 'court' }],
  ...{ components: [], lot: [], undecided: [], listedTwice: [], recoveries: [] },
})

export function foldingFirearms(context: Context): Firearms {
  const names = new Map<string, NodeName | null>()
  const groups = new Map<NodeName, readonly string[]>()
  const records = new Map<string, LinkedRecord>()
  const beyond = new Map<NodeName, readonly WeighedPair[]>()
  const inside = new Map<NodeName, readonly WeighedPair[]>()

  /** Records of which is known whether they stand alone. */
  const known = new Set<string>()
  const tiesAlone = new Set<string>()
  let entries: number | undefined

  function keepLone(found: readonly LoneRecord[]): void {
    for (const lone of found) {
      const name = nameFor([lone])
      names.set(lone.record, name)
      groups.set(name, [lone.record])
    }
  }

  /** Of a record that nothing joins to another no neighbourhood has to be read. Answers the others. */
  async function foldLone(some: readonly string[]): Promise<string[]> {
    await planOnce(context)
    const unsettled = some.filter((id) => !known.has(id))
    keepLone(await loneRecords(context, unsettled))
    return some.filter((id) => !names.has(id))
  }

  async function foldJoined(some: readonly string[]): Promise<void> {
    entries ??= await countEntries(context)
    const found = await neighbourhood(context, some, { entries })
    const grouped = groupsOf(found.records, found.pairs)
    const pairs = Map.groupBy(found.pairs, ({ record }) => record)
    for (const id of some) {
      if (names.has(id)) continue
      const group = grouped.get(id)
      if (!group) {
        names.set(id, null)
        continue
      }
      const name = nameFor(group.map((each) => found.records.get(each)!))
      const within = new Set(group)
      groups.set(name, group)
      const own = group.flatMap((each) => pairs.get(each) ?? [])
      const outwards = own.filter(({ other }) => !within.has(other))
      beyond.set(name, outwards)
      inside.set(
        name,
        own.filter(({ other }) => within.has(other)),
      )
      for (const each of [...group, ...outwards.map(({ other }) => other)]) records.set(each, found.records.get(each)!)
      for (const each of group) names.set(each, name)
    }
  }

  const keptUnder: Firearms['keptUnder'] = (node) =>
    isOfRecord(node) ? (groups.get(node) ?? [idOf(node)]) : [idOf(node)]

  return {
    take: (rows) => {
      keepLone(loneOf(rows).filter(({ record }) => !names.has(record)))
      for (const { record, elsewhere } of rows) {
        known.add(record)
        if (!elsewhere) tiesAlone.add(record)
      }
    },
    keptElsewhere: (record) => !tiesAlone.has(record),
    fold: async (wanted) => {
      const missing = [...new Set(wanted)].filter((id) => !names.has(id)).sort()
      for (let at = 0; at < missing.length; at += AT_ONCE) {
        const joined = await foldLone(missing.slice(at, at + AT_ONCE))
        if (joined.length > 0) await foldJoined(joined)
      }
    },
    nameOf: (record) => names.get(record) ?? null,
    keptUnder,
    describe: async (nodes) => {
      const missing = nodes.filter(isOfRecord).flatMap(keptUnder)
      const unread = [...new Set(missing)].filter((id) => !records.has(id)).sort()
      for (const each of await linkedRecords(context, unread)) records.set(each.record, each)
    },
    recordOf: (record) => records.get(record),
    pairsBeyond: (node) => beyond.get(node) ?? [],
    itemFrom: (record) => {
      const name = names.get(record)
      if (name == null) return null
      const group = groups.get(name)!
      // What stands alone may never have been read: it needs no link to itself.
      if (group.length === 1) return aloneItem(record)
      const own = group.flatMap((id) => records.get(id) ?? [])
      return itemAround(record, new Map(own.map((each) => [each.record, each])), inside.get(name) ?? [])
    },
  }
}
