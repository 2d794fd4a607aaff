import type { NodeName } from '@proofmark/contract/schemas/graph'
import type { Point } from '../state/arrangement.ts'
import type { Shown } from '../state/shown.ts'
import { layAnew } from './lay.ts'
import { blockOf, inRows } from './rows.ts'

/** Spots by which each group has ground of its own and what belongs to none lies beside them. */
export function blocksFor({ nodes, edges }: Shown): ReadonlyMap<NodeName, Point> {
  const groups = Map.groupBy(nodes, ({ group }) => group)
  const inOrder = [...groups].toSorted(([one], [other]) => Number(one === null) - Number(other === null))
  const blocks = inOrder.map(([, members]) => {
    const names = new Set(members.map(({ name }) => name))
    const ties = edges.flatMap(({ from, to }) => (names.has(from) && names.has(to) ? [[from, to] as const] : []))
    return blockOf(layAnew([...names], ties))
  })
  return new Map(inRows(blocks))
}
