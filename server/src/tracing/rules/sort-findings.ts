import { FINDING_RULES, type FindingRule } from '@proofmark/contract/life-words'
import type { Finding } from './findings/finding.ts'

const RANKS = new Map((Object.keys(FINDING_RULES) as FindingRule[]).map((rule, at) => [rule, at]))

/** Findings by the oldest record on which they rest, then in the order of the list of rules. What is said twice is said once. */
export function sortFindings(findings: readonly Finding[], ordered: readonly string[]): Finding[] {
  const place = new Map(ordered.map((record, at) => [record, at]))
  const first = ({ records }: Finding): number =>
    Math.min(...records.map((record) => place.get(record) ?? ordered.length))
  const said = new Map(findings.map((finding) => [JSON.stringify(finding), finding]))
  return [...said.entries()]
    .sort(
      ([one, a], [other, b]) =>
        first(a) - first(b) || RANKS.get(a.rule)! - RANKS.get(b.rule)! || (one < other ? -1 : one > other ? 1 : 0),
    )
    .map(([, finding]) => finding)
}
