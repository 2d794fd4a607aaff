/** A record as clusters see it. */
export interface ClusteredRecord {
  readonly id: string
  /** The records of the successive holders of one entry share it: their source says that they are one. */
  readonly entry: string
  /** The register that lists each firearm once; null for any other source. */
  readonly register: string | null
}

/** That two records are of one firearm, or are not: what a person judged, or what a model makes likely. */
export interface Link {
  readonly one: string
  readonly other: string
  readonly verdict: 'same' | 'different'
  readonly by: 'person' | 'model'
  /** Of two links of one rank the stronger is followed first: in bits. */
  readonly strength: number
}

export interface Clusters {
  /** Which records are one firearm, each group and all of them in order of identifiers. */
  readonly groups: readonly (readonly string[])[]
  /** Links `same` that were not followed, since a judgement or a register's own list speaks against what they would join. */
  readonly heldBack: readonly Link[]
}

const byIdentifier = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function inOrder(a: Link, b: Link): number {
  if (a.by !== b.by) return a.by === 'person' ? -1 : 1
  if (a.strength !== b.strength) return b.strength - a.strength
  const [one, other] = [a, b].map((link) => [link.one, link.other].sort(byIdentifier).join(' '))
  return byIdentifier(one!, other!)
}

interface Group {
  readonly records: Set<string>
  readonly entries: ReadonlyMap<string, ReadonlySet<string>>
}

/** Would two live entries of one register become one firearm? */
function listedTwice(a: Group, b: Group): boolean {
  for (const [register, entries] of a.entries) {
    const others = b.entries.get(register)
    if (others && new Set([...entries, ...others]).size > 1) return true
  }
  return false
}

function joined(a: Group, b: Group): Group {
  const entries = new Map(a.entries)
  for (const [register, others] of b.entries)
    entries.set(register, new Set([...(entries.get(register) ?? []), ...others]))
  return { records: new Set([...a.records, ...b.records]), entries }
}

/**
 * Groups records into firearms. A person's link goes before every model's, a stronger one before a weaker; none is
 * followed that would bring together what a person judged different or two entries of a register that lists each
 * firearm once. The same records and links give the same groups, whatever the order in which they come.
 */
export function clustersOf(records: readonly ClusteredRecord[], links: readonly Link[]): Clusters {
  const groupOf = new Map<string, Group>()
  for (const members of Map.groupBy(records, ({ entry }) => entry).values()) {
    const entries = new Map(
      members.flatMap(({ register, entry }) => (register === null ? [] : [[register, new Set([entry])] as const])),
    )
    const group = { records: new Set(members.map(({ id }) => id)), entries }
    for (const { id } of members) groupOf.set(id, group)
  }
  const known = links.filter(({ one, other }) => groupOf.has(one) && groupOf.has(other))
  const apart = known.filter(({ verdict }) => verdict === 'different')
  const forbids = (a: Group, b: Group) =>
    listedTwice(a, b) ||
    apart.some(
      ({ one, other }) => (a.records.has(one) && b.records.has(other)) || (a.records.has(other) && b.records.has(one)),
    )
  const heldBack: Link[] = []
  for (const link of known.filter(({ verdict }) => verdict === 'same').sort(inOrder)) {
    const [a, b] = [groupOf.get(link.one)!, groupOf.get(link.other)!]
    if (a === b) continue
    if (forbids(a, b)) {
      heldBack.push(link)
      continue
    }
    const whole = joined(a, b)
    for (const id of whole.records) groupOf.set(id, whole)
  }
  const groups = [...new Set(groupOf.values())].map(({ records }) => [...records].sort(byIdentifier))
  return { groups: groups.sort(([a], [b]) => byIdentifier(a!, b!)), heldBack }
}
