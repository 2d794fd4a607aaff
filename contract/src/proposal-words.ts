import type { Say } from './messages.ts'
import type { ProposalReasonShown } from './schemas/vocabulary-desk.ts'

const percent = (share: number | null) => Math.round((share ?? 0) * 100)

/** Why a meaning is proposed, in words, for the browser and the shell alike. */
export function sayReason(say: Say, { reason, word, rest, field, here, there }: ProposalReasonShown): string {
  const known = { word, rest: rest ?? '', here: percent(here), there: percent(there) }
  if (reason === 'others_state') return say(`vocabulary.reason.others_state.${field ?? 'shape'}`, known)
  if ((reason === 'run_together' || reason === 'part') && rest) return say(`vocabulary.reason.${reason}`, known)
  return say(`vocabulary.reason.${reason === 'run_together' || reason === 'part' ? 'spelling' : reason}`, known)
}
