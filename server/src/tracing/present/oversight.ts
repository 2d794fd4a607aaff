import { FINDING_RULES } from '@proofmark/contract/life-words'
import type { OversightFinding, OversightList } from '@proofmark/contract/schemas/oversight'
import type { Wording } from '../../linkage/present/wording.ts'
import type { Overseen } from '../commands/list-overseen.ts'
import type { OverseenFinding } from '../queries/overseen-findings.ts'
import { findingText } from './finding-words.ts'

const DAY_MS = 86_400_000

function stateOf({ passedOnAt, dueAt }: OverseenFinding, now: Date): OversightFinding['state'] {
  if (passedOnAt !== null) return 'passed-on'
  return dueAt <= now ? 'due' : 'waiting'
}

/** A finding as the officer sees it who oversees the custodian, in the officer's language. */
export function presentOverseen(finding: OverseenFinding, now: Date, wording: Wording): OversightFinding {
  const { id, custodian, rule, alternatives, working, filedAt, dueAt, passedOnAt, passedOnBy, note } = finding
  const state = stateOf(finding, now)
  return {
    finding: id,
    custodian,
    due: dueAt.toISOString(),
    agencies: [...finding.agencies],
    rule,
    text: findingText(finding, wording),
    obligation: wording.say(`obligation.${FINDING_RULES[rule]}`),
    alternatives: alternatives.map(({ kind, weight }) => ({ kind, weight })),
    confirmed: !working,
    filed: filedAt.toISOString(),
    daysLeft: state === 'waiting' ? Math.ceil((dueAt.getTime() - now.getTime()) / DAY_MS) : 0,
    state,
    passedOn: passedOnAt === null ? null : { at: passedOnAt.toISOString(), by: passedOnBy ?? '', note },
    records: finding.seen.map(({ record, source, key }) => ({ record, source, key })),
    others: finding.others.map(({ agency, desk, records }) => ({ agency, desk, records })),
  }
}

/** The list as the officer sees it. */
export const presentOversight = ({ oversees, findings }: Overseen, now: Date, wording: Wording): OversightList => ({
  oversees: [...oversees],
  findings: findings.map((each) => presentOverseen(each, now, wording)),
})
