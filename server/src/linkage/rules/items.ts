import type { LinkLevel } from '@proofmark/contract/link-levels'
import type { Part } from '@proofmark/domain/marking'
import { clustersOf, type Link } from '@proofmark/matching/clusters'
import { reachesLevel } from './link-level.ts'
import type { LinkedRecord } from './pair.ts'
import type { WeighedPair } from './weigh-pairs.ts'

export interface ItemMember {
  readonly record: string
  /**
   * self: the record asked for or one of the same entry; confirmed: joined to it by links that named persons judged
   * same; working: by a model's link alone.
   */
  readonly link: 'self' | 'confirmed' | 'working'
  /** What the best chain of links to it is good for: what the weakest link in it is. */
  readonly level: LinkLevel
}

export interface ItemComponent {
  readonly record: string
  /** On which part the number stands. */
  readonly part: Part
  /**
   * bears: the record's item bears a part of this firearm; borne: this firearm bears a part of the record's; shared: one
   * part was seen on both.
   */
  readonly direction: 'bears' | 'borne' | 'shared'
  readonly judged: 'confirmed' | 'working'
}

/** One firearm (or one lot of ammunition) as this reader has it, seen from one of its records. */
export interface Item {
  /** The smallest identifier of its records: how it is shown, never how anything refers to it. */
  readonly item: string
  readonly members: readonly ItemMember[]
  readonly components: readonly ItemComponent[]
  /** Records of ammunition of the same lot. */
  readonly lot: readonly string[]
  /** Records that may be of this firearm and were not settled. */
  readonly undecided: readonly { readonly record: string; readonly probability: number }[]
  /** Two live entries of one register that fit each other: proposed, never merged. */
  readonly listedTwice: readonly { readonly record: string; readonly other: string }[]
  /** What persons judged of two recoveries of this firearm: one recovery, or two. */
  readonly recoveries: readonly {
    readonly record: string
    readonly other: string
    readonly verdict: 'same' | 'different'
  }[]
}

/**
 * The links among firearms; each pair once. Among persons' links it does not matter which was judged last: the one for which
 * more speaks goes before, and where they contradict each other that is shown and nobody's word is taken for the later one.
 */
function linksOf(pairs: readonly WeighedPair[]): Link[] {
  return pairs.flatMap((pair) => {
    const { record: one, other, verdict, by, relation, evidence } = pair
    if (isSecondSide(pair) || (verdict !== 'same' && verdict !== 'different') || relation !== 'same') return []
    return [{ one, other, verdict, by, strength: evidence?.bits ?? 0 }]
  })
}

const isSecondSide = ({ record, other }: WeighedPair) => record > other

/** The groups of records that are one firearm, by each record in them. */
export function groupsOf(
  records: ReadonlyMap<string, LinkedRecord>,
  pairs: readonly WeighedPair[],
): Map<string, readonly string[]> {
  const clustered = [...records.values()].map(({ record: id, entry, register }) => ({ id, entry, register }))
  const { groups } = clustersOf(clustered, linksOf(pairs))
  return new Map(groups.flatMap((group) => group.map((id) => [id, group] as const)))
}

/** The records that are joined to `start` by entries and by links of at least this level, within one group. */
function confirmedFrom(
  level: LinkLevel,
  start: string,
  group: readonly string[],
  records: ReadonlyMap<string, LinkedRecord>,
  pairs: readonly WeighedPair[],
) {
  const within = new Set(group)
  const entryOf = (id: string) => records.get(id)?.entry
  const judged = pairs.filter(
    (pair) =>
      pair.by === 'person' && pair.verdict === 'same' && reachesLevel(pair.level, level) && within.has(pair.record),
  )
  const reached = new Set([start])
  const frontier = [start]
  for (let id = frontier.pop(); id !== undefined; id = frontier.pop()) {
    const siblings = group.filter((each) => entryOf(each) === entryOf(id))
    const linked = judged.flatMap((pair) => (pair.record === id && within.has(pair.other) ? [pair.other] : []))
    for (const next of [...siblings, ...linked]) {
      if (reached.has(next)) continue
      reached.add(next)
      frontier.push(next)
    }
  }
  return reached
}

/** By what a person judged, else by the sides on which the number stands on a part. */
function directionOf({ record, judged, evidence }: WeighedPair): ItemComponent['direction'] {
  if (judged?.component) return judged.component === record ? 'borne' : 'bears'
  if (evidence?.part == null) return 'bears'
  return evidence.otherPart === null ? 'borne' : 'shared'
}

function componentOf(pair: WeighedPair): ItemComponent {
  const { other, evidence, by } = pair
  return {
    record: other,
    part: evidence?.otherPart ?? evidence?.part ?? 'other',
    direction: directionOf(pair),
    judged: by === 'person' ? 'confirmed' : 'working',
  }
}

const once = <Each>(list: readonly Each[], keyOf: (each: Each) => string): Each[] => [
  ...new Map(list.map((each) => [keyOf(each), each])).values(),
]

/** The firearm to which a record belongs, seen from it. Throws a TypeError for a record that is not among those given. */
export function itemAround(
  start: string,
  records: ReadonlyMap<string, LinkedRecord>,
  pairs: readonly WeighedPair[],
): Item {
  const own = records.get(start)
  const group = groupsOf(records, pairs).get(start)
  if (!own || !group) throw new TypeError('A record outside the neighbourhood that it was asked of.')
  const within = new Set(group)
  const confirmed = confirmedFrom('named', start, group, records, pairs)
  const byTwo = confirmedFrom('court', start, group, records, pairs)
  const linkOf = (id: string): ItemMember['link'] => {
    if (records.get(id)?.entry === own.entry) return 'self'
    return confirmed.has(id) ? 'confirmed' : 'working'
  }
  const levelOf = (id: string): LinkLevel => (byTwo.has(id) ? 'court' : confirmed.has(id) ? 'named' : 'lead')
  const touching = pairs.filter((pair) => within.has(pair.record))
  const outwards = touching.filter(({ other }) => !within.has(other))
  const twice = (pair: WeighedPair) => {
    const register = records.get(pair.record)?.register
    return register != null && register === records.get(pair.other)?.register
  }
  const proposed = (pair: WeighedPair) => pair.verdict === 'undecided' || pair.verdict === 'same'
  return {
    item: group[0]!,
    members: group.map((id) => ({ record: id, link: linkOf(id), level: levelOf(id) })),
    components: once(
      touching.filter(({ verdict }) => verdict === 'component-of').map(componentOf),
      (each) => each.record,
    ),
    lot: once(
      touching.flatMap(({ verdict, other }) => (verdict === 'same-lot' ? [other] : [])),
      (id) => id,
    ),
    undecided: once(
      outwards.flatMap((pair) =>
        proposed(pair) && pair.relation === 'same' && !twice(pair)
          ? [{ record: pair.other, probability: pair.probability }]
          : [],
      ),
      (each) => each.record,
    ),
    listedTwice: outwards
      .filter((pair) => twice(pair) && proposed(pair))
      .map(({ record, other }) => ({ record, other })),
    recoveries: touching.flatMap(({ record, other, recovery }) =>
      recovery && within.has(other) && record < other && recovery.verdict !== 'undecided'
        ? [{ record, other, verdict: recovery.verdict === 'same' ? ('same' as const) : ('different' as const) }]
        : [],
    ),
  }
}
