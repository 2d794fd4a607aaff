import type { CaseAskShown } from '@proofmark/contract/schemas/case'
import { basisOf, type CaseEntry, type CaseStanding } from './case-standing.ts'

export interface Asking {
  readonly entries: readonly CaseEntry[]
  readonly standing: CaseStanding
  readonly openTraces: readonly { readonly id: string; readonly reference: string }[]
  /** Who reads: a hand-over is asked of whom it was offered to, a task of whom it is for or of everybody. */
  readonly account: string
  readonly today: string
}

/** What is asked next of a case that is open, in the order in which it is told; of one that is not, nothing. */
export function caseAsks({ entries, standing, openTraces, account, today }: Asking): CaseAskShown[] {
  if (standing.state !== 'open') return []
  const asks: CaseAskShown[] = []
  const say = (ask: CaseAskShown['ask'], entry: string | null, day: string | null, words: string | null) =>
    asks.push({ ask, entry, day, words, over: day !== null && day <= today })
  const { offer, reviewOn, tasks, withdrawn } = standing
  if (offer?.said.to === account) say('hand_over', offer.id, null, null)
  if (reviewOn !== null && reviewOn <= today) say('review', null, reviewOn, null)
  for (const { entry, state, template, title, due, for: person } of tasks)
    if (state === 'open' && template !== 'supply_chain' && (person === null || person === account))
      say('task_due', entry.id, due, title ?? template)
  for (const { entry, state, template, due } of tasks)
    if (state === 'open' && template === 'supply_chain') say('supply_chain', entry.id, due, null)
  for (const { id, reference } of openTraces) say('trace_open', id, null, reference)
  for (const entry of entries)
    if (!withdrawn.has(entry.id) && basisOf(entry).some((id) => withdrawn.has(id)))
      say('rests_on_withdrawn', entry.id, null, null)
  return asks
}
