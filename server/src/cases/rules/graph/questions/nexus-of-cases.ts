import { kindOf, type NodeName } from '../node.ts'
import { pathsBetween } from '../paths.ts'
import type { Asked, Finding } from './question.ts'

/** So many steps from a case to another that is marked: further off everything hangs together. */
const LONGEST = 4
const MOST_WAYS = 5

/** What ties cases to drugs, organised crime, terrorism: their own marks, and other cases with marks near them. */
export function nexusOfCases(nodes: readonly NodeName[], { nodes: all, ties, nexus }: Asked): Finding[] {
  const cases = nodes.filter((node) => kindOf(node) === 'case')
  const asked = new Set(cases)
  const others = all.filter((node) => kindOf(node) === 'case' && !asked.has(node) && nexus.has(node))
  const marked = (node: NodeName) => nexus.get(node) ?? []
  const own = cases.flatMap((node) =>
    marked(node).map(
      (mark): Finding => ({ message: `connect.finding.nexus_own.${mark}`, values: {}, nodes: [node], paths: [] }),
    ),
  )
  const near = cases.flatMap((from) =>
    others.flatMap((to) => {
      const { paths } = pathsBetween(ties, { from, to, longest: LONGEST, left: () => 1 })
      if (paths.length === 0) return []
      return marked(to).map(
        (mark): Finding => ({
          message: `connect.finding.nexus_near.${mark}`,
          values: { ways: String(paths.length) },
          nodes: [from, to],
          paths: paths.slice(0, MOST_WAYS),
        }),
      )
    }),
  )
  return [...own, ...near]
}
