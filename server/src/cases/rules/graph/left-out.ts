import type { LeftOut } from '@proofmark/contract/schemas/graph'

/** What a walk left out and why, before anybody asks what it is called. */
export interface PassedOver extends Omit<LeftOut, 'label' | 'count'> {
  readonly count: number
}

/** Of these the reader may see what was left out: it is common, has too many neighbours, or lies outside of the case. */
const MAY_BE_NAMED: ReadonlySet<LeftOut['reason']> = new Set<LeftOut['reason']>([
  'common_value',
  'too_many_neighbours',
  'outside_case',
])

export const mayBeNamed = ({ reason, node }: PassedOver): boolean => node !== null && MAY_BE_NAMED.has(reason)

/** Once for each reason and node, with the greatest count. */
export function mergedLeftOut(list: readonly PassedOver[]): PassedOver[] {
  const merged = new Map<string, PassedOver>()
  for (const each of list) {
    const key = `${each.reason} ${each.node}`
    if ((merged.get(key)?.count ?? -1) < each.count) merged.set(key, each)
  }
  return [...merged.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each)
}
