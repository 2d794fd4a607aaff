import type { Relation } from '@proofmark/contract/case-words'
import type { Mention } from '../named/mention.ts'
import type { NodeName } from '../node.ts'
import { type Path, weightOf } from '../paths.ts'
import type { Tied } from '../tied.ts'
import type { EvidencedSupply, Finding } from './question.ts'

/** By these somebody whom a record of supply names supplied the firearm, as the record says; others received it or are named. */
const SUPPLIED: ReadonlySet<Relation> = new Set<Relation>(['sold', 'sent', 'exported', 'made', 'supplied'])

type Drawn = readonly Pick<Mention, 'node' | 'by' | 'relation'>[]

const namedIn = (mentions: Drawn, record: string) =>
  mentions
    .filter(({ by }) => by.kind === 'record' && by.id === record)
    .map(({ node, relation }) => ({ node, relation }))
    .sort((one, other) => (one.node < other.node ? -1 : 1))

/** The ways to the firearm, and on to each who supplied it by one of these records. */
function pathsOn(finding: Finding, evidence: readonly EvidencedSupply[], ties: readonly Tied[]): Path[] {
  const firearm = finding.supply?.firearm
  const suppliers = new Set<NodeName>(
    evidence.flatMap(({ named = [] }) =>
      named.filter(({ relation }) => SUPPLIED.has(relation)).map(({ node }) => node),
    ),
  )
  const way = finding.paths[0]?.steps.filter(({ tie }) => tie.relation !== 'in_consignment') ?? []
  return ties
    .filter(({ from, to }) => suppliers.has(from) && to === firearm)
    .map((tie) => {
      const steps = [...way, { from: tie.to, to: tie.from, tie }]
      return { steps, weight: weightOf(steps) }
    })
}

/**
 * The same finding with those whom its records name and who are drawn: who of them may be drawn, and on what ground, was decided
 * with the drawing. Nobody is counted, and they stand in no order of how often they are named.
 */
export function withNamed(finding: Finding, mentions: Drawn, ties: readonly Tied[]): Finding {
  if (!finding.evidence || mentions.length === 0) return finding
  const evidence = finding.evidence.map((each) => ({ ...each, named: namedIn(mentions, each.record) }))
  const on = pathsOn(finding, evidence, ties)
  const nodes = [...new Set([...finding.nodes, ...on.flatMap(({ steps }) => steps.at(-1)!.to)])]
  return { ...finding, nodes, evidence, paths: [...finding.paths, ...on] }
}
