import type { ChainLink } from '@proofmark/contract/review-words'
import type { LinkedRecord } from '../../linkage/rules/pair.ts'
import type { WeighedPair } from '../../linkage/rules/weigh-pairs.ts'
import type { Groups } from './open-pairs.ts'

/** A way from one record to another over what is known of them; each step says how it is linked with the one before. */
export type Chain = readonly { readonly record: string; readonly link: ChainLink | null }[]

type Steps = ReadonlyMap<string, readonly (readonly [string, ChainLink])[]>

function stepsOf(pairs: readonly WeighedPair[], group: readonly string[], records: ReadonlyMap<string, LinkedRecord>) {
  const within = new Set(group)
  const steps = new Map<string, (readonly [string, ChainLink])[]>(group.map((id) => [id, []]))
  for (const { record, other, verdict, relation } of pairs)
    if (verdict === 'same' && relation === 'same' && within.has(record) && within.has(other)) {
      steps.get(record)!.push([other, 'same'])
      steps.get(other)!.push([record, 'same'])
    }
  for (const one of group)
    for (const other of group)
      if (one !== other && records.get(one)?.entry === records.get(other)?.entry) steps.get(one)!.push([other, 'entry'])
  return steps
}

/** The shortest way from one record to another of its group. */
function wayTo(steps: Steps, from: string, to: string): Chain {
  const cameBy = new Map<string, readonly [string, ChainLink] | null>([[from, null]])
  const queue = [from]
  for (const id of queue)
    for (const [next, link] of steps.get(id) ?? []) {
      if (cameBy.has(next)) continue
      cameBy.set(next, [id, link])
      queue.push(next)
    }
  const way: { record: string; link: ChainLink | null }[] = []
  for (let at: string | null = to; at !== null; ) {
    const came: readonly [string, ChainLink] | null = cameBy.get(at) ?? null
    way.unshift({ record: at, link: came?.[1] ?? null })
    at = came?.[0] ?? null
  }
  return way
}

/**
 * Why two records that are linked stay apart: from the first over links within its firearm to what a person judged different
 * from a record of the other's firearm, or what one register lists beside it, and on to the second. Null where nothing keeps
 * them apart.
 */
export function chainBetween(
  { record, other }: Pick<WeighedPair, 'record' | 'other'>,
  groups: Groups,
  records: ReadonlyMap<string, LinkedRecord>,
  pairs: readonly WeighedPair[],
): Chain | null {
  const [one, two] = [groups.get(record) ?? [record], groups.get(other) ?? [other]]
  if (one.includes(other)) return null
  const between = keptApart(one, two, records, pairs)
  if (!between) return null
  const [here, there, link] = between
  const rest = wayTo(stepsOf(pairs, two, records), there, other)
  return [...wayTo(stepsOf(pairs, one, records), record, here), { record: there, link }, ...rest.slice(1)]
}

function keptApart(
  one: readonly string[],
  two: readonly string[],
  records: ReadonlyMap<string, LinkedRecord>,
  pairs: readonly WeighedPair[],
): readonly [string, string, ChainLink] | null {
  for (const { record, other, verdict } of pairs) {
    if (verdict !== 'different') continue
    if (one.includes(record) && two.includes(other)) return [record, other, 'different']
    if (one.includes(other) && two.includes(record)) return [other, record, 'different']
  }
  for (const here of one)
    for (const there of two) {
      const [a, b] = [records.get(here), records.get(there)]
      if (a?.register && a.register === b?.register && a.entry !== b.entry) return [here, there, 'listed-twice']
    }
  return null
}
