import type { JudgeRequest, Match } from '@proofmark/contract/schemas/judgement'

/** What a match is to the firearm that is shown. */
export type Standing = 'together' | 'through' | 'twice' | 'apart' | 'component' | 'lot' | 'different'

/** `listedTwice`: records that a register lists beside one of this firearm. */
export function standingOf(match: Match, listedTwice: ReadonlySet<string>): Standing {
  const { verdict, relation, together, record } = match
  if (verdict === 'different') return 'different'
  if (relation === 'component') return 'component'
  if (relation === 'same-lot') return 'lot'
  if (together) return verdict === 'same' ? 'together' : 'through'
  return listedTwice.has(record) ? 'twice' : 'apart'
}

export type Verdict = JudgeRequest['verdict']

const POSITIVE = { same: 'same', component: 'component-of', 'same-lot': 'same-lot' } as const

/** The verdicts that one click can give: against it first. What a person's verdict already says is not offered again. */
export function verdictsFor({ relation, verdict, by }: Match): Verdict[] {
  const all: Verdict[] = ['different', POSITIVE[relation], 'undecided']
  return all.filter((each) => by !== 'person' || each !== verdict)
}
