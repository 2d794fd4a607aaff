import type { Relation } from '@proofmark/contract/case-words'
import { kindOf, type NodeName } from '../node.ts'
import type { Tied } from '../tied.ts'
import { belongingTo, HAD, pathOf, tiesByNode } from './belonging.ts'
import type { Asked, Finding } from './question.ts'

/** Which end of a tie gave what the other got: `first`, that from which it is said. */
const SUPPLIER: Partial<Readonly<Record<Relation, 'first' | 'second'>>> = {
  supplied: 'first',
  sold: 'first',
  sent: 'first',
  offered: 'first',
  exported: 'first',
  made: 'first',
  converted: 'first',
  passed_to: 'first',
  bought: 'second',
  ordered: 'second',
  received: 'second',
}

/** Who may supply: a firearm that was bought is what was supplied. */
const SUPPLIES = new Set(['person', 'organisation', 'group', 'listing', 'account'])

function supplierBy(node: NodeName, { relation, from, to }: Tied): NodeName | null {
  const side = SUPPLIER[relation]
  if (side === undefined) return null
  const [supplier, got] = side === 'first' ? [from, to] : [to, from]
  return got === node && SUPPLIES.has(kindOf(supplier)) ? supplier : null
}

/**
 * Who supplied those that are asked about: whoever sold, sent, offered, made or passed on something to them, to one of
 * theirs, or a firearm that they or theirs had. In the order of their names: who supplied most is not said of anybody.
 */
export function whoSupplied(nodes: readonly NodeName[], { ties }: Asked): Finding[] {
  const byNode = tiesByNode(ties)
  const asked = new Set(nodes)
  const findings = new Map<NodeName, Finding>()
  for (const node of nodes) {
    const own = belongingTo(node, byNode, HAD)
    for (const [here, steps] of own) {
      for (const tie of byNode.get(here) ?? []) {
        const supplier = supplierBy(here, tie)
        if (supplier === null || own.has(supplier) || asked.has(supplier)) continue
        const path = pathOf([...steps, { from: here, to: supplier, tie }])
        const known = findings.get(supplier)
        findings.set(supplier, {
          message: 'connect.finding.supplied',
          values: {},
          nodes: [supplier],
          paths: [...(known?.paths ?? []), path],
        })
      }
    }
  }
  return [...findings].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, finding]) => finding)
}
